"""Writes several files as one folder: the whole of it or nothing, and never over what somebody has there."""

import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from hiaat.cli.mistakes import OutputError
from hiaat.cli.output import OPEN_TO_ALL, reason, umask
from hiaat.reports.texts import Texts

RUN_BY_ALL = 0o777


def is_free(target: str | Path) -> bool:
    """Whether a folder can come here: there is nothing yet, or an empty folder."""
    path = Path(target)
    try:
        return not any(path.iterdir()) if path.is_dir() else not (path.exists() or path.is_symlink())
    except (OSError, ValueError):
        return True  # what is wrong is told when it is written


def write_folder(files: Mapping[str, str], target: str | Path, texts: Texts, programs: Collection[str] = ()) -> None:
    """Write the files, by name, those of `programs` to be run. OutputError if that fails; then there is nothing new."""
    try:
        _replace(Path(target).resolve(), files, programs)
    except (OSError, ValueError) as wrong:
        raise OutputError(texts("no-write", name=target, reason=reason(wrong, texts))) from wrong


def _replace(path: Path, files: Mapping[str, str], programs: Collection[str]) -> None:
    """Write beside it first; a name can be taken by a folder only where nothing, or an empty folder, is."""
    allowed = RUN_BY_ALL & ~umask()
    beside = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:100]}."))
    try:
        for name, text in files.items():
            file = beside / name
            file.write_bytes(text.encode())
            file.chmod(allowed if name in programs else allowed & OPEN_TO_ALL)
        beside.chmod(path.stat().st_mode & RUN_BY_ALL if path.exists() else allowed)
        beside.replace(path)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
