"""Writes the alignments anew from their tables: `python tools/alignments.py`.

What hiaat's terms match in other vocabularies stands in alignments/*.sssom.tsv, one table a vocabulary, in the form
of SSSOM (the Simple Standard for Sharing Ontological Mappings). That is what people edit. From it follow the Turtle
files beside it, and in the table itself the labels of our own terms, the order of the rows and the form.
"""

import csv
import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import wrap
from typing import Any

import pyoxigraph as ox
import yaml

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "alignments"
ENDING = ".sssom.tsv"
SURE = "ext_object_confidence"  # how sure it is that the other vocabulary has the term: h:confidence
COLUMNS = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "comment",
    SURE,
)
LABELS = [
    ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
]
MADE = "Made by tools/alignments.py from the table beside it: edit that. Nothing imports this file, no rule reads it."
SURELY = "Whether the other vocabulary has these terms: see docs/alignments.md for what the words mean."
Row = dict[str, str]


@dataclass(frozen=True)
class Alignment:
    """A table: what is said of the whole set, and the mappings in order."""

    about: dict[str, Any]
    rows: list[Row]

    def iri(self, curie: str) -> str:
        """The name in full; KeyError if the table does not declare the prefix."""
        prefix, _, name = curie.partition(":")
        return f"{self.about['curie_map'][prefix]}{name}"


def tables() -> list[Path]:
    """All tables."""
    return sorted(FOLDER.glob(f"*{ENDING}"))


def turtle_of(table: Path) -> Path:
    """The Turtle file that belongs to a table."""
    return table.with_name(table.name.removesuffix(ENDING) + ".ttl")


def read(text: str) -> Alignment:
    """A table as it stands, its rows in order and with the labels that our terms have now."""
    lines = text.splitlines()
    about = yaml.safe_load("\n".join(line[1:] for line in lines if line.startswith("#")))
    found = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    alignment = Alignment(about, sorted(found, key=lambda row: [row[name] for name in COLUMNS if "_id" in name]))
    for row in alignment.rows:
        row["subject_label"] = labels().get(alignment.iri(row["subject_id"]), "")
    return alignment


@cache
def labels() -> dict[str, str]:
    """What the ontology calls its terms in English."""
    store = ox.Store()
    for file in sorted(ROOT.glob("ontology/**/*.ttl")):
        store.load(path=file, format=ox.RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for predicate in reversed(LABELS)
        for quad in store.quads_for_pattern(None, predicate, None)
        if isinstance(quad.subject, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and quad.object.language == "en"
    }


def table(alignment: Alignment) -> str:
    """The table as it should stand."""
    head = yaml.safe_dump(alignment.about, sort_keys=False, allow_unicode=True, width=1000)
    body = io.StringIO()
    writer = csv.DictWriter(body, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(alignment.rows)
    return "".join(f"#{line}\n" for line in head.splitlines()) + body.getvalue()


def turtle(alignment: Alignment) -> str:
    """The same mappings as triples, and how sure it is that each term of the other vocabulary exists."""
    about, rows = alignment.about, alignment.rows
    mappings = [f"{row['subject_id']} {row['predicate_id']} {row['object_id']} ." for row in rows]
    sure = sorted({f'{row["object_id"]} h:confidence "{row[SURE]}" .' for row in rows})
    names = [row[column] for row in rows for column in ("subject_id", "predicate_id", "object_id")]
    used = {name.partition(":")[0] for name in names} | {"dcterms", "h", "owl"}
    prefixes = [f"@prefix {name}: <{about['curie_map'][name]}> ." for name in sorted(used)]
    head = f"{about['mapping_set_title']}. {about['mapping_set_description']}"
    ontology = [
        f"<{about['mapping_set_id']}> a owl:Ontology ;",
        f'  dcterms:title "{about["mapping_set_title"]}"@en ;',
        f"  dcterms:license <{about['license']}> .",
    ]
    blocks = [_comment(head) + _comment(MADE), prefixes, ontology, mappings, _comment(SURELY) + sure]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in wrap(text, 118)]


def main() -> None:
    """Rewrite what is not as it should be."""
    for file in tables():
        alignment = read(file.read_text("utf-8"))
        for path, text in ((file, table(alignment)), (turtle_of(file), turtle(alignment))):
            if not path.exists() or path.read_text("utf-8") != text:
                path.write_text(text, "utf-8")
                print(path)


if __name__ == "__main__":
    main()
