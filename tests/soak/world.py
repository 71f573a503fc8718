"""A workspace with its data that can be looked at, and put back as it was."""

import contextlib
import io
import os
import re
import shutil
import signal
import sqlite3
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests import fakeaudit
from tests.fakeaudit import Box

LEFT_BEHIND = re.compile(r"(^|/)\.brukarrevision-|\.lock$|-journal$|hooks/\.pre")
"""What a killed command may leave: nothing ever reads it but SQLite its journal."""

_TIMES = re.compile(r"\d{4}-\d\d-\d\d[T ][\d:.]+(\+00:00|Z)?")
_RANDOM_ID = re.compile(r"(?m)^id: ['\"]?[0-9a-f]{12}['\"]?$")
_QUOTE = re.compile(r"\bc[2-9a-hjkmnp-tv-z]{5}\b")
_DRAWN = 64
PENDING = "#pending"
"""Ends the name of what a store has promised to write, and has not yet."""

State = Mapping[str, str]
"""What every file says, by its path; times and random ids left out."""


@dataclass(frozen=True)
class World:
    """All that commands may touch."""

    base: Path
    box: Box

    def state(self) -> State:
        """Return what every file says."""
        found = {}
        for path in sorted(self.base.rglob("*")):
            name = path.relative_to(self.base).as_posix()
            if path.is_file() and not LEFT_BEHIND.search(name):
                said = _said(path)
                if said is not None:
                    found[name], rest = said
                    found |= {f"{name}{PENDING}": rest} if rest else {}
        return found

    def keep(self) -> Path:
        """Keep everything as it is now, to be put back."""
        kept = self.base.with_name(f"{self.base.name}-{time.monotonic_ns()}")
        shutil.copytree(self.base, kept, symlinks=True)
        return kept

    def put_back(self, kept: Path) -> None:
        """Make everything as it was kept; the folders themselves stay."""
        for path in self.base.iterdir():
            if path.is_dir() and path != self.box.root:
                shutil.rmtree(path)
            elif path.is_file():
                path.unlink()
        for path in self.box.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(kept, self.base, symlinks=True, dirs_exist_ok=True)


def made(base: Path) -> World:
    """Make a world with the small audit of the tests."""
    base.mkdir()
    return World(base, fakeaudit.make(base))


def _said(path: Path) -> tuple[str, str] | None:
    """Return what a file says, and apart from it what a store has still to write."""
    data = path.read_bytes()
    if path.suffix == ".sqlite":
        return _stored(path) if data else None
    if path.suffix == ".age":
        return _sealed(path, data), ""
    if path.suffix == ".xlsx":
        return repr(_cells(data)), ""
    text = data.decode("utf-8", "surrogateescape")
    return _undrawn(text), ""


def _undrawn(text: str) -> str:
    """Return a text without times and ids that are drawn at random."""
    return _QUOTE.sub("c?", _RANDOM_ID.sub("id: ?", _TIMES.sub("?", text)))


def _sealed(path: Path, data: bytes) -> str:
    """Open what is sealed; it is sealed otherwise each time."""
    import pyrage

    key = path.with_name("nyckel.txt").read_text("utf-8").strip()
    whole = pyrage.decrypt(data, [pyrage.x25519.Identity.from_str(key)])
    return f"sealed, {len(whole) > 0}"


def _cells(data: bytes) -> list[object]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book]


def _stored(path: Path) -> tuple[str, str] | None:
    """Return all rows of a store as text; nothing for one that holds no import."""
    with contextlib.closing(sqlite3.connect(path)) as store:
        said = [row[0] for row in store.execute("PRAGMA integrity_check")]
        # SQLite 3.40 sees NULL where a table without rowid has its key at the end.
        assert not [one for one in said if one != "ok" and "NULL value in" not in one]
        assert not store.execute("PRAGMA foreign_key_check").fetchall()
        names = [
            row[0]
            for row in store.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
            )
        ]
        rows = {
            name: _plain(store.execute(f"SELECT * FROM {name}"))  # noqa: S608
            for name in names
        }
    if not rows.get("imports"):
        return None
    pending = rows.pop("pending", [])
    return _undrawn(repr(rows)), repr(pending) if pending else ""


def _plain(rows: Iterable[tuple[object, ...]]) -> list[str]:
    """Return rows as texts, without keys and marks, which are drawn at random."""
    return sorted(
        repr(
            [
                "?" if isinstance(one, bytes) and len(one) <= _DRAWN else one
                for one in row
            ]
        )
        for row in rows
    )


@dataclass(frozen=True)
class Ended:
    """How a command ended: its code, None if it was killed, and what it printed."""

    code: int | None
    out: str
    err: str
    seconds: float


def forked(
    words: tuple[object, ...],
    *,
    kill_after: float | None = None,
    first: Callable[[], None] | None = None,
) -> Ended:
    """Run a command in a process of its own that is a copy of this one.

    Everything is imported there already, so that what is killed is the work itself.

    Args:
        words: of the command line.
        kill_after: seconds after which it is killed, as by a power cut.
        first: what is done in the process before the command.
    """
    read_out, write_out = os.pipe()
    read_err, write_err = os.pipe()
    began = time.monotonic()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if not child:
        os.dup2(write_out, 1)
        os.dup2(write_err, 2)
        _run_and_end(words, first)
    os.close(write_out)
    os.close(write_err)
    timer = threading.Timer(kill_after or 3_600, _kill, (child,))
    timer.start()
    texts = _both(read_out, read_err)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - began
    timer.cancel()
    timer.join()
    code = os.waitstatus_to_exitcode(status)
    return Ended(None if code < 0 else code, *texts, seconds)


def _kill(child: int) -> None:
    with contextlib.suppress(ProcessLookupError):  # it ended a moment ago
        os.kill(child, signal.SIGKILL)


def _both(out: int, err: int) -> tuple[str, str]:
    """Read two pipes to their ends."""
    found: dict[int, bytes] = {}

    def drain(pipe: int) -> None:
        with os.fdopen(pipe, "rb") as stream:
            found[pipe] = stream.read()

    readers = [threading.Thread(target=drain, args=(pipe,)) for pipe in (out, err)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return found[out].decode(errors="replace"), found[err].decode(errors="replace")


def _run_and_end(words: tuple[object, ...], first: Callable[[], None] | None) -> None:
    """Run a command and end the child, whatever happens in it."""
    code = 98
    try:
        code = _run(words, first)
    except BaseException:  # noqa: BLE001 - told to the parent, which has the test
        os.write(2, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _run(words: tuple[object, ...], first: Callable[[], None] | None) -> int:
    """Run a command in the child, with streams of its own."""
    from brukarrevision.cli.boundary import guarded
    from brukarrevision.cli.run import run

    with (
        os.fdopen(1, "w", encoding="utf-8", closefd=False) as out,
        os.fdopen(2, "w", encoding="utf-8", closefd=False) as err,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        if first:
            first()
        return guarded(lambda: run(["--lang", "sv", *map(str, words)]))
