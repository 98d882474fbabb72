"""What counts as reached, near and missing."""

from pathlib import Path

import pytest
from tests.reading.conftest import Body

from hiaat.reading import Coverage, coverage, load


@pytest.fixture
def found(body: Body) -> Coverage:
    return coverage(load([body()]))


def names(statements: tuple[object, ...]) -> list[str]:
    return [str(getattr(one, "identifier", one)) for one in statements]


def test_statements_are_counted_by_what_rests_on_them(found: Coverage) -> None:
    (document,) = found.documents
    assert names(document.statements) == ["S-1", "S-2", "S-3", "S-4", "S-5"]
    assert names(document.with_norm) == names(document.reached) == ["S-2", "S-3"]
    assert names(document.near) == ["S-4"]
    assert names(document.missing) == ["S-5"]
    assert document.linked == ()
    assert len(document.norms) == 2


@pytest.mark.parametrize("link", ["evidences", "disputes"])
def test_what_bears_on_something_is_linked_and_neither_near_nor_missing(body: Body, link: str) -> None:
    links = f"x:S-4 h:{link} x:claim . x:S-5 h:{link} x:plicht .\n"
    folder = body("x:claim h:basedOn x:S-3 ;", f"{links}x:claim h:basedOn x:S-3 ;")
    (document,) = coverage(load([folder])).documents
    assert names(document.linked) == ["S-4", "S-5"]
    assert names(document.reached) == ["S-2", "S-3"]
    assert document.near == document.missing == ()


def test_a_norm_with_the_force_of_a_voice_alone_is_a_position(found: Coverage) -> None:
    assert names(found.documents[0].positions) == ["S-3"]


def test_what_is_disputed_and_what_is_evidence(found: Coverage) -> None:
    assert names(found.documents[0].contested) == ["S-4"]
    assert names(found.documents[0].evidence) == ["S-1", "S-4", "S-5"]


def test_what_does_not_matter_is_not_missing(found: Coverage) -> None:
    assert "S-1" not in names(found.documents[0].relevant)


def test_every_statement_that_matters_is_one_hop_from_something() -> None:
    one_hop = [one.norms or one.bears_on for document in coverage(load()).documents for one in document.relevant]
    assert len(one_hop) > 500
    assert all(one_hop)


def test_articles_and_sources_that_are_only_named(found: Coverage) -> None:
    (law,) = found.laws
    assert [len(law.articles), len(law.with_norm), len(law.norms)] == [2, 1, 1]
    assert [article.value[-5:] for article in law.without_norm] == ["wet-2"]
    assert [source.value[-3:] for source in found.named_only] == ["oud"]


def test_a_law_that_was_read_as_a_document_is_not_only_named(body: Body) -> None:
    folder = body("x:oud a eli:LegalResource ;", "x:oud a eli:LegalResource ; h:readAs x:brief ;")
    assert coverage(load([folder])).named_only == ()


def test_a_body_without_statements_has_nothing_to_tell(tmp_path: Path) -> None:
    (tmp_path / "leeg.ttl").write_text("<urn:a> <urn:b> <urn:c> .\n", "utf-8")
    assert coverage(load([tmp_path])) == Coverage((), (), ())
