"""What a packed file holds once it is decrypted: a zip file with a list of its parts.

Nothing is compressed, so that it cannot unpack to more than it is.
"""

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.workspace import NOTES, is_portable

FORMAT = 2
_WITHOUT_ANSWERS = 1
"""The format of files that hold no open answers."""

MOST_BYTES = 1_000_000_000
"""More is not taken into memory; a store of 100 000 responses is a tenth of it."""

MANIFEST, STORE = "manifest.json", "responses.sqlite"
_NOTE = re.compile(r"(?:answers/)?\w[\w .+()-]{0,100}\.md")
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Packed:
    """The raw data of one audit.

    Attributes:
        workspace: the id of the workspace; ``audit``: the name of the audit.
        store: the bytes of a store.
        notes: interview notes by the names of their files, and files of open answers
            with the name of their folder before: ``answers/enkat.s2.md``.
    """

    workspace: str
    audit: str
    store: bytes
    notes: Mapping[str, bytes]


def is_note(name: str) -> bool:
    """Tell whether notes, or open answers, may be called so, on every system."""
    return bool(_NOTE.fullmatch(name)) and is_portable(name)


def build(packed: Packed) -> bytes:
    """Return the bytes of a container."""
    parts = {STORE: packed.store}
    parts |= {f"{NOTES}/{name}": data for name, data in sorted(packed.notes.items())}
    manifest = {
        "format": FORMAT if any("/" in n for n in packed.notes) else _WITHOUT_ANSWERS,
        "workspace": packed.workspace,
        "audit": packed.audit,
        "parts": {name: _hash(data) for name, data in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in {MANIFEST: json.dumps(manifest).encode(), **parts}.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data)
    return out.getvalue()


def parse(data: bytes, name: str) -> Packed:
    """Return what a container holds.

    Raises:
        FaultyFiles: it is no container, is damaged, or is of a newer version.
    """
    broken = FaultyFiles(problem("unpack-broken", Place(name)))
    try:
        parts = _parts(data)
        manifest = json.loads(parts.pop(MANIFEST))
        found = manifest["format"]
        if isinstance(found, int) and found > FORMAT:
            facts = {"found": found, "known": FORMAT}
            raise FaultyFiles(problem("unpack-newer", Place(name), **facts))
        return _packed(manifest, parts)
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError):
        raise broken from None
    except (RuntimeError, NotImplementedError, EOFError, OSError):
        raise broken from None


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts by name; those of a zip file that plays tricks are refused."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        listed = archive.infolist()
        names = [one.filename.casefold() for one in listed]
        if len(set(names)) != len(names):
            raise ValueError
        if any(one.compress_type != zipfile.ZIP_STORED for one in listed):
            raise ValueError
        if sum(one.file_size for one in listed) > len(data):
            raise ValueError
        return {one.filename: archive.read(one) for one in listed}


def _packed(manifest: Mapping[str, Any], parts: dict[str, bytes]) -> Packed:
    hashes = {name: _hash(data) for name, data in parts.items()}
    if (
        manifest["format"] not in (FORMAT, _WITHOUT_ANSWERS)
        or manifest["parts"] != hashes
    ):
        raise ValueError
    store = parts.pop(STORE)
    notes = {name.removeprefix(f"{NOTES}/"): data for name, data in parts.items()}
    good = all(name.startswith(f"{NOTES}/") for name in parts)
    if not (good and all(map(is_note, notes))):
        raise ValueError
    return Packed(str(manifest["workspace"]), str(manifest["audit"]), store, notes)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
