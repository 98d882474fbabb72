"""Where the knowledge lives: `ontology/`, `data/`, `shapes/` and `queries/`.

A wheel carries them inside the package; in a checkout they are the folders of the repository, so that an
edit is seen at once. Nobody else needs to know the difference.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

from hiaat.errors import KnowledgeError

FOLDERS = ("ontology", "data", "shapes", "queries")


@cache
def root() -> Path:
    """The folder that holds the four folders of knowledge."""
    package = Path(str(files("hiaat")))
    candidates = (package / "_bundle", package.parents[1])
    for candidate in candidates:
        if all((candidate / folder).is_dir() for folder in FOLDERS):
            return candidate
    looked = " or ".join(str(candidate) for candidate in candidates)
    raise KnowledgeError(f"the knowledge is not complete: no {', '.join(FOLDERS)} in {looked}")
