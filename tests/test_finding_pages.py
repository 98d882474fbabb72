"""The header of every finding shape is its documentation page."""

from pathlib import Path

import pytest
from tools.finding_pages import page

SHAPES = sorted((Path(__file__).parents[1] / "shapes/findings").glob("*.ttl"))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.stem)
def test_every_header_becomes_a_page(shape: Path) -> None:
    text = page(shape)
    assert text.startswith(f"# {shape.stem}: ")
    assert "**Ground.**" in text


def test_a_header_that_says_nothing_is_refused(tmp_path: Path) -> None:
    bare = tmp_path / "Bare.ttl"
    bare.write_text("# A title\n#\n# What: something.\n", "utf-8")
    with pytest.raises(ValueError, match="Why it matters, Ground"):
        page(bare)
