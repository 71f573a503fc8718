"""A new audit folder: from a template, or drafted from a file of responses."""

import secrets
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import resources, workspace, yamlfile
from brukarrevision.errors import FaultyFiles, NOWHERE, Place, WrongUsage, problem
from brukarrevision.files import disk, write_atomic
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.modelfile import good_id, nearest
from brukarrevision.workspace import Workspace

EMPTY = "tom"
"""The template without questions, which ``--from`` fills."""

_IGNORE = """\
# Svar hör inte hemma i git. Raw answers do not belong in git.
*.csv
*.tsv
*.xls
*.xlsx
*.ods
*.sav
*.sqlite*
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the new audit; empty where it is still to be written."""

    title: str = ""
    commissioner: str = ""
    auditor: str = ""
    purpose: str = ""
    units: tuple[tuple[str, str], ...] = ()

    def changes(self, slug: str) -> dict[yamlfile.Path_, object]:
        """Return the values to put into the template's plan."""
        found: dict[yamlfile.Path_, object] = {("id",): slug}
        if self.title:
            found[("title",)] = self.title
        for key in ("commissioner", "auditor", "purpose"):
            if text := getattr(self, key):
                found[("commission", key)] = text
        if self.units:
            found[("units",)] = [{"id": i, "label": label} for i, label in self.units]
        return found


def template_names(place: Workspace) -> tuple[str, ...]:
    """Return the templates there are, the workspace's own included."""
    roots = (place.templates / "audit", resources.templates() / "audit")
    found = {p.name for root in roots if root.is_dir() for p in root.iterdir()}
    return tuple(sorted(found - {EMPTY}))


def template_folder(place: Workspace, name: str, language: Language) -> Path:
    """Return the folder of a template; the workspace's own comes first.

    Raises:
        WrongUsage: there is no such template; the message names the nearest.
    """
    for root in (place.templates, resources.templates()):
        for folder in (root / "audit" / name / language, root / "audit" / name / "sv"):
            if (folder / workspace.PLAN).is_file():
                return folder
    known = template_names(place)
    near = nearest(name, list(known)) or known[0]
    raise WrongUsage(
        problem("template-missing", NOWHERE, name=name, near=near, known=", ".join(known))
    )


def unit_of(text: str) -> tuple[str, str]:
    """Return id and label of ``id=Label``; a label alone gets an id made from it."""
    before, _, after = text.partition("=")
    label = (after or before).strip()
    name = before.strip() if after else good_id(label)
    if not label or good_id(name) != name.lower():
        raise WrongUsage(problem("unit-option", NOWHERE, given=text))
    return name, label


def files_of(
    folder: Path, slug: str, answers: Answers, extra: Sequence[str] = ()
) -> dict[str, bytes]:
    """Return the files of a new audit by name, the plan filled with what is known.

    Args:
        folder: the template.
        slug: the audit's id.
        answers: what is known.
        extra: instruments to name in the plan instead of the template's own.
    """
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    changes = answers.changes(slug)
    if extra:
        changes[("instruments",)] = list(extra)
    text = found[workspace.PLAN].decode()
    found[workspace.PLAN] = yamlfile.edit(text, changes).encode()
    found[".gitignore"] = _IGNORE.encode()
    return found


def drafted(instrument: Instrument, mapping: Mapping, tool: str) -> dict[str, bytes]:
    """Return the files of a drafted instrument and its mapping, by name."""
    name = f"{instrument.id}-{tool}"
    return {
        f"{workspace.INSTRUMENTS}/{instrument.id}.yaml": yamlfile.dump(instrument).encode(),
        f"{workspace.MAPPINGS}/{name}.yaml": yamlfile.dump(mapping).encode(),
    }


def create(place: Workspace, slug: str, files: dict[str, bytes]) -> Path:
    """Write a new audit folder in one step; an existing one is never touched."""
    target = place.audits / workspace.check_slug(slug)
    _free(target)
    with disk(slug):
        place.audits.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(dir=place.audits, prefix=".new-"))
        try:
            made.chmod(0o755)
            for name, data in files.items():
                write_atomic(made / name, data)
            _free(target)
            made.rename(target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    return target


def _free(target: Path) -> None:
    if target.exists():
        name = target.name
        raise FaultyFiles(
            problem("audit-exists", Place(name), name=name, folder=f"audits/{name}")
        )


def ensure_workspace(place: Workspace, language: Language, auditor: str) -> Workspace:
    """Write ``brukarrevision.yaml`` with a random id if it is missing."""
    if place.exists:
        return place
    organisation = {"organisation": auditor} if auditor else {}
    settings = WorkspaceSettings.model_validate(
        {"format": 1, "id": secrets.token_hex(6), "language": language, **organisation}
    )
    return workspace.create(place.root, settings)
