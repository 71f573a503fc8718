"""Folders that a program copies to somebody else's computer."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from brukarrevision.errors import NOWHERE, Problem, problem

_BY_NAME = {
    r"onedrive(?: ?[-–] .+)?|skydrive": "OneDrive",
    r"dropbox(?: ?\(.+\))?": "Dropbox",
    r"google ?drive(?: ?\(.+\))?|googledrive-.+|my drive|min enhet": "Google Drive",
    r"icloud ?drive|mobile documents|com~apple~clouddocs": "iCloud",
    r"nextcloud\d*": "Nextcloud",
    r"owncloud": "ownCloud",
    r"box|box sync|box-box": "Box",
    r"pcloud ?drive|pclouddrive|pcloud sync": "pCloud",
    r"kdrive\d*": "kDrive",
    r"proton ?drive|protondrive-.+|my files \(proton\)": "Proton Drive",
    r"syncthing": "Syncthing",
    r"megasync": "MEGA",
    r"sharepoint(?: ?- .+)?": "SharePoint",
}
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".boxsync": "Box",
    ".box": "Box",
    ".kdrivesync.log": "kDrive",
    ".megasync": "MEGA",
}
_MARK_PATTERNS = ((re.compile(r"\.sync_[0-9a-f]+\.db", re.IGNORECASE), "Nextcloud"),)
_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}


def service(folder: Path, environ: Mapping[str, str] | None = None) -> str:
    """Return the service that copies a folder to its computers, ``""`` for none.

    Known by the names of folders, by marks the services leave, and by what they say of
    themselves in the environment and in their settings.

    Args:
        folder: it may be missing.
        environ: variables, instead of the process's own.
    """
    here = folder.resolve()
    for root, name in _stated(os.environ if environ is None else environ):
        if here.is_relative_to(root):
            return name
    found = (_of(one) for one in (here, *here.parents))
    return next(filter(None, found), "")


def problems(folder: Path) -> Iterator[Problem]:
    """Warn if a folder of raw data is copied to somebody else's computer."""
    if name := service(folder):
        yield problem("data-synced", NOWHERE, service=name)


def _stated(environ: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """Yield the folders that the services themselves name."""
    for variable, name in _VARIABLES.items():
        if environ.get(variable):
            yield Path(environ[variable]).resolve(), name
    for settings in _dropbox(environ):
        with suppress(OSError, ValueError, AttributeError, KeyError, TypeError):
            accounts = json.loads(settings.read_text(encoding="utf-8"))
            for one in accounts.values():
                yield Path(one["path"]).resolve(), "Dropbox"


def _dropbox(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield where Dropbox keeps its settings."""
    home = environ.get("HOME") or environ.get("USERPROFILE")
    if home:
        yield Path(home) / ".dropbox" / "info.json"
    for variable in ("APPDATA", "LOCALAPPDATA"):
        if environ.get(variable):
            yield Path(environ[variable]) / "Dropbox" / "info.json"


def _of(folder: Path) -> str:
    """Return the service that a folder is of, by its name or by marks in it."""
    with suppress(OSError):
        inside = [entry.name.lower() for entry in os.scandir(folder)]
        known = next((_MARKS[one] for one in inside if one in _MARKS), "")
        if known and not (known == "Dropbox" and _is_home(folder)):
            return known
        for pattern, name in _MARK_PATTERNS:
            if any(map(pattern.fullmatch, inside)):
                return name
    return _by_name(folder.name)


def _is_home(folder: Path) -> bool:
    """Tell whether this is a home: there ``.dropbox`` is only the program's own."""
    return (folder / ".dropbox").is_dir()


def _by_name(name: str) -> str:
    said = name.lower()
    return next((n for shape, n in _BY_NAME.items() if re.fullmatch(shape, said)), "")
