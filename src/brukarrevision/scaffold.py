"""A new audit folder: from a template, a questionnaire or a file of responses."""

import secrets
import shutil
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from brukarrevision import modelfile, resources, workspace, yamlfile
from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.files import (
    disk,
    folder_beside,
    leads_out,
    read_bytes,
    write_atomic,
)
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.modelfile import good_id, nearest
from brukarrevision.workspace import Workspace

EMPTY = "tom"
"""The template without questions, which ``--from`` fills."""

_IGNORE = b"""\
# Svar h\xc3\xb6r inte hemma i git. Raw answers do not belong in git.
*.csv
*.tsv
*.xls
*.xlsx
*.ods
*.sav
*.zsav
*.sqlite*
"""

Unit = tuple[str, str]
"""A unit's id and label."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the new audit; empty where it is still to be written."""

    title: str = ""
    commissioner: str = ""
    auditor: str = ""
    purpose: str = ""
    units: tuple[Unit, ...] = ()

    def changes(self, slug: str) -> dict[yamlfile.Keys, object]:
        """Return the values to put into the template's plan."""
        known: dict[yamlfile.Keys, object] = {
            ("id",): slug,
            ("title",): self.title,
            ("commission", "commissioner"): self.commissioner,
            ("commission", "auditor"): self.auditor,
            ("commission", "purpose"): self.purpose,
            ("units",): [{"id": name, "label": label} for name, label in self.units],
        }
        return {path: value for path, value in known.items() if value}


def template_names(place: Workspace) -> tuple[str, ...]:
    """Return the templates there are, the workspace's own included."""
    roots = (place.templates / "audit", resources.templates() / "audit")
    plans = (plan for root in roots for plan in root.glob(f"*/*/{workspace.PLAN}"))
    return tuple(sorted({plan.parts[-3] for plan in plans} - {EMPTY}))


def template_folder(place: Workspace, name: str, language: Language) -> Path:
    """Return the folder of a template; the workspace's own comes first.

    Raises:
        WrongUsage: there is no such template; the message names the nearest.
    """
    known = template_names(place)
    if name not in (*known, EMPTY):
        near = nearest(name, list(known)) or known[0]
        facts = {"near": near, "known": ", ".join(known)}
        raise WrongUsage(problem("template-missing", NOWHERE, name=name, **facts))
    roots = (place.templates, resources.templates())
    folders = [
        root / "audit" / name / lang
        for root in roots
        for lang in (language, "sv", "en")
    ]
    return next(folder for folder in folders if (folder / workspace.PLAN).is_file())


def units_of(texts: Iterable[str]) -> tuple[Unit, ...]:
    """Return the units of ``id=Label``; labels alone get ids made from them.

    Raises:
        WrongUsage: an id is not one, or is given twice.
    """
    found: dict[str, str] = {}
    for text in texts:
        before, _, after = text.partition("=")
        name, label = before.strip(), after.strip()
        if not after:
            name, label = _free_id(good_id(before), found), before.strip()
        if not label or good_id(name) != name.lower() or name in found:
            raise WrongUsage(problem("unit-option", NOWHERE, given=text))
        found[name] = label
    return tuple(found.items())


def _free_id(name: str, taken: Iterable[str]) -> str:
    """Return an id that no other unit has, numbered if need be."""
    number = 2
    free = name
    while free in taken:
        free, number = f"{name[:17]}-{number}", number + 1
    return free


def files_of(
    folder: Path, slug: str, answers: Answers, extra: Sequence[str] = ()
) -> dict[str, bytes]:
    """Return the files of a new audit by name, the plan filled with what is known.

    Args:
        folder: the template.
        slug: the audit's id.
        answers: what is known.
        extra: instruments to name in the plan instead of the template's own. Such a
            plan has no units but those that are known.

    Raises:
        FaultyFiles: the template's plan has faults.
    """
    found = {
        path.relative_to(folder).as_posix(): _template_file(folder, path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith((".", "~"))
    }
    changes = answers.changes(slug)
    if extra:
        changes[("instruments",)] = list(extra)
        changes.setdefault(("units",), yamlfile.COMMENT_OUT)
    found[workspace.PLAN] = _filled(folder, changes).encode()
    return found | {".gitignore": _IGNORE}


def _template_file(folder: Path, path: Path) -> bytes:
    name = path.relative_to(folder).as_posix()
    if leads_out(path, folder):
        facts = {"folder": folder.name}
        raise FaultyFiles(problem("file-link-outside", Place(name), **facts))
    return read_bytes(path, name)


def _filled(folder: Path, changes: dict[yamlfile.Keys, object]) -> str:
    """Return the template's plan with values put in."""
    name = "/".join((*folder.parts[-4:], workspace.PLAN))
    plan = modelfile.read(folder / workspace.PLAN, Plan, name)
    if plan.problems:
        raise FaultyFiles(*plan.problems)
    return yamlfile.edit(plan.source.text.replace("\r\n", "\n"), changes)


def drafted(instrument: Instrument, mapping: Mapping | None) -> dict[str, bytes]:
    """Return the files of an instrument, and of its mapping if it has one, by name.

    Raises:
        FaultyFiles: the instrument is too large for a file that is read again.
    """
    made = yamlfile.dump(instrument).encode()
    if len(made) > yamlfile.MAX_BYTES:
        raise FaultyFiles(problem("foreign-large", Place(instrument.id)))
    files = {f"{workspace.INSTRUMENTS}/{instrument.id}.yaml": made}
    if mapping is not None:
        name = f"{instrument.id}-{mapping.source.tool}"
        files[f"{workspace.MAPPINGS}/{name}.yaml"] = yamlfile.dump(mapping).encode()
    return files


def check_free(place: Workspace, slug: str) -> Path:
    """Return the folder of a new audit; one that exists is never touched."""
    target = place.audits / workspace.check_slug(slug)
    if target.exists():
        folder = f"audits/{slug}"
        raise FaultyFiles(
            problem("audit-exists", Place(slug), name=slug, folder=folder)
        )
    return target


def settled(place: Workspace, language: Language, auditor: str) -> Workspace:
    """Return the workspace, with settings to write (a random id) if it has none."""
    if place.exists:
        return place
    known = {"id": secrets.token_hex(6), "language": language, "organisation": auditor}
    given = {"format": 1} | {key: value for key, value in known.items() if value}
    return replace(place, settings=WorkspaceSettings.model_validate(given))


def create(place: Workspace, slug: str, files: dict[str, bytes]) -> Path:
    """Write a new audit, and the workspace's settings if it has none: all or none."""
    target = check_free(place, slug)
    with disk(slug), ExitStack() as undo:
        if not place.audits.exists():
            place.audits.mkdir(parents=True)
            undo.callback(_remove_empty, place.audits)
        made = folder_beside(target)
        undo.callback(shutil.rmtree, made, ignore_errors=True)
        for name, data in files.items():
            write_atomic(made / name, data)
        if not place.exists:
            workspace.create(place.root, place.settings)
            undo.callback((place.root / workspace.SETTINGS).unlink)
        check_free(place, slug)
        made.rename(target)
        undo.pop_all()
    return target


def _remove_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()
