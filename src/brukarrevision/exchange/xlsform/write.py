"""An instrument as an XLSForm, for KoboToolbox and ODK.

Questions, choices and groups keep their ids, so what comes back maps by itself. Nothing
about the device or the place of whoever answers is asked for.
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.exchange.books import book
from brukarrevision.exchange.languages import shown, spoken
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.response import response
from brukarrevision.exchange.xlsform.prove import prove
from brukarrevision.exchange.xlsform.rows import BACKGROUND, Row, Rows
from brukarrevision.intake.names import cut, fold, fold_header
from brukarrevision.model.instrument import Choice, Instrument
from brukarrevision.model.mapping import RESPONSE_USES
from brukarrevision.model.plan import Plan

_RESERVED = frozenset({"meta", BACKGROUND, *RESPONSE_USES})
_SURVEY = (
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "appearance",
    "constraint",
    "constraint_message",
    "parameters",
    "calculation",
)
_CHOICES = ("list_name", "name", "label")
_VERSION = 10
_LONGEST_ID = 60


def to_xlsform(
    plan: Plan,
    instrument: Instrument,
    *,
    given: Mapping[str, str | None] | None = None,
    ask: Collection[str] = (),
) -> Made:
    """Return the form of an instrument, an .xlsx that pyxform accepts.

    Args:
        plan: gives the language of the labels, and the units, groups and rounds that
            are asked about first where there are several.
        instrument: what the form asks.
        given: what holds for every response of this form, by ``unit``, ``group``,
            ``round``, ``mode`` or ``help``: is not asked about.
        ask: ``mode`` and ``help``, where they are to be asked about.

    Raises:
        WrongUsage: ``given`` names what the plan does not have.
        FaultyFiles: a question has an id that forms use themselves, or the check of
            forms refuses the form.
    """
    place = Place(f"instruments/{instrument.id}.yaml")
    _refuse_names(instrument, place)
    about = response(plan, instrument, given or {}, ask)
    lists = {**instrument.choices, **about.choices}
    languages = spoken(instrument, plan.language)
    rows = Rows(instrument.model_copy(update={"choices": lists}), languages)
    survey = [
        *(_fixed(name, one) for name, one in about.fixed.items()),
        *(rows.question(question) for question in about.questions),
        *rows.survey(),
    ]
    sheets = {"survey": _table(survey, _SURVEY, languages)}
    if choices := [*rows.choices()]:
        sheets["choices"] = _table(choices, _CHOICES, languages)
    sheets["settings"] = _settings(plan, instrument, sheets)
    data, name = book(sheets), f"{instrument.id}-xlsform.xlsx"
    notes = (
        *rows.notes,
        *_same_labels(instrument),
        *_labels_like_ids(rows.lists),
        *_untranslated(instrument, languages),
    )
    placed = (replace(note, place=place) for note in notes)
    return Made(name, data, (*placed, *prove(data, name)))


def _refuse_names(instrument: Instrument, place: Place) -> None:
    """Refuse ids of questions that mean something else in a form.

    Raises:
        FaultyFiles: there is such a question.
    """
    ids = [q.id for q in instrument.questions() if q.id.lower() in _RESERVED]
    if ids:
        raise FaultyFiles(*(problem("xlsform-name", place, id=one) for one in ids))


def _fixed(name: str, one: str) -> Row:
    """Return the row of what holds for every response: nobody is asked."""
    return {"type": "calculate", "name": name, "calculation": f"'{one}'"}


def _table(
    rows: Sequence[Row], columns: Iterable[str], languages: Sequence[str]
) -> list[list[str]]:
    """Return a sheet with its header, of the columns that any row needs."""
    every = [
        header
        for column in columns
        for header in (column, *(f"{column}::{shown(code)}" for code in languages))
    ]
    used = [header for header in every if any(row.get(header) for row in rows)]
    return [used, *([row.get(header, "") for header in used] for row in rows)]


def _settings(
    plan: Plan, instrument: Instrument, sheets: Mapping[str, object]
) -> list[list[str]]:
    """Return the settings; the version tells one content of the form from another."""
    content = json.dumps([instrument.title, sheets], ensure_ascii=True)
    values = {
        "form_title": instrument.title,
        "form_id": f"{_word(plan.id)}-{instrument.id}",
        "version": hashlib.sha256(content.encode()).hexdigest()[:_VERSION],
        "default_language": shown(plan.language),
    }
    return [[*values], [*values.values()]]


def _word(text: str) -> str:
    """Return an audit's id as one that every server takes."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_-]+", "-", plain).strip("-")[:_LONGEST_ID] or "audit"


def _same_labels(instrument: Instrument) -> Iterator[Problem]:
    """Note questions that cannot be told apart where answers come under labels."""
    by_label: dict[str, list[str]] = {}
    for question in instrument.questions():
        if question.type != "note":
            by_label.setdefault(fold_header(question.label), []).append(question.id)
    for ids in by_label.values():
        if len(ids) > 1:
            yield problem("xlsform-same-label", ids=", ".join(ids))


def _labels_like_ids(lists: Mapping[str, Sequence[Choice]]) -> Iterator[Problem]:
    """Warn of choices whose text is another's id: what comes back may mean both."""
    for name, options in lists.items():
        ids = {fold(one.id): one.id for one in options}
        every = [
            (one.id, text)
            for one in options
            for text in (one.label, *one.translations.values())
        ]
        if any(ids.get(fold(text), one) != one for one, text in every):
            yield Problem("xlsform-label-is-id", facts={"list": name})


def _untranslated(
    instrument: Instrument, languages: Sequence[str]
) -> Iterator[Problem]:
    """Note for each language which questions stand in the form's own instead."""
    base, *others = languages
    every = [*instrument.questions()]
    for code in others:
        if ids := [q.id for q in every if code not in q.translations]:
            facts = {"language": shown(code), "base": shown(base)}
            facts["ids"] = cut(", ".join(ids))
            yield Problem("xlsform-untranslated", facts=facts)
