"""Where everything lies: the workspace in git and the private data directory.

The only module that knows file names (DESIGN.md section 2).
"""

import hashlib
import os
import re
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import modelfile, yamlfile
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import disk, git_root, write_atomic
from brukarrevision.model.workspace import WorkspaceSettings

SETTINGS = "brukarrevision.yaml"
PLAN = "plan.yaml"
INSTRUMENTS = "instruments"
MAPPINGS = "mappings"
TEXT = "text"
FINDINGS = "findings.yaml"
TEMPLATES = "templates"
DATA_VARIABLE = "BRUKARREVISION_DATA"

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")
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
        return self._data_home() / self.settings.id / slug

    def _data_home(self) -> Path:
        if given := os.environ.get(DATA_VARIABLE):
            return Path(given).expanduser()
        if self.settings.data_dir:
            return self.root / Path(self.settings.data_dir).expanduser()
        import platformdirs  # noqa: PLC0415 - not needed to show help

        return Path(platformdirs.user_data_dir("brukarrevision", appauthor=False))

    def ensure_data_dir(self, slug: str) -> Path:
        """Make the private directory, for its owner alone, outside any work tree."""
        folder = self.data_dir(slug)
        if root := git_root(folder) or (
            self.root if folder.resolve().is_relative_to(self.root.resolve()) else None
        ):
            raise FaultyFiles(
                problem("data-in-worktree", Place(SETTINGS), root=root.name)
            )
        with disk(folder.name):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            for part in (folder, folder.parent):
                part.chmod(0o700)
        return folder


def find(start: Path) -> Workspace:
    """Return the workspace of a folder: the nearest parent with a settings file.

    Without one it is the git root, else the folder itself.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / SETTINGS).is_file():
            return Workspace(folder, _settings(folder), exists=True)
    root = git_root(here) or here
    return Workspace(root, _unnamed(root), exists=False)


def _settings(root: Path) -> WorkspaceSettings:
    loaded = modelfile.read(root / SETTINGS, WorkspaceSettings, SETTINGS)
    if loaded.model is None:
        raise FaultyFiles(*loaded.problems)
    return loaded.model


def _unnamed(root: Path) -> WorkspaceSettings:
    """Return settings for a folder that has none; the id follows from the path."""
    mark = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return WorkspaceSettings(format=1, id=f"unnamed-{mark}")


def create(root: Path, settings: WorkspaceSettings) -> Workspace:
    """Write ``brukarrevision.yaml`` and return the workspace."""
    write_atomic(root / SETTINGS, yamlfile.dump(settings).encode())
    return Workspace(root, settings, exists=True)


def good_slug(text: str) -> str:
    """Return the nearest name that may be used for an audit's folder."""
    plain = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
    return f"{words}-1" if words in _DEVICES else words or "revision"


def check_slug(slug: str) -> str:
    """Return the slug if it may name a folder on every system."""
    if not _SLUG.fullmatch(slug) or slug in _DEVICES:
        raise WrongUsage(problem("slug-bad", NOWHERE, slug=slug, good=good_slug(slug)))
    return slug


def audit_folder(name: str | None, start: Path) -> Path:
    """Return the folder of the audit meant: a slug, a path, or where one stands.

    Raises:
        WrongUsage: no audit is there; the message names those there are.
    """
    if name is None:
        here = start.resolve()
        found = next((p for p in (here, *here.parents) if (p / PLAN).is_file()), None)
        if found:
            return found
        raise WrongUsage(problem("audit-not-given", NOWHERE, known=_known(start)))
    given = Path(name).expanduser()
    for folder in (find(start).audits / name, start / given):
        if (folder / PLAN).is_file():
            return folder.resolve()
    raise WrongUsage(problem("audit-missing", NOWHERE, name=name, known=_known(start)))


def _known(start: Path) -> str:
    return ", ".join(slugs(find(start))) or "–"


def slugs(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all audits of a workspace, sorted."""
    plans = workspace.audits.glob(f"*/{PLAN}")
    return tuple(sorted(plan.parent.name for plan in plans))
