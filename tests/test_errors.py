import pickle

import pytest

from hiaat.errors import CHOICES_SHOWN, EngineError, HiaatError, InputError, KnowledgeError


@pytest.mark.parametrize("kind", [InputError, KnowledgeError, EngineError])
def test_every_error_is_bad_input_to_the_command_line(kind: type[HiaatError]) -> None:
    assert isinstance(kind("something is wrong"), HiaatError)
    assert kind.exit_status == 2


def test_input_error_tells_place_problem_and_choices() -> None:
    error = InputError('"vtp" is no known value', file="home.yaml", line=14, column=5, valid=["vpt", "mpt"])
    assert str(error) == 'home.yaml:14:5: "vtp" is no known value\n  valid here: vpt, mpt'


def test_input_error_without_position_still_names_the_file() -> None:
    assert str(InputError("the file is empty", file="home.yaml")) == "home.yaml: the file is empty"


def test_long_list_of_choices_is_cut_and_counted() -> None:
    valid = [f"choice{number}" for number in range(CHOICES_SHOWN + 3)]
    text = str(InputError("unknown", valid=valid))
    assert text.endswith("choice23, and 3 more")


def test_input_error_survives_the_way_between_processes() -> None:
    error = InputError("unknown", file="home.yaml", line=2, column=1, valid=["a"])
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
