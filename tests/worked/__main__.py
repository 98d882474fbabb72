"""Writes docs/worked.md: `make worked`."""

import tempfile
from pathlib import Path

from tests.worked.test_worked import ROOT, page

with tempfile.TemporaryDirectory() as folder:
    (ROOT / "docs/worked.md").write_text(page(Path(folder)), "utf-8")
