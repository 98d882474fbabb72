from pathlib import Path

import pytest

from hiaat import bundle
from hiaat.errors import KnowledgeError


def test_checkout_is_read_where_it_is(repository: Path) -> None:
    assert bundle.root() == repository


def test_knowledge_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundle, "files", lambda _: tmp_path / "lib" / "hiaat")
    bundle.root.cache_clear()
    with pytest.raises(KnowledgeError, match="ontology, data, shapes, queries"):
        bundle.root()
    bundle.root.cache_clear()
