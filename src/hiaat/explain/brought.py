"""What a kind of agreement brings between the parties that made one, and for which people only."""

from collections.abc import Iterable, Sequence
from itertools import permutations

from pyoxigraph import NamedNode

from hiaat.explain.scene import Scene

_SOURCE = NamedNode("http://purl.org/dc/terms/source")


def fitting(scene: Scene, agreement: str) -> list[str]:
    """The templates of its kind that ask for parties of these types."""
    found = scene.lexicon.nodes(scene.value(agreement, "agreementKind"), "brings")
    parties = [scene.all_types(one) for one in scene.values(agreement, "between")]
    return [one for one in found if any(_fits(scene, one, *pair) for pair in permutations(parties, 2))]


def functions(scene: Scene, agreement: str, templates: Iterable[str]) -> list[str]:
    """What these templates bring of an agreement: functions of their own, or those that are written in it."""
    written = scene.values(agreement, "function")
    return list(dict.fromkeys(one for t in templates for one in scene.lexicon.nodes(t, "function") or written))


def only_where(scene: Scene, templates: Sequence[str]) -> str:
    """The one class of situations in which all of these bring something, by name; nothing if there is not one."""
    classes = {tuple(scene.lexicon.nodes(one, "where")) for one in templates}
    named = next(iter(classes)) if len(classes) == 1 else ()
    return scene.lexicon.label(named[0]) if len(named) == 1 else ""


def where_from(scene: Scene, templates: Iterable[str]) -> str:
    """The statements from which it is read for whom these templates bring something, with their documents."""
    bases = [n.value for one in templates for n in scene.lexicon.words.nodes(NamedNode(one), _SOURCE)]
    by_document: dict[str, list[str]] = {}
    for basis in dict.fromkeys(bases):
        by_document.setdefault(scene.library.document_of(basis) or "", []).append(basis)
    told = []
    for document, found in by_document.items():
        name = scene.library.name(document) if document else ""
        cites = scene.lexicon.join(scene.library.cites(found))
        told.append(scene.lexicon.fill("cites-of-document", cites=cites, document=name))
    return scene.lexicon.join(told)


def _fits(scene: Scene, template: str, own: set[str], other: set[str]) -> bool:
    by, partner = (scene.lexicon.nodes(template, word) for word in ("byType", "partnerType"))
    return own.issuperset(by) and other.issuperset(partner)
