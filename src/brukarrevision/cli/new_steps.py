"""The steps of ``new``: ask what is missing, write the folder, say what comes next."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import console, scaffold, workspace
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.files import git_root
from brukarrevision.i18n import tr
from brukarrevision.intake.draft import draft
from brukarrevision.model.base import Language
from brukarrevision.scaffold import Answers
from brukarrevision.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    slug: str
    template: str
    source: Path | None
    title: str
    commissioner: str
    auditor: str
    purpose: str
    units: tuple[str, ...]
    language: str | None


def make(wish: Wish) -> None:
    """Write the audit folder, and the workspace's settings if they are missing."""
    place = workspace.find(Path.cwd())
    workspace.check_slug(wish.slug)
    language = _language(wish.language, place)
    name = scaffold.EMPTY if wish.source else wish.template
    template = scaffold.template_folder(place, name, language)
    if wish.source is None:
        answers = _answers(wish)
        files = scaffold.files_of(template, wish.slug, answers)
    else:
        files, answers = _from_file(wish, wish.source, template, language)
    place = scaffold.ensure_workspace(place, language, answers.auditor)
    folder = scaffold.create(place, wish.slug, files)
    _offer_git(place)
    _tell(folder, wish)


def _language(given: str | None, place: Workspace) -> Language:
    if given in ("sv", "en"):
        return "en" if given == "en" else "sv"
    if given is not None:
        raise WrongUsage(
            problem("choice-option", NOWHERE, option="--language", given=given, known="sv, en")
        )
    return place.settings.language


def _answers(wish: Wish) -> Answers:
    """Return what is known, after asking for the rest if somebody is there."""
    units = tuple(scaffold.unit_of(text) for text in wish.units)
    known = Answers(wish.title, wish.commissioner, wish.auditor, wish.purpose, units)
    if not console.is_terminal():
        return known
    console.say(
        tr(
            "Tryck Retur för det ni inte vet än; det märks ut i planen.",
            "Press Enter for what is not known yet; it is marked in the plan.",
        )
    )
    return Answers(
        known.title or console.ask(tr("Revisionens titel", "Title of the audit")),
        known.commissioner or console.ask(tr("Vem beställer revisionen", "Who commissions it")),
        known.auditor or console.ask(tr("Vilka gör revisionen", "Who carries it out")),
        known.purpose,
        known.units or _ask_units(),
    )


def _ask_units() -> tuple[tuple[str, str], ...]:
    text = console.ask(
        tr("Enheter, med komma emellan", "Units, with commas between them")
    )
    return tuple(scaffold.unit_of(part) for part in text.split(",") if part.strip())


def _from_file(
    wish: Wish, source: Path, template: Path, language: Language
) -> tuple[dict[str, bytes], Answers]:
    """Return the files of an audit drafted from responses; the answers are not kept."""
    name = tr("enkat", "survey") if language == "sv" else "survey"
    made = draft(source, instrument_id="enkat" if language == "sv" else name, language=language)
    answers = _answers(wish)
    files = scaffold.files_of(template, wish.slug, answers, [made.instrument.id])
    files |= scaffold.drafted(made.instrument, made.mapping, made.mapping.source.tool)
    console.show(made.notes)
    return files, answers


def _offer_git(place: Workspace) -> None:
    """Offer to begin a git history where there is none."""
    if git_root(place.root) or not console.is_terminal() or not shutil.which("git"):
        return
    question = tr("Ska mappen följas med git?", "Shall git keep track of the folder?")
    if console.confirm(question, default=True):
        subprocess.run(["git", "init", "-q", str(place.root)], check=False)  # noqa: S603, S607


def _tell(folder: Path, wish: Wish) -> None:
    console.out(str(folder))
    following = (
        f"brukarrevision collect {wish.slug} {wish.source}"
        if wish.source
        else f"brukarrevision check {wish.slug}"
    )
    console.say(
        tr(
            f"Skrev revisionen {wish.slug}. Nästa kommando: {following}",
            f"Wrote the audit {wish.slug}. Next command: {following}",
        )
    )
