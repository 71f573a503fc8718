"""The steps of ``form``: which audit, which paper, and where it is written."""

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from brukarrevision import checks, console
from brukarrevision.audit import Audit
from brukarrevision.cli.opening import with_word
from brukarrevision.cli.options import one_of
from brukarrevision.cli.putting import put
from brukarrevision.errors import NOWHERE, FaultyFiles, WrongUsage, problem
from brukarrevision.exchange import paper, papers
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.papers import TO_THOSE_ASKED, Kind
from brukarrevision.i18n import tr
from brukarrevision.model.instrument import Instrument
from brukarrevision.report.drafting import to_fill_in

_FORMATS = ("docx", "xlsform", "limesurvey")
_LAYOUTS = ("normal", "large", "easy")
_FORMS = ("questionnaire", "guide")
_ASKED = ("mode", "help")
_PAPERS: tuple[Kind, ...] = get_args(Kind)
_ENDINGS = frozenset(
    {".docx", ".xlsx", ".txt", ".doc", ".odt", ".pdf", ".xls", ".csv", ".tsv", ".lss"}
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What was said on the command line."""

    given: tuple[str, ...]
    to: str
    paper: str | None
    layout: str
    language: str | None
    pictures: Path | None
    unit: str | None
    ask: tuple[str, ...]
    output: Path | None


def write(wish: Wish, *, overwrite: bool) -> None:
    """Make the form, write it, and say what could not be kept in it."""
    _check(wish)
    audit, name = with_word(wish.given)
    if faults := checks.unreadable(audit):
        raise FaultyFiles(*faults)
    made = _made(audit, name, wish)
    path = _path(wish.output, made.name)
    put(path, made.data, overwrite=overwrite)
    console.out(str(path))
    console.show(made.notes)
    if wish.paper in _PAPERS:
        _say_draft(wish.language or audit.plan.language)


def _say_draft(language: str) -> None:
    """Say what is left to do, with the mark that stands in the paper's language."""
    mark = to_fill_in("en" if language == "en" else "sv")
    console.say(
        tr(
            f"Det är ett utkast. Fyll i det som är märkt {mark}.",
            f"It is a draft. Fill in what is marked {mark}.",
        )
    )


def _check(wish: Wish) -> None:
    """Refuse what is misspelled, and options that do not go together."""
    one_of("--to", wish.to, _FORMATS)
    one_of("--layout", wish.layout, _LAYOUTS)
    if wish.paper:
        one_of("--paper", wish.paper, (*_FORMS, *_PAPERS))
    for one in wish.ask:
        one_of("--ask", one, _ASKED)
    on_paper = {
        "--paper": wish.paper is not None,
        "--layout": wish.layout != "normal",
        "--language": wish.language is not None,
        "--pictures": wish.pictures is not None,
    }
    asked = {"--pictures": wish.pictures is not None, "--unit": wish.unit is not None}
    if wish.to == "docx":
        _refuse({"--ask": bool(wish.ask)}, f"--to {wish.to}")
    else:
        _refuse(on_paper, f"--to {wish.to}")
    if wish.paper in _PAPERS:
        _refuse(asked, f"--paper {wish.paper}")


def _refuse(given: dict[str, bool], other: str) -> None:
    for option, is_given in given.items():
        if is_given:
            facts = {"one": option, "other": other}
            raise WrongUsage(problem("options-together", NOWHERE, **facts))


def _made(audit: Audit, name: str | None, wish: Wish) -> Made:
    """Return what was wished for."""
    kind = next((one for one in _PAPERS if one == wish.paper), None)
    if kind:
        return _paper(audit, kind, name, wish)
    instrument = _instrument(audit, name)
    if wish.to == "xlsform":
        from brukarrevision.exchange.xlsform.write import to_xlsform

        return to_xlsform(audit.plan, instrument, given=_given(wish), ask=wish.ask)
    if wish.to == "limesurvey":
        from brukarrevision.exchange.limesurvey.write import to_limesurvey

        return to_limesurvey(audit.plan, instrument, given=_given(wish), ask=wish.ask)
    usual = "questionnaire" if instrument.kind == "survey" else "guide"
    asked = paper.Wish(
        paper="guide" if (wish.paper or usual) == "guide" else "questionnaire",
        layout=wish.layout,
        language=wish.language,
        pictures=wish.pictures,
        unit=wish.unit,
    )
    return paper.to_docx(audit, instrument, asked)


def _given(wish: Wish) -> dict[str, str | None]:
    return {"unit": wish.unit} if wish.unit else {}


def _paper(audit: Audit, kind: Kind, name: str | None, wish: Wish) -> Made:
    """Return a letter or an agreement; letters may be about one instrument."""
    if name and kind not in TO_THOSE_ASKED:
        facts = {"one": name, "other": f"--paper {kind}"}
        raise WrongUsage(problem("options-together", NOWHERE, **facts))
    return papers.paper(
        audit,
        kind,
        instrument=_instrument(audit, name) if name else None,
        language=wish.language,
        layout=wish.layout,
    )


def _instrument(audit: Audit, name: str | None) -> Instrument:
    """Return the instrument that is meant."""
    every = audit.instruments
    known = ", ".join(every)
    if name is None and len(every) > 1:
        raise WrongUsage(problem("form-instrument", NOWHERE, known=known))
    if name is not None and name not in every:
        raise WrongUsage(problem("form-no-instrument", NOWHERE, name=name, known=known))
    return every[name] if name else next(iter(every.values()))


def _path(output: Path | None, name: str) -> Path:
    """Return where the file goes: as it was said, or under its own name in a folder."""
    if output is None:
        return Path.cwd() / name
    ending, wanted = output.suffix.lower(), Path(name).suffix
    if ending not in _ENDINGS or output.is_dir():
        return output / name
    if ending != wanted:
        raise WrongUsage(problem("form-ending", NOWHERE, ending=wanted))
    return output
