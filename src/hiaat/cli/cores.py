"""The same work for each of many files, spread over the cores.

Processes are forked: each has what was read already. Where that cannot be done, or is not worth it, this one does all.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from hiaat.errors import EngineError

WORTH = 4  # files for each process: with fewer, starting it takes longer than it saves

T = TypeVar("T")


def spread(work: Callable[[int], T], number: int, lost: str) -> list[T]:
    """What the work gives for 0, 1, ... in that order. It must give what can be pickled; what it raises is raised.

    EngineError, with the text `lost`, if the system ends one of the processes.
    """
    processes = min(cores(), number // WORTH)
    if processes < 2:
        return [work(one) for one in range(number)]
    _work.append(work)
    gc.freeze()  # or collecting in one process would copy what all share
    pool = ProcessPoolExecutor(processes, multiprocessing.get_context("fork"), initializer=_leave_interrupts)
    try:
        return list(pool.map(_do, range(number)))
    except BrokenProcessPool as broken:
        raise EngineError(lost) from broken
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        gc.unfreeze()
        _work.clear()


def cores() -> int:
    """How many processes can work at once; 1 where processes cannot safely be forked."""
    safe = sys.platform == "linux" and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if safe else 1


_work: list[Callable[[int], Any]] = []  # what forked processes find here


def _do(number: int) -> Any:
    return _work[-1](number)


def _leave_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that waits for this one ends both
