"""What the keys of an entry become: the mapping from file to graph, which lives with the model.

A field says: this key, in an entry of this section, writes this property, with values of this sort. A field may be
required, may hold several values, or may write a constant because the key is there.
"""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from hiaat.scenario.terms import h, rdf
from hiaat.scenario.words import Words


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the mapping."""

    key: NamedNode
    property: NamedNode
    sort: NamedNode
    many: bool
    required: bool
    constant: Literal | None


def fields_of(words: Words, section: NamedNode) -> tuple[Field, ...]:
    """The fields of an entry of this section; a field without section fits anywhere."""
    anywhere = {*words.subjects(rdf.type, h.ScenarioField)} - {*words.subjects(h.fieldSection)}
    fields = anywhere.union(words.subjects(h.fieldSection, section))
    return tuple(_field(words, field) for field in sorted(fields, key=str))


def _field(words: Words, field: NamedNode) -> Field:
    return Field(
        key=words.objects(field, h.fieldKey)[0],
        property=words.objects(field, h.fieldProperty)[0],
        sort=next(iter(words.objects(field, h.fieldValue)), h.Yes),
        many=words.is_true(field, h.fieldMany),
        required=words.is_true(field, h.fieldRequired),
        constant=next(iter(words.texts(field, h.fieldConstant)), None),
    )
