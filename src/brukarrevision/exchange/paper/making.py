"""A questionnaire or a guide as a Word file, from what was wished for."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from brukarrevision.audit import Audit
from brukarrevision.errors import NOWHERE, Problem, WrongUsage, problem
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.paper.build import Makings, form
from brukarrevision.exchange.paper.guide import guide
from brukarrevision.exchange.paper.layouts import LAYOUTS
from brukarrevision.exchange.paper.page import Page
from brukarrevision.exchange.paper.pictures import FOLDER, NONE, Pictures, pictures
from brukarrevision.exchange.paper.speaking import Speaker, check_language
from brukarrevision.exchange.paper.survey import survey
from brukarrevision.exchange.paper.tongues import tongue
from brukarrevision.exchange.paper.words import Phrases, phrases
from brukarrevision.model.instrument import Instrument
from brukarrevision.modelfile import hint
from brukarrevision.prose import is_placeholder
from brukarrevision.report.build import base_file
from brukarrevision.wording import said


@dataclass(frozen=True, slots=True)
class Wish:
    """How a form is to be made.

    Attributes:
        paper: a questionnaire for those who answer, or a guide for interviewers.
        layout: one of ``layouts.LAYOUTS``.
        language: code of the language, None for the plan's.
        pictures: folder of pictures, None for the audit's own in easy-read layout.
        unit: the unit that the form is for, None to ask about it.
    """

    paper: Literal["questionnaire", "guide"] = "questionnaire"
    layout: str = "normal"
    language: str | None = None
    pictures: Path | None = None
    unit: str | None = None


def to_docx(audit: Audit, instrument: Instrument, wish: Wish) -> Made:
    """Return a form as a Word file, in the base file in use.

    Raises:
        WrongUsage: nothing is translated to the language, or there is no such unit.
        FaultyFiles: a picture, the base file or the words of the form are wrong.
    """
    base = tongue(audit.plan.language)
    wanted = tongue(check_language(instrument, wish.language or base.code, base.code))
    speaker = Speaker(wanted, base)
    words = phrases(audit.workspace, wanted, base)
    layout = LAYOUTS[wish.layout]
    shown = _pictures(audit, wish)
    makings = Makings(
        audit.plan, instrument, layout, speaker, words, _unit(audit, wish.unit), shown
    )
    content = form(makings)
    page = Page.begin(base_file(audit), layout, wanted)
    write = guide if wish.paper == "guide" else survey
    write(page, content, words)
    data = page.close(content.title, _author(audit), words)
    notes = (
        *speaker.notes(instrument),
        *_unsaid(words),
        *shown.notes(audit.instruments.values()),
    )
    return Made(_name(audit, instrument, wish), data, notes)


def _unit(audit: Audit, given: str | None) -> str | None:
    units = [unit.id for unit in audit.plan.units]
    if given is None or given in units:
        return given
    raise WrongUsage(
        problem("unit-missing", NOWHERE, name=given, hint=hint(given, units))
    )


def _pictures(audit: Audit, wish: Wish) -> Pictures:
    if wish.pictures:
        return pictures(wish.pictures)
    own = audit.folder / FOLDER
    return pictures(own) if wish.layout == "easy" and own.is_dir() else NONE


def _author(audit: Audit) -> str:
    given = audit.plan.commission.auditor
    named = "" if is_placeholder(given) else given
    other = audit.workspace.settings.organisation
    return named or other or said(audit.plan.language, "Revisorerna", "The auditors")


def _unsaid(words: Phrases) -> Iterator[Problem]:
    if words.missing:
        facts = {"language": words.wanted.code, "words": ", ".join(words.missing)}
        yield problem("form-words", NOWHERE, **facts)


def _name(audit: Audit, instrument: Instrument, wish: Wish) -> str:
    """Return what the file is called: what differs from the usual is said."""
    given = wish.language or audit.plan.language
    language = tongue(given).file if given != audit.plan.language else None
    layout = None if wish.layout == "normal" else wish.layout
    parts = (instrument.id, layout, language, wish.unit)
    return f"{'-'.join(part for part in parts if part)}.docx"
