"""Where everything lies: the workspace in git and the private data directory.

The only module that knows file names (DESIGN.md section 2).
"""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import modelfile, yamlfile
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Refused,
    WrongUsage,
    problem,
)
from brukarrevision.files import (
    disk,
    git_root,
    is_file,
    leads_out,
    read_bytes,
    write_atomic,
)
from brukarrevision.model.workspace import WorkspaceSettings

SETTINGS = "brukarrevision.yaml"
PLAN = "plan.yaml"
INSTRUMENTS = "instruments"
MAPPINGS = "mappings"
TEXT = "text"
FINDINGS = "findings.yaml"
QUOTES = "quotes.yaml"
CODEBOOK = "codebook.yaml"
PUBLISHED = "published"
REPORT = "report"
ERASURE = "erasure.yaml"
TEMPLATES = "templates"
OWNER = "workspace.txt"
NOTES = "interviews"
DATA_VARIABLE = "BRUKARREVISION_DATA"

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
_ORDINARY = re.compile(r'[^\x00-\x1f<>:"|?*]{1,255}')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)]
)


@dataclass(frozen=True)
class Workspace:
    """The folder that holds ``audits/``, and what is set for all of them.

    Attributes:
        root: the folder.
        settings: what ``brukarrevision.yaml`` says; defaults where there is none.
        exists: whether that file is there.
    """

    root: Path
    settings: WorkspaceSettings
    exists: bool

    @property
    def audits(self) -> Path:
        """Return the folder of all audits."""
        return self.root / "audits"

    @property
    def templates(self) -> Path:
        """Return the folder of the organisation's own templates, which win."""
        return self.root / TEMPLATES

    def data_dir(self, slug: str) -> Path:
        """Return where the raw data of one audit lies; the folder may be missing."""
        return self._own_data() / slug

    def _own_data(self) -> Path:
        return self._data_home() / self.settings.id

    def _data_home(self) -> Path:
        given = os.environ.get(DATA_VARIABLE) or self.settings.data_dir
        if given:
            return self.root / _own_folder(given)
        import platformdirs

        return Path(platformdirs.user_data_dir("brukarrevision", appauthor=False))

    def ensure_data_dir(self, slug: str) -> Path:
        """Make the private directory, for its owner alone, outside any work tree.

        Raises:
            Refused: it would lie in a work tree, where anybody may read it.
        """
        folder = self.data_dir(slug)
        inside = folder.resolve().is_relative_to(self.root.resolve())
        if root := git_root(folder) or (self.root if inside else None):
            raise Refused(problem("data-in-worktree", NOWHERE, root=root.name))
        with disk(folder.name):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for part in (folder, folder.parent):
                part.chmod(0o700)
        if self.shared_with() is None:
            owner = self._own_data() / OWNER
            write_atomic(owner, f"{self.root}\n".encode())
            with disk(owner.name):
                owner.chmod(0o600)
        return folder

    def shared_with(self) -> Path | None:
        """Return another copy of this workspace that has its raw data here too."""
        note = self._own_data() / OWNER
        if not is_file(note):
            return None
        other = Path(read_bytes(note).decode(errors="replace").strip())
        if other == self.root or not is_file(other / SETTINGS):
            return None
        there = modelfile.read(other / SETTINGS, WorkspaceSettings, SETTINGS).model
        return other if there and there.id == self.settings.id else None


def _own_folder(given: str) -> Path:
    """Return a folder for data as it was given.

    Raises:
        FaultyFiles: it is a device, lies on the network, or is not one everywhere.
    """
    try:
        if is_portable(given):
            return Path(given).expanduser()
    except RuntimeError:  # ~name, and there is nobody of that name
        pass
    raise FaultyFiles(problem("data-dir-bad", Place(SETTINGS)))


def root_of(start: Path) -> Path:
    """Return the workspace's folder: the nearest parent with a settings file.

    Without one it is the git root, else the folder itself.
    """
    here = start.resolve()
    found = (p for p in (here, *here.parents) if is_file(p / SETTINGS))
    return next(found, None) or git_root(here) or here


