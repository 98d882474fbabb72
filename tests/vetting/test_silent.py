"""What would change a verdict, or lose one, without a word is refused: each a mistake in the body that the page shows."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hiaat.errors import InputError
from hiaat.judging import Judge
from hiaat.scenario import InputErrors
from hiaat.vetting import check_body

PAGE = Path(__file__).parents[2] / "docs" / "own-knowledge.md"
SHOWN, SCENARIO = (
    block for _, block in re.findall(r"```(turtle|yaml)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[:2]
)
HEARD = " h:voice key:council ; h:force h:StatuteForce .\n"
STATED = 'key:c a h:StatedCondition ; rdfs:label "c"@en .\n'
SOMEBODY = 'key:c a h:FunctionCondition ; h:needsFunction key:locking ; rdfs:label "c"@en .\n'
ENDS = "key:n a h:EndingRule ; h:bearer key:Caretaker ; h:endsKind key:contract ;"
LOCKS = "h:bearer key:Caretaker ; h:function key:locking ; h:kind h:Performance ;"
JOINT = "h:function key:safety ; h:kind h:Organisation ;" + HEARD
STAFF = 'key:Staff a owl:Class ; rdfs:subClassOf h:Actor ; rdfs:label "staff"@en . key:Cook a owl:Class ; rdfs:subClassOf key:Staff ; rdfs:label "cook"@en . key:Janitor a owl:Class ; rdfs:subClassOf key:Staff ; rdfs:label "janitor"@en .\n'  # fmt: skip
KEYS = 'key:keys a h:Function ; rdfs:label "handing over the keys"@en .\n'
ON_END = f"{KEYS}key:e a h:Requirement ; h:function key:keys ; h:kind h:Performance ; h:onEndingOf key:locking ;{HEARD}"
GUARD = f'key:guarding a h:Function ; rdfs:label "guarding"@en . key:g a h:Requirement ; h:function key:guarding ; h:kind h:Performance ; h:onGapIn key:locking ;{HEARD}'  # fmt: skip
OLD = "[ a owl:Restriction ; owl:onProperty key:building ; owl:hasValue key:old ]"
Given = Callable[..., Path]


class Mistake(NamedTuple):
    """What is written besides, what is then said, what is written instead of what, and what is told to be valid."""

    more: str
    said: str
    instead: tuple[str, str] = ("", "")
    valid: tuple[str, ...] = ()


MISTAKES = {
    # ---- conditions
    "it ends if somebody does something": Mistake(SOMEBODY + ENDS + " h:endingGround key:c ;" + HEARD, "of which the scenario itself says"),
    "fulfilled if somebody does something": Mistake(SOMEBODY + "key:school_sees_to_it h:fulfilledWhen key:c .\n", "of which the scenario itself says"),
    "required if there is an agreement": Mistake('key:c a h:AgreementCondition ; h:needsAgreement key:contract ; rdfs:label "c"@en . key:must_be_locked h:requiresIf key:c .\n', "of which the scenario itself says"),
    "a condition of a requirement": Mistake(STATED + "key:must_be_locked h:condition key:c .\n", "a requirement has h:requiresIf"),
    "a condition of an ending rule": Mistake(STATED + ENDS + " h:condition key:c ;" + HEARD, "an ending rule h:endingGround"),
    "a precondition of a requirement": Mistake(STATED + "key:n a h:Precondition ; h:conditionOf key:must_be_locked ; h:condition key:c ;" + HEARD, "A precondition of this norm is not read"),
    # ---- properties of another sort of norm
    "a duty with the condition of a requirement": Mistake(STATED + "key:school_sees_to_it h:requiresIf key:c .\n", "Only a requirement has h:requiresIf"),
    "a duty that follows a gap": Mistake("key:school_sees_to_it h:onGapIn key:safety .\n", "Only a requirement has h:requiresIf, h:onGapIn"),
    "a requirement that is fulfilled when": Mistake(STATED + "key:must_be_locked h:fulfilledWhen key:c .\n", "Only a duty has h:fulfilledWhen"),
    "a liberty with a ground to end": Mistake(STATED + "key:n a h:Liberty ; h:bearer key:Caretaker ; h:endsKind key:contract ; h:endingGround key:c ;" + HEARD, "Only an ending rule has h:endingGround"),
    "a liberty that lifts": Mistake(f"key:l a h:CompetenceLimit ; {LOCKS}{HEARD}key:n a h:Liberty ; h:bearer key:Caretaker ; h:lifts key:l ;{HEARD}", "Only an exception has h:lifts"),
    "a limit beside a liberty": Mistake(f"key:l a h:Liberty ; {LOCKS}{HEARD}key:n a h:CompetenceLimit ; {LOCKS} h:besideLiberty key:l ;{HEARD}", "Only an exclusion has h:besideLiberty"),
    "a duty that forbids an agreement": Mistake("key:school_sees_to_it h:prohibitsAgreement key:contract .\n", "Only a prohibition has h:prohibitsAgreement"),
    "a duty that is a condition": Mistake("key:school_sees_to_it h:conditionOf key:school_sees_to_it .\n", "Only a precondition has h:conditionOf"),
    # ---- norms
    "what stays lies on everybody": Mistake(f"key:n a h:Survival ; {LOCKS}{HEARD}", "has h:tie h:FormerHolder", valid=("h:FormerHolder",)),
    "supervision that performs": Mistake(f"key:n a h:SupervisionRule ; {LOCKS}{HEARD}", "is of the kind h:Oversight", valid=("h:Oversight",)),
    "whoever performs must perform": Mistake(f"key:n a h:Duty ; h:tie h:Performing ; {LOCKS}{HEARD}", "only a duty in accountability"),
    "whoever performs may answer": Mistake("key:n a h:Liberty ; h:tie h:Performing ; h:bearer key:Caretaker ; h:function key:locking ; h:kind h:Accountability ;" + HEARD, "only a duty in accountability"),
    "a backstop before the others": Mistake(f"key:n a h:Backstop ; h:rank -1 ; {LOCKS}{HEARD}", "A rank is 0 or higher"),
    "two sorts under one name": Mistake("key:school_sees_to_it a h:Prohibition .\n", "A norm is of one sort"),
    "two clauses under one name": Mistake('key:must_be_locked h:says "somebody must answer"@en .\n', "A norm says one thing in a language"),
    "a day that there is not": Mistake('key:must_be_locked h:validUntil "2024-02-30"^^xsd:date .\n', "A day (yyyy-mm-dd)"),
    "a leap day in another year": Mistake('key:must_be_locked h:validUntil "2100-02-29" .\n', "A day (yyyy-mm-dd)"),
    "the thirty-first of a short month": Mistake('key:must_be_locked h:validUntil "2024-06-31" .\n', "A day (yyyy-mm-dd)"),
    "a requirement on somebody": Mistake("key:must_be_locked h:bearer key:School .\n", "is laid on nobody"),
    "a former holder that may": Mistake(f"key:n a h:Liberty ; h:tie h:FormerHolder ; {LOCKS}{HEARD}", "On the former holder only a duty is laid"),
    "a condition of a template": Mistake(STATED + "key:service h:condition key:c .\n", "of no sort of norm"),
    # ---- who leads, and terms
    "a lead on whom it is not laid": Mistake(f"key:n a h:JointDuty ; h:bearer key:School , key:Caretaker ; h:leadBearer key:Pupil ; {JOINT}", "so it never leads"),
    "a lead that two bearers are": Mistake(f"{STAFF}key:n a h:JointDuty ; h:bearer key:Cook , key:Janitor , key:School ; h:leadBearer key:Staff ; {JOINT}", "More than one of the types of h:bearer"),
    "a lead that one bearer is, and one below it": Mistake(f"{STAFF}key:n a h:JointDuty ; h:bearer key:Staff , key:Cook ; h:leadBearer key:Staff ; {JOINT}", "More than one of the types of h:bearer"),
    "two leads": Mistake(f"key:n a h:JointDuty ; h:bearer key:School , key:Caretaker ; h:leadBearer key:School , key:Caretaker ; {JOINT}", "One type of party leads"),
    "a term before the notice": Mistake(ENDS + " h:termDays -5 ;" + HEARD, "A term is 0 days or more"),
    "a term of half a day": Mistake(ENDS + " h:termDays 2.5 ;" + HEARD, "A whole number belongs here"),
    "a voice that decides": Mistake(f"key:School h:spokenForBy key:council . key:n a h:JointDuty ; h:bearer key:School , key:Caretaker ; h:escalatesTo key:council ; {JOINT}", "This is a voice, and no type of party", valid=("key:School",)),
    "a voice that speaks for nobody": Mistake("", "This is a voice, and no type of party", ("h:byType key:Caretaker", "h:byType key:council")),
    # ---- names
    "two names for one thing": Mistake("key:safety owl:sameAs key:locking .\n", "owl:sameAs is not read"),
    "a norm without a name": Mistake("[] a h:Duty ; h:bearer key:School ; h:function key:locking ; h:kind h:Funding ;" + HEARD, "This has no name"),
    "a template without a name": Mistake("key:contract h:brings [ a h:EngagementTemplate ; h:byType key:Caretaker ; h:kind h:Performance ] .\n", "This has no name"),
    "a condition without a name": Mistake("key:school_sees_to_it h:condition [ a h:FunctionCondition ; h:needsFunction key:safety ] .\n", "This has no name"),
    # ---- parties, voices, functions, time
    "what one party can do": Mistake('key:bob a key:Caretaker ; rdfs:label "Bob"@en ; h:canPerform key:locking .\n', "is said of a type of party"),
    "a type that is none": Mistake("", "is said of a type of party", ("key:Pupil a owl:Class ; rdfs:subClassOf h:Actor", "key:Pupil a owl:Class")),
    "hears everybody and some": Mistake("key:everybody h:hears key:council .\n", "names no voices"),
    "narrower functions": Mistake("key:safety skos:narrower key:locking .\n", "skos:narrower is not read", (" ; skos:broader key:safety", "")),
    "windows below a group": Mistake("key:weekend skos:broader key:always .\n", "names its parts itself"),
    "windows as part of a group": Mistake("key:weekend h:partOf key:always .\n", "names its parts itself"),
    # ---- what agreements bring
    "a scope without its tie": Mistake("", "This scope needs a tie", ("h:scope h:ScopeAll", "h:scope h:ScopeTied")),
    "a tie without its scope": Mistake("", "A tie of a scope belongs to", ("h:scope h:ScopeAll", "h:scopeTie key:school_of")),
    "its own name and another's": Mistake("key:service h:ownName true .\n", "in its own name (h:ownName true) or"),
    # ---- keys and classes of situations
    "a key of every scenario": Mistake("", "'From' is a key already", ('skos:notation "own school"', 'skos:notation "From"')),
    "a key that is no characteristic": Mistake('key:Storey a owl:Class ; rdfs:label "storey"@en . key:storey a owl:ObjectProperty ; rdfs:range key:Storey ; h:keySection h:Situation ; rdfs:label "storey"@en .\n', "A key of one's own is a tie"),
    "a class by what is no characteristic": Mistake('key:Low a owl:Class ; rdfs:label "low"@en ; rdfs:subClassOf h:Situation . key:storey a owl:ObjectProperty . [ a owl:Restriction ; owl:onProperty key:storey ; owl:hasValue key:old ] rdfs:subClassOf key:Low .\n', "This is no characteristic of situations"),
    "a class above its condition": Mistake("", "No situation is in this class", (f"{OLD} rdfs:subClassOf key:InOldBuilding .", f"key:InOldBuilding rdfs:subClassOf {OLD} .")),
    "an intersection that is no list": Mistake("", "A list belongs here", (OLD, f"[ a owl:Class ; owl:intersectionOf {OLD} ]")),
    "two values": Mistake('key:new a key:Building ; rdfs:label "new"@en .\n', "One value fits here", ("owl:hasValue key:old", "owl:hasValue key:old , key:new")),
    "some value from a value": Mistake("", "no class of values of this characteristic", ("owl:hasValue key:old", "owl:someValuesFrom key:old")),
    "all values": Mistake("", "cannot be told so", ("owl:hasValue key:old", "owl:allValuesFrom key:Building")),
    "a complement in an intersection": Mistake("", "cannot be told so", (OLD, f"[ a owl:Class ; owl:intersectionOf ( [ a owl:Class ; owl:complementOf key:InOldBuilding ] {OLD} ) ]")),
    "a route by a class": Mistake('key:r a h:FundingRoute ; rdfs:label "r"@en . key:Building h:opensRoute key:r .\n', "no class of values"),
}  # fmt: skip


@pytest.fixture
def given(tmp_path: Path) -> Given:
    """`given(more, instead)` is a file with the body of the page, so changed."""

    def file(more: str, instead: tuple[str, str] = ("", "")) -> Path:
        assert instead[0] in SHOWN
        path = tmp_path / "body" / "body.ttl"
        path.parent.mkdir()
        path.write_text((SHOWN.replace(*instead) if instead[0] else SHOWN) + more, "utf-8")
        return path

    return file


def mistakes(file: Path) -> tuple[InputError, ...]:
    with pytest.raises(InputErrors) as wrong:
        check_body([file], "en")
    return wrong.value.errors


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_it_is_told_where_it_stands(mistake: Mistake, given: Given) -> None:
    (error,) = mistakes(given(mistake.more, mistake.instead))
    assert mistake.said in error.problem
    assert "_:" not in error.problem
    assert error.line
    assert error.column
    assert error.valid == mistake.valid or not mistake.valid


REFUSED = {
    "a condition that only what binds can have": (f"{SOMEBODY}key:n a h:Exclusion ; {LOCKS} h:condition key:c ;{HEARD}", "key:c"),
    "a precondition of a limit": (f"{SOMEBODY}key:n a h:CompetenceLimit ; {LOCKS}{HEARD}key:m a h:Precondition ; h:conditionOf key:n ; h:condition key:c ;{HEARD}", "key:m"),
    "a value of another characteristic": ("[ a owl:Restriction ; owl:onProperty key:building ; owl:hasValue key:council ] rdfs:subClassOf key:InOldBuilding .\n", "key:council"),
    "a group in its own part": ("key:weekday h:hasPart key:always .\n", "key:always"),
    "two forces": ("key:must_be_locked h:force h:VoiceForce .\n", "h:RulingForce"),
}  # fmt: skip


@pytest.mark.parametrize(("more", "refused"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_not_told_to_be_valid(more: str, refused: str, given: Given) -> None:
    assert refused not in {one for error in mistakes(given(more)) for one in error.valid}


MAY = {
    "narrower and broader": "key:safety skos:narrower key:locking .\n",
    "a leap day": 'key:must_be_locked h:validUntil "2028-02-29"^^xsd:date .\n',
    "all values of what is no class of situations": "key:Building rdfs:subClassOf [ a owl:Restriction ; owl:onProperty key:building ; owl:allValuesFrom key:Building ] .\n",
    "a class that is told by another": 'key:Ancient a owl:Class ; rdfs:subClassOf key:InOldBuilding , h:Situation ; rdfs:label "ancient"@en ; owl:equivalentClass [ a owl:Restriction ; owl:onProperty key:building ; owl:someValuesFrom key:Building ] . key:must_be_locked h:appliesIn key:Ancient .\n',
    "a lead below a bearer": f"{STAFF}key:n a h:JointDuty ; h:bearer key:Staff , key:School ; h:leadBearer key:Cook ; {JOINT}",
    "a lead above a bearer": f"{STAFF}key:n a h:JointDuty ; h:bearer key:Cook , key:School ; h:leadBearer key:Staff ; {JOINT}",
    "a lead that a party is besides": f'key:annex a key:School , key:Pupil ; rdfs:label "annex"@en . key:n a h:JointDuty ; h:bearer key:School , key:Caretaker ; h:leadBearer key:Pupil ; {JOINT}',
    "what falls to who held it": f"{ON_END}key:n a h:Duty ; h:tie h:FormerHolder ; h:bearer key:Caretaker ; h:function key:keys ; h:kind h:Performance ;{HEARD}",
    "a backstop that held it": f"key:n a h:Backstop ; h:tie h:FormerHolder ; {LOCKS}{HEARD}",
    "a term of no days": f"{ENDS} h:termDays 0 ;{HEARD}",
    "a joint duty that does not say how": "key:n a h:JointDuty ; h:bearer key:School , key:Caretaker ; h:function key:locking ; h:kind h:Funding ;" + HEARD,
}  # fmt: skip


@pytest.mark.parametrize("more", MAY.values(), ids=MAY)
def test_what_loses_nothing_is_let_through(more: str, given: Given) -> None:
    check_body([given(more)], "en")


def test_a_perspective_that_does_not_hear_everybody_is_not_the_default(given: Given) -> None:
    body = given('key:a a h:Perspective ; h:hearsEvery false ; h:hears key:council ; rdfs:label "a"@en .\n')
    assert Judge([body.parent]).perspective(None).value.endswith("everybody")
