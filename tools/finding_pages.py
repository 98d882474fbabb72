"""Makes a documentation page of the header of each finding shape: `make docs` writes them to build/docs/findings/."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PARTS = ("What", "Why it matters", "Ground")
_COMMENT = re.compile(r'rdfs:comment "([^"]+)"@en')


def page(shape: Path) -> str:
    """The page of one shape. ValueError if its header lacks a part."""
    header = [line[2:] for line in shape.read_text("utf-8").splitlines() if line.startswith("# ")]
    told = dict(line.split(": ", 1) for line in header if line.split(":")[0] in PARTS)
    missing = [part for part in PARTS if not told.get(part)]
    if missing:
        raise ValueError(f"{shape.name}: the header does not say {', '.join(missing)}")
    rules = _COMMENT.findall(shape.read_text("utf-8"))
    lines = [
        f"# {shape.stem}: {header[0]}",
        "",
        f"**What.** {told['What']}",
        "",
        f"**Why it matters.** {told['Why it matters']}",
        "",
    ]
    lines += [
        f"**Ground.** {told['Ground']}",
        "",
        *(["**How it is found.**", "", *(f"- {why}" for why in rules), ""] if rules else []),
    ]
    lines += [f"Shape: `shapes/findings/{shape.name}`. Smallest example and nearest control: `tests/kinds/`.", ""]
    return "\n".join(lines)


def main(folder: Path) -> None:
    """Write all pages."""
    folder.mkdir(parents=True, exist_ok=True)
    for shape in sorted((ROOT / "shapes/findings").glob("*.ttl")):
        (folder / f"{shape.stem}.md").write_text(page(shape), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
