"""The one place where faults become words and exit codes."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from brukarrevision.console import show, warn
from brukarrevision.errors import NOWHERE, AuditError, Problem, problem


def guarded(work: Callable[[], int | None]) -> int:
    """Run a command and return its exit code; every fault is told in words."""
    try:
        code = _told(work)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        _hang_up()
        return 0
    return code


def _told(work: Callable[[], int | None]) -> int:
    try:
        return work() or 0
    except AuditError as fault:
        show(fault.problems)
        return fault.exit_code
    except KeyboardInterrupt:
        show([problem("stopped")])
        return 130
    except MemoryError:
        show([problem("memory-short")])
        return 4
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 - the boundary: never a traceback
        show([_internal(fault, "internal")])
        return 4


@contextmanager
def telling(done: str) -> Iterator[None]:
    """Tell about something that is done: if telling fails, say that it was done."""
    try:
        yield
    except BrokenPipeError:
        raise
    except Exception as fault:  # noqa: BLE001 - the deed stands, whatever is said of it
        warn(done)
        show([_internal(fault, "internal-told")])


def _hang_up() -> None:
    """Let what is still to be printed go nowhere: nobody reads it (``| head``)."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            os.dup2(nowhere, stream.fileno())


def _internal(fault: Exception, code: str) -> Problem:
    """Name a fault of the program by its kind and place in the code alone.

    Its own text could hold an answer.
    """
    frames = traceback.extract_tb(fault.__traceback__)
    own = [f for f in frames if "brukarrevision" in f.filename] or frames[-1:]
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
    return problem(code, NOWHERE, kind=type(fault).__name__, where=where)
