"""A norm that holds earlier than the text on which it rests says of when that text is, by one rule for all.

What is later than the norm's first day was not read of that day: `h:textReadFrom` of the norm is that of the newest
article that it rests on. Where no article is newer there is none.
"""

import re
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from tests.model.body import graph, iri, norms, short
from tests.model.test_reading_layer import rows

from hiaat.knowledge.days import interval
from hiaat.knowledge.terms import h

READ = {row[0]: row[1] for row in rows("SELECT ?a ?read { ?a a eli:LegalResourceSubdivision ; h:textReadFrom ?read }")}


def texts(norm: ox.NamedNode, word: str) -> Iterator[str]:
    return (value.value for value in graph().objects(norm, h(word)) if isinstance(value, ox.NamedNode | ox.Literal))


@pytest.mark.parametrize("norm", norms(), ids=lambda norm: short(iri(norm)))
def test_a_norm_older_than_its_text_says_so(norm: ox.NamedNode) -> None:
    start = interval(next(texts(norm, "validFrom")))[1]
    newer = {READ[basis] for basis in texts(norm, "basedOn") if basis in READ and interval(READ[basis])[0] > start}
    newest = [max(newer, key=interval)] if newer else []
    assert list(texts(norm, "textReadFrom")) == newest


def test_an_article_read_in_the_text_of_a_year_says_so() -> None:
    years = {
        article: re.findall(r"\[(\d{4}) text", at)
        for article, at in rows("SELECT ?a ?at { ?a h:readAt ?at ; eli:is_part_of ?law }")
    }
    assert sum(map(bool, years.values())) > 40
    assert [article for article, found in years.items() if found and article not in READ] == []
