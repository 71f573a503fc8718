"""An SPSS file's values and labels, by pyreadstat, read in a process of its own.

The library is written in C, and a damaged file can bring it down: then only that
process ends, and we can say so.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from brukarrevision.errors import FaultyFiles, MachineFault, Place, Problem, problem
from brukarrevision.intake import archive
from brukarrevision.intake.spsstext import Value

MAX_BYTES = 1_000_000_000

_MARKS = (b"$FL2", b"$FL3")
_COMMAND = f"from {__name__} import answer; answer()"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable of a file.

    Attributes:
        name: and ``label``: of the variable.
        shape: its format, such as ``F8.2`` or ``DATE11``.
        values: of all cases, None where SPSS calls them system-missing.
        labels: of its values.
        missing: what is declared to be no answer, as (lowest, highest).
    """

    name: str
    label: str
    shape: str
    values: list[Value] = field(repr=False)
    labels: dict[float | str, str] = field(default_factory=dict)
    missing: tuple[tuple[float | str, float | str], ...] = ()


@dataclass(frozen=True, slots=True)
class Set:
    """Variables that together are one question of several answers.

    Attributes:
        name: and ``label``: of the set; ``variables``: their names.
        ticked: the value that means chosen, if each variable is one option; None if
            each holds one of the answers.
    """

    name: str
    label: str
    variables: tuple[str, ...]
    ticked: str | None


@dataclass(frozen=True, slots=True)
class File:
    """What a file holds: its variables and sets, and how its texts are encoded."""

    variables: tuple[Variable, ...]
    sets: tuple[Set, ...]
    encoding: str


def load(path: Path, encoding: str | None = None) -> File:
    """Read a file.

    Args:
        path: .sav or .zsav.
        encoding: of its texts, where the file does not say it right.

    Raises:
        FaultyFiles: it is no such file, damaged, or too large.
        MachineFault: pyreadstat is not installed.
    """
    if find_spec("pyreadstat") is None:
        raise MachineFault(problem("sav-no-reader"))
    with path.open("rb") as stream:
        start = stream.read(4)
    broken = problem("sav-broken", Place(path.name))
    if start not in _MARKS:
        raise FaultyFiles(broken)
    found = _apart(path, encoding)
    if found is None:
        raise FaultyFiles(broken)
    if isinstance(found, Problem):
        raise FaultyFiles(found)
    return found


def _apart(path: Path, encoding: str | None) -> File | Problem | None:
    """Read a file in another process; return None if that was brought down.

    Whatever the library writes there, on its way down or before, is not shown.
    """
    done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-P", "-c", _COMMAND],
        input=pickle.dumps((path, encoding)),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode or not done.stdout:
        return None
    found: File | Problem = pickle.loads(done.stdout)  # noqa: S301 - we wrote it
    return found


def answer() -> None:
    """Read the file that is asked for on stdin, and write what it holds to stdout."""
    _leave_no_core()
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        path, encoding = pickle.load(sys.stdin.buffer)  # noqa: S301 - we wrote it
        out.write(pickle.dumps(_load(path, encoding)))


def _leave_no_core() -> None:
    """Let no dump of the process be kept if it is brought down: answers are in it."""
    with suppress(ImportError):  # Windows keeps none
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _load(path: Path, encoding: str | None) -> File | Problem:
    """Read a file, whatever it does to the process; the library's words stay here."""
    try:
        _, meta = _read(path, encoding, metadataonly=True)
        rows = _bounded(meta, path.name)
        values, meta = _read(path, encoding, row_limit=rows)
        return File(
            tuple(_variable(name, values[name], meta) for name in meta.column_names),
            tuple(_set(name, facts, meta) for name, facts in meta.mr_sets.items()),
            meta.file_encoding or "utf-8",
        )
    except FaultyFiles as fault:
        return fault.problems[0]
    except Exception as fault:  # noqa: BLE001 - of a damaged file it may be any
        letters = "encoding" in str(fault).lower()
        return problem("sav-letters" if letters else "sav-broken", Place(path.name))


def _read(path: Path, encoding: str | None, **more: object) -> tuple[Any, Any]:
    import pyreadstat

    how: dict[str, Any] = {
        "output_format": "dict",
        "user_missing": True,
        "disable_datetime_conversion": True,
        "encoding": encoding,
        **more,
    }
    found: tuple[Any, Any] = pyreadstat.read_sav(path, **how)
    return found


def _bounded(meta: Any, name: str) -> int:  # noqa: ANN401 - of a library without types
    """Return how many rows to read, if that is no more than a survey can have."""
    rows, columns = meta.number_rows or 0, len(meta.column_names)
    place = Place(name)
    if rows <= 0 or not columns:
        raise FaultyFiles(problem("csv-empty", place))
    archive.bounded(rows, columns, place)
    size = rows * sum(meta.variable_storage_width.values())
    if size > MAX_BYTES:
        facts = {"size": size // 1_000_000, "limit": MAX_BYTES // 1_000_000}
        raise FaultyFiles(problem("sav-too-large", place, **facts))
    return rows


def _variable(name: str, values: list[Value], meta: Any) -> Variable:  # noqa: ANN401
    missing = meta.missing_ranges.get(name, ())
    return Variable(
        name,
        " ".join((meta.column_names_to_labels.get(name) or "").split()),
        meta.original_variable_types.get(name) or "",
        values,
        dict(meta.variable_value_labels.get(name) or {}),
        tuple((one["lo"], one["hi"]) for one in missing),
    )


def _set(name: str, facts: Mapping[str, Any], meta: Any) -> Set:  # noqa: ANN401
    """Return a set; it may name its variables in other letters than the file does."""
    own = {one.lower(): one for one in meta.column_names}
    listed = [own.get(str(one).lower()) for one in facts.get("variable_list") or ()]
    counted = facts.get("counted_value")
    return Set(
        name,
        " ".join(str(facts.get("label") or "").split()),
        tuple(one for one in listed if one),
        str(counted).strip() if facts.get("type") == "D" else None,
    )
