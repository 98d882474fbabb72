"""The terms of agreements: what is a condition of one, and which agreements have it."""

from collections.abc import Sequence

from hiaat.explain.teller import Teller


def is_condition(teller: Teller, source: str) -> bool:
    """Whether a source is a condition itself, of an agreement."""
    scene = teller.scene
    stated = scene.value(source, "needsAgreement") or scene.value(source, "needsFunction")
    return bool(stated) or scene.lexicon.is_a(source, "Condition")


def agreements_on(teller: Teller, party: str, conditions: Sequence[str]) -> list[str]:
    """The agreements of a party that have one of these conditions."""
    scene = teller.scene
    wanted = set(conditions)

    def members(condition: str) -> set[str]:
        return {condition, *scene.lexicon.nodes(condition, "member")}

    return [
        agreement
        for agreement in scene.things("Agreement")
        if party in scene.values(agreement, "between")
        and any(members(one) & wanted for one in scene.values(agreement, "condition"))
    ]
