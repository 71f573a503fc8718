"""Texts that were planted in raw data, and the search for them everywhere else."""

import base64
import io
import subprocess
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

CANARIES = (
    "Kanariefågel-i-fritext-7f3å",
    "rid-kanarie-5c1",
    "918273645",
    "Kanarie-okänt-svar-9d2",
    "kanarie.33@example.com",
)
"""A free text, an id, a rare number, an answer that fits nothing, an address."""

TEXT, PERSON, NUMBER, UNKNOWN, ADDRESS = CANARIES
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "cp1252", "unicode-escape")


def needles() -> dict[bytes, str]:
    """Return every way in which a canary may be written, with the canary."""
    found = {}
    for canary in CANARIES:
        for encoding in _ENCODINGS:
            plain = canary.encode(encoding)
            for before in range(3):  # where it may begin among the groups of three
                coded = base64.b64encode(b"\0" * before + plain)
                found[coded[4 if before else 0 : -4]] = canary
            found[plain] = canary
            found[plain.hex().encode()] = canary
    return found


_NEEDLES = needles()


def seen_in(data: bytes) -> set[str]:
    """Return the canaries in some bytes, also in what is zipped within them."""
    found = {canary for needle, canary in _NEEDLES.items() if needle in data}
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for part in parts.infolist():
                found |= seen_in(part.filename.encode()) | seen_in(parts.read(part))
    return found


def seen_under(folders: Iterable[Path], but: Iterable[Path]) -> Iterator[str]:
    """Yield the files that hold a canary, in name or content, and what holds one."""
    kept = [path.resolve() for path in but]
    for folder in folders:
        for path in folder.rglob("*"):
            inside = path.resolve()
            if any(inside.is_relative_to(one) for one in kept) or path.is_dir():
                continue
            data = path.read_bytes() if path.is_file() else b""
            for canary in sorted(seen_in(data) | seen_in(str(path).encode())):
                yield f"{path}: {canary}"


def seen_in_git(repository: Path) -> set[str]:
    """Return the canaries in any object of a repository, reachable or not."""
    command = ["git", "cat-file", "--batch", "--batch-all-objects", "--buffer"]
    done = subprocess.run(command, cwd=repository, capture_output=True, check=True)
    found = seen_in(done.stdout)
    for piece in _zipped(done.stdout):
        found |= seen_in(piece)
    return found


def _zipped(data: bytes) -> Iterator[bytes]:
    """Yield the objects of a ``--batch`` that are zip files."""
    at = 0
    while at < len(data):
        line = data[at : data.index(b"\n", at)]
        size = int(line.split()[2])
        start = at + len(line) + 1
        if data.startswith(b"PK", start):
            yield data[start : start + size]
        at = start + size + 1
