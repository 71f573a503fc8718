"""What the user sees at the terminal.

Data goes to stdout, talk to stderr. Colour is used on a terminal alone; what is piped
is plain and stable. Text from files cannot send commands to the terminal.
"""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Literal

from brukarrevision.errors import Problem
from brukarrevision.i18n import tr
from brukarrevision.tables.grid import Grid

if TYPE_CHECKING:
    from rich.console import Console

Stream = Literal["out", "err"]

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_quiet = False


def draw(text: str) -> None:
    """Write on the terminal as it is; the cursor may be moved on its own line."""
    plain = "".join(c if c in "\r\b" else clean(c) for c in text)
    sys.stderr.write(_encodable(plain, sys.stderr.encoding))
    sys.stderr.flush()


@contextmanager
def private_screen() -> Iterator[None]:
    """Show what follows on a screen that is gone afterwards, where there is one."""
    screen = _on("err")
    changed = screen.set_alt_screen(True)
    try:
        yield
    finally:
        if changed:
            screen.set_alt_screen(False)


def be_quiet(*, quiet: bool) -> None:
    """Say nothing but results and faults."""
    global _quiet  # noqa: PLW0603 - one process has one terminal
    _quiet = quiet


def clean(text: str) -> str:
    """Return the text without characters that a terminal would obey."""
    return "".join(c if c in "\n\t" or c.isprintable() else " " for c in text)


@cache
def _on(stream: Stream) -> "Console":
    from rich.console import Console

    return Console(stderr=stream == "err", highlight=False, markup=False, emoji=False)


def can_ask() -> bool:
    """Tell whether somebody can be asked: both ends are a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_terminal(stream: Stream = "out") -> bool:
    """Tell whether somebody reads along, rather than a file or a program."""
    return (sys.stderr if stream == "err" else sys.stdout).isatty()


def _write(text: str, stream: Stream, style: str | None = None) -> None:
    if is_terminal(stream):
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


def out_data(data: bytes) -> None:
    """Print a result for programs to the byte, in any locale."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def out_json(data: object) -> None:
    """Print a result for programs."""
    out_data((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def say(text: str) -> None:
    """Tell the user something, unless told to be quiet."""
    if not _quiet:
        _write(text, "err")


def warn(text: str) -> None:
    """Tell the user something that must not be missed."""
    _write(text, "err", "yellow")


def change(sign: str, text: str) -> None:
    """Print a line that goes (``-``) or comes (``+``)."""
    _write(f"{sign} {text}", "out", {"-": "red", "+": "green"}[sign])


_LABELS = {
    "error": ("fel", "error"),
    "warning": ("varning", "warning"),
    "note": ("notera", "note"),
}


def show(problems: Iterable[Problem]) -> None:
    """Print problems with their places; a remedy once after those that share it."""
    listed = list(problems)
    for at, one in enumerate(listed):
        where = str(one.place)
        head = f"{where}: " if where else ""
        text = f"{head}{tr(*_LABELS[one.severity])}: {one.message} [{one.code}]"
        _write(" ".join(text.split("\n")), "err", _STYLES[one.severity])
        if one.remedy and one.remedy not in [p.remedy for p in listed[at + 1 : at + 2]]:
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


def summary(problems: Sequence[Problem]) -> None:
    """Say how many errors, warnings and notes there are."""
    if not problems:
        say(tr("Allt ser bra ut.", "All looks well."))
        return
    counts = {s: sum(p.severity == s for p in problems) for s in _LABELS}
    say(", ".join(f"{counts[s]} {_counted(s, counts[s])}" for s in _LABELS))


def _counted(severity: str, count: int) -> str:
    """Return the word for a number of problems."""
    one, more = {
        "error": (tr("fel", "error"), tr("fel", "errors")),
        "warning": (tr("varning", "warning"), tr("varningar", "warnings")),
        "note": (tr("notering", "note"), tr("noteringar", "notes")),
    }[severity]
    return one if count == 1 else more


def grid(table: Grid) -> None:
    """Print a table: drawn on a terminal, tab-separated when piped."""
    if is_terminal():
        _draw(table)
        return
    rows = ["\t".join(map(_cell, row)) for row in (table.header, *table.rows)]
    note = [table.note] if table.note else []
    out("\n".join([_cell(table.title), *rows, *note, ""]))


def _cell(text: str) -> str:
    """Return a text that is one cell of one line."""
    return " ".join(text.split())


def _draw(table: Grid) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE)
    for at, name in enumerate(table.header):
        drawn.add_column(Text(name), justify="right" if at in table.right else "left")
    for row in table.rows:
        drawn.add_row(*(Text(clean(cell)) for cell in row))
    _on("out").print(Text(clean(table.title), style="bold"))
    _on("out").print(drawn)
    if table.note:
        _on("out").print(Text(clean(table.note), style="dim"))
    _on("out").print()


@contextmanager
def progress(text: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar while something long is done; silent when nobody watches.

    Yields:
        A function to call with how much is done and of how much (0 if not known).
    """
    if _quiet or not is_terminal("err"):
        yield lambda _done, _of: None
        return
    from rich.progress import Progress

    with Progress(console=_on("err"), transient=True) as bar:
        task = bar.add_task(text, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of or None)


def ask(question: str, default: str = "") -> str:
    """Ask for a line of text on the terminal; an empty answer gives the default."""
    sys.stderr.write(clean(f"{question}{f' [{default}]' if default else ''}: "))
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