def find(start: Path) -> Workspace:
    """Return the workspace that a folder is in.

    Raises:
        FaultyFiles: its settings have faults.
    """
    root = root_of(start)
    if not is_file(root / SETTINGS):
        return Workspace(root, _unnamed(root), exists=False)
    if leads_out(root / SETTINGS, root):
        facts = {"folder": root.name}
        raise FaultyFiles(problem("file-link-outside", Place(SETTINGS), **facts))
    loaded = modelfile.read(root / SETTINGS, WorkspaceSettings, SETTINGS)
    if loaded.model is None:
        raise FaultyFiles(*loaded.problems)
    return Workspace(root, loaded.model, exists=True)


def _unnamed(root: Path) -> WorkspaceSettings:
    """Return settings for a folder that has none; the id follows from the path."""
    mark = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return WorkspaceSettings(format=1, id=f"unnamed-{mark}")


def create(root: Path, settings: WorkspaceSettings) -> Workspace:
    """Write ``brukarrevision.yaml`` and return the workspace."""
    write_atomic(root / SETTINGS, yamlfile.dump(settings).encode(), was=b"")
    return Workspace(root, settings, exists=True)


def published_file(release: str) -> str:
    """Return what the file of a release is called, from the audit's folder."""
    return f"{PUBLISHED}/{release}.yaml"


def is_device(name: str) -> bool:
    """Tell whether Windows takes a file of that name for a device."""
    return name.lower() in _DEVICES


def is_portable(path: str) -> bool:
    """Tell whether a path means an ordinary folder of this computer on every system.

    It is none if it lies on the network, is a device, counts from where a drive stands
    (``C:data``), names a part of a file (``a:b``) or ends as Windows lets no name end.
    """
    rest = re.sub(r"^[A-Za-z]:(?=[\\/])", "", path)
    names = [name for name in re.split(r"[\\/]", rest) if name not in ("", ".", "..")]
    return not re.match(r"[\\/]{2}", path) and not any(map(_is_odd, names))


def _is_odd(name: str) -> bool:
    device = is_device(name.partition(".")[0].rstrip())
    return device or name[-1] in " ." or not _ORDINARY.fullmatch(name)


def good_slug(text: str) -> str:
    """Return the nearest name that may be used for an audit's folder."""
    plain = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
    return f"{words}-1" if is_device(words) else words or "revision"


def is_slug(name: str) -> bool:
    """Tell whether a name may be a folder's or a file's on every system."""
    return bool(_SLUG.fullmatch(name)) and not is_device(name)


def check_slug(slug: str) -> str:
    """Return the slug if it may name a folder on every system."""
    if not is_slug(slug):
        raise WrongUsage(problem("slug-bad", NOWHERE, slug=slug, good=good_slug(slug)))
    return slug


def audit_at(name: str, start: Path) -> Path | None:
    """Return the folder of an audit given by slug or path, if it is there."""
    given = (root_of(start) / "audits" / name, start / Path(name).expanduser())
    found = next((folder for folder in given if is_file(folder / PLAN)), None)
    return found.resolve() if found else None


def audit_around(start: Path) -> Path | None:
    """Return the audit that a folder is in, if it is in one."""
    here = start.resolve()
    return next((p for p in (here, *here.parents) if is_file(p / PLAN)), None)


def audit_folder(name: str | None, start: Path) -> Path:
    """Return the folder of the audit meant: a slug, a path, or where one stands.

    Raises:
        WrongUsage: no audit is there; the message names those there are.
    """
    found = audit_around(start) if name is None else audit_at(name, start)
    if found:
        return found
    known = slugs(start)
    listed = ", ".join(known) or "–"
    if name is None:
        raise WrongUsage(problem("audit-not-given", NOWHERE, known=listed))
    near = modelfile.nearest(name, list(known))
    code = "audit-missing-near" if near else "audit-missing"
    raise WrongUsage(problem(code, NOWHERE, name=name, near=near, known=listed))


def slugs(start: Path) -> tuple[str, ...]:
    """Return the names of all audits of the workspace a folder is in, sorted."""
    plans = (root_of(start) / "audits").glob(f"[!.]*/{PLAN}")
    return tuple(sorted(plan.parent.name for plan in plans))
