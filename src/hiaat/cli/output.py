"""Writes a result to the screen or to a file: the whole of it or nothing, always as UTF-8."""

import errno
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from hiaat.cli.mistakes import OutputError
from hiaat.reports.texts import Texts

OPEN_TO_ALL = 0o666


def write(text: str, target: str | Path | None, texts: Texts) -> None:
    """Write a text. OutputError if that fails; a file that was there is then as it was."""
    if target is None:
        _to_screen(text, texts)
        return
    path = Path(target)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as device:  # a pipe or a device: there is nothing to replace
                device.write(text.encode())
        else:
            _replace(path.resolve(), text)
    except BrokenPipeError as wrong:
        raise OutputError(texts("broken-pipe")) from wrong
    except (OSError, ValueError) as wrong:
        raise OutputError(texts("no-write", name=target, reason=reason(wrong, texts))) from wrong


def _replace(path: Path, text: str) -> None:
    """Write beside the file first, so that nobody ever sees half of it."""
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    mode = path.stat().st_mode if path.exists() else OPEN_TO_ALL & ~umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def umask() -> int:
    """What the user does not give to new files."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _to_screen(text: str, texts: Texts) -> None:
    try:
        screen = _screen()
        left = memoryview(text.encode("utf-8", "surrogateescape"))  # a name of a file can be any bytes
        while left:  # without a buffer of its own, a screen may take a part at a time
            left = left[screen.write(left) :]
        screen.flush()
    except BrokenPipeError as wrong:
        _forget_screen()
        raise OutputError(texts("broken-pipe")) from wrong
    except (OSError, ValueError) as wrong:
        _forget_screen()
        raise OutputError(texts("no-write", name=texts("screen"), reason=reason(wrong, texts))) from wrong


def _screen() -> BinaryIO:
    if sys.stdout is None:
        raise OSError(9, os.strerror(9))
    sys.stdout.flush()
    return sys.stdout.buffer


def _forget_screen() -> None:
    """Nothing more can be written there; without this Python would try once more when it ends, and complain."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def reason(wrong: Exception, texts: Texts) -> str:
    """Why the operating system refused: in the language of the reader where that is known, else in its own words."""
    key = f"os-{errno.errorcode.get(getattr(wrong, 'errno', None) or 0, '')}"
    return texts(key) if texts.has(key) else getattr(wrong, "strerror", None) or str(wrong)
