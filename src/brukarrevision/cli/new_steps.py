"""The steps of ``new``: ask what is missing, write the folder, say what comes next."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from brukarrevision import console, i18n, scaffold, workspace
from brukarrevision.cli.options import one_of
from brukarrevision.errors import NOWHERE, WrongUsage, problem
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.reading import questionnaire
from brukarrevision.files import git_root
from brukarrevision.i18n import tr
from brukarrevision.intake.draft import Draft, draft
from brukarrevision.model.base import Language
from brukarrevision.scaffold import Answers
from brukarrevision.workspace import Workspace

_USUAL = "sip"
_UNITS = "Units, with commas between them"
_INSTRUMENT: dict[Language, str] = {"sv": "enkat", "en": "survey"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    slug: str
    template: str | None
    source: Path | None
    known: Answers
    language: str | None
    tool: str | None = None


def make(wish: Wish) -> None:
    """Write the audit folder, and the workspace's settings if they are missing."""
    place = workspace.find(Path.cwd())
    scaffold.check_free(place, wish.slug)
    language = _language(wish.language, place)
    template = scaffold.template_folder(place, _template(wish), language)
    made = _read(wish.source, language, wish.tool) if wish.source else None
    answers = _asked(wish.known) if console.can_ask() else wish.known
    files = scaffold.files_of(
        template, wish.slug, answers, [made.instrument.id] if made else ()
    )
    if made:
        mapping = made.mapping if isinstance(made, Draft) else None
        files |= scaffold.drafted(made.instrument, mapping)
    with_git = _wants_git(place)
    place = scaffold.settled(place, language, answers.auditor)
    folder = scaffold.create(place, wish.slug, files)
    if with_git:
        subprocess.run(["git", "init", "-q", str(place.root)], check=False)  # noqa: S603, S607
    _tell(folder, wish, made)


def _template(wish: Wish) -> str:
    if wish.source is None:
        return wish.template or _USUAL
    if wish.template:
        facts = {"one": "--from", "other": "--template"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    return scaffold.EMPTY


def _language(given: str | None, place: Workspace) -> Language:
    """Return the report's language: as said, the workspace's, or that of the tool."""
    if given is not None:
        return "en" if one_of("--language", given, ("sv", "en")) == "en" else "sv"
    return place.settings.language if place.exists else i18n.language()


def _read(source: Path, language: Language, tool: str | None) -> Questionnaire | Draft:
    """Return the questionnaire in a file, or one drafted from the responses in it.

    Responses are not kept. Where the tool that wrote them is said, they are responses.
    """
    name = _INSTRUMENT[language]
    found = None if tool else questionnaire(source, name, language)
    return found or draft(source, instrument_id=name, language=language, tool=tool)


def _asked(known: Answers) -> Answers:
    """Return what is known, after asking for the rest."""
    if all((known.title, known.commissioner, known.auditor, known.units)):
        return known
    console.say(
        tr(
            "Tryck Retur för det ni inte vet än; det märks ut i planen.",
            "Press Enter for what is not known yet; it is marked in the plan.",
        )
    )
    ask = console.ask
    return Answers(
        known.title or ask(tr("Revisionens titel", "Title of the audit")),
        known.commissioner or ask(tr("Vem beställer revisionen", "Who commissions it")),
        known.auditor or ask(tr("Vilka gör revisionen", "Who carries it out")),
        known.purpose,
        known.units or _units(ask(tr("Enheter, med komma emellan", _UNITS))),
    )


def _units(text: str) -> tuple[scaffold.Unit, ...]:
    """Return the units of a line typed in."""
    names = [part.replace("=", " ").strip() for part in text.split(",")]
    return scaffold.units_of(name for name in names if name)


def _wants_git(place: Workspace) -> bool:
    """Offer to begin a git history where there is none."""
    if git_root(place.root) or not console.can_ask() or not shutil.which("git"):
        return False
    question = tr("Ska mappen följas med git?", "Shall git keep track of the folder?")
    return console.confirm(question, default=True)


def _tell(folder: Path, wish: Wish, made: Questionnaire | Draft | None) -> None:
    if made:
        console.show(made.notes)
    console.out(str(folder))
    following = f"check {wish.slug}"
    if isinstance(made, Draft):
        file = f'"{wish.source}"' if " " in str(wish.source) else wish.source
        following = f"collect {wish.slug} {file}"
    console.say(
        tr(
            f"Skrev revisionen {wish.slug}. Nästa kommando: brukarrevision {following}",
            f"Wrote the audit {wish.slug}. Next command: brukarrevision {following}",
        )
    )
