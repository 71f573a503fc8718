"""What the user sees at the terminal, and the one place where faults become words.

Data goes to stdout, talk to stderr. Colour is used on a terminal alone; what is piped
is plain and stable. Text from files cannot send commands to the terminal.
"""

import json
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from brukarrevision.errors import AuditError, Place, Problem, problem
from brukarrevision.i18n import tr
from brukarrevision.tables.grid import Grid

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_quiet = False


def be_quiet(*, quiet: bool) -> None:
    """Say nothing but results and faults."""
    global _quiet  # noqa: PLW0603 - one process has one terminal
    _quiet = quiet


def clean(text: str) -> str:
    """Return the text without characters that a terminal would obey."""
    kept = (c if c in "\n\t" or c.isprintable() else " " for c in text)
    return "".join(kept)


@cache
def _on(stream: Literal["out", "err"]) -> "Console":
    from rich.console import Console

    return Console(stderr=stream == "err", highlight=False, markup=False, emoji=False)


def is_terminal() -> bool:
    """Tell whether somebody can be asked: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _colour(stream: Literal["out", "err"]) -> bool:
    return (sys.stderr if stream == "err" else sys.stdout).isatty()


def _write(text: str, stream: Literal["out", "err"], style: str | None = None) -> None:
    if _colour(stream):
        _on(stream).print(clean(text), style=style, soft_wrap=True)
        return
    target = sys.stderr if stream == "err" else sys.stdout
    target.write(_encodable(clean(text), target.encoding) + "\n")


def _encodable(text: str, encoding: str | None) -> str:
    """Return text that an old Windows terminal can take, rather than a crash."""
    kind = encoding or "utf-8"
    return text.encode(kind, errors="replace").decode(kind, errors="replace")


def out(text: str) -> None:
    """Print a result."""
    _write(text, "out")


def out_json(data: object) -> None:
    """Print a result for programs."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def say(text: str) -> None:
    """Tell the user something, unless told to be quiet."""
    if not _quiet:
        _write(text, "err")


def warn(text: str) -> None:
    """Tell the user something that must not be missed."""
    _write(text, "err", "yellow")


_LABELS = {
    "error": ("fel", "error"),
    "warning": ("varning", "warning"),
    "note": ("notera", "note"),
}


def show(problems: Iterable[Problem]) -> None:
    """Print problems with their places; a remedy once after those that share it."""
    listed = list(problems)
    for at, one in enumerate(listed):
        following = listed[at + 1] if at + 1 < len(listed) else None
        where = str(one.place)
        head = f"{where}: " if where else ""
        label = tr(*_LABELS[one.severity])
        _write(f"{head}{label}: {one.message} [{one.code}]", "err", _STYLES[one.severity])
        if one.remedy and (following is None or following.remedy != one.remedy):
            _write(f"    → {one.remedy}", "err")


def problem_json(one: Problem) -> dict[str, object]:
    """Return a problem for programs."""
    place = one.place
    return {
        "code": one.code,
        "severity": one.severity,
        "file": place.file or None,
        "line": place.line or None,
        "column": place.column or None,
        "row": place.row or None,
        "cell": place.cell or None,
        "part": place.part or None,
        "message": one.message,
        "remedy": one.remedy,
    }


def grid(table: Grid) -> None:
    """Print a table: drawn on a terminal, tab-separated when piped."""
    if not _colour("out"):
        lines = [table.title, *("\t".join(map(str, r)) for r in (table.header, *table.rows))]
        out("\n".join([*lines, *([table.note] if table.note else [])]) + "\n")
        return
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(
        title=Text(clean(table.title), style="bold"), box=box.SIMPLE, title_justify="left"
    )
    for at, name in enumerate(table.header):
        drawn.add_column(Text(name), justify="right" if at in table.right else "left")
    for row in table.rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    _on("out").print(drawn)
    if table.note:
        _on("out").print(Text(clean(table.note)), style="dim")


@contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar while something long is done; silent when nobody watches.

    Yields:
        A function to call with how much is done and of how much (0 if not known).
    """
    if _quiet or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.progress import Progress

    with Progress(console=_on("err"), transient=True) as bar:
        task = bar.add_task(text, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of or None)


def ask(question: str, default: str = "") -> str:
    """Ask for a line of text on the terminal; an empty answer gives the default."""
    sys.stderr.write(f"{question}{f' [{default}]' if default else ''}: ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip() or default


def confirm(question: str, *, default: bool) -> bool:
    """Ask for yes or no; J, Y and their words mean yes."""
    hint = tr("J/n" if default else "j/N", "Y/n" if default else "y/N")
    answer = ask(f"{question} ({hint})").lower()
    return default if not answer else answer[0] in "jy"


def guarded(work: Callable[[], int | None]) -> int:
    """Run a command and return its exit code; every fault is told in words.

    A fault of the program itself is told by its kind and place in the code alone: its
    own text could hold an answer.
    """
    try:
        return work() or 0
    except AuditError as fault:
        show(fault.problems)
        return fault.exit_code
    except KeyboardInterrupt:
        show([problem("stopped")])
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except MemoryError:
        show([problem("memory-short")])
        return 4
    except Exception as fault:  # noqa: BLE001 - the boundary: never a traceback
        show([_internal(fault)])
        return 4


def _internal(fault: Exception) -> Problem:
    frames = traceback.extract_tb(fault.__traceback__)
    own = [f for f in frames if "brukarrevision" in f.filename] or frames[-1:]
    where = f"{Path(own[-1].filename).name}:{own[-1].lineno}" if own else "?"
    return problem("internal", Place(), kind=type(fault).__name__, where=where)


def summary(problems: Sequence[Problem]) -> None:
    """Say how many errors, warnings and notes there are."""
    counts = {s: sum(p.severity == s for p in problems) for s in _LABELS}
    if not problems:
        say(tr("Allt ser bra ut.", "All looks well."))
        return
    say(
        tr(
            f"{counts['error']} fel, {counts['warning']} varningar, "
            f"{counts['note']} noteringar",
            f"{counts['error']} errors, {counts['warning']} warnings, "
            f"{counts['note']} notes",
        )
    )
