"""Which mapping a file is read by: one that fits it, or a new draft."""

from collections.abc import Mapping as Named
from dataclasses import dataclass
from pathlib import Path

from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Problem,
    WrongUsage,
    problem,
)
from brukarrevision.intake import aggregate, header, uses
from brukarrevision.intake.mapping import (
    Drafted,
    beyond,
    differences,
    draft_mapping,
    overlap,
)
from brukarrevision.intake.sheet import Sheet, open_sheet
from brukarrevision.intake.sources import recognise
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping, Source
from brukarrevision.model.plan import Plan

_SAME_FILE = 0.5


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user said about the file; None where nothing was said."""

    instrument: str | None = None
    mapping: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    tool: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The file as it will be read.

    Attributes:
        sheet: under the mapping's header rows.
        mapping: ``name``: of its file without ending; ``new``: drafted just now.
        warnings: about the file and the mapping.
    """

    sheet: Sheet
    mapping: Mapping
    name: str
    new: bool
    instrument: Instrument
    warnings: tuple[Problem, ...] = ()


def choose(
    path: Path,
    plan: Plan,
    instruments: Named[str, Instrument],
    mappings: Named[str, Mapping],
    wishes: Wishes,
) -> Choice:
    """Open a file and find the mapping to read it by.

    Raises:
        FaultyFiles: the file cannot be read, no question fits, several mappings or
            instruments fit, or its headers are not those of its mapping.
        WrongUsage: an instrument or mapping was named that does not exist.
    """
    _known(instruments, mappings, wishes)
    plain = _open(path, None, wishes)
    possible = {
        name: mapping
        for name, mapping in mappings.items()
        if wishes.mapping in (None, name)
        and wishes.instrument in (None, mapping.instrument)
        and mapping.instrument in instruments
    }
    found = {
        name: _under(path, plain, m.source, wishes) for name, m in possible.items()
    }
    problems = {
        name: tuple(differences(s, possible[name], name, header.headings(s)))
        for name, s in found.items()
    }
    fitting = [name for name in found if not problems[name]]
    if len(fitting) > 1:
        names = ", ".join(fitting)
        raise FaultyFiles(problem("map-two-mappings", Place(path.name), names=names))
    if fitting:
        name = fitting[0]
        return _stated(found[name], possible[name], name, instruments)
    for name, sheet in found.items():
        near = overlap(possible[name], header.headings(sheet)) >= _SAME_FILE
        if wishes.mapping or near:
            raise FaultyFiles(*problems[name])
    return _drafted(plain, plan, instruments, mappings, wishes)


def _known(
    instruments: Named[str, Instrument], mappings: Named[str, Mapping], wishes: Wishes
) -> None:
    if not instruments:
        raise FaultyFiles(problem("map-no-instrument"))
    if wishes.instrument is not None and wishes.instrument not in instruments:
        facts = {"instrument": wishes.instrument, "known": ", ".join(instruments)}
        raise WrongUsage(problem("map-unknown-instrument", NOWHERE, **facts))
    if wishes.mapping is not None and wishes.mapping not in mappings:
        facts = {"mapping": wishes.mapping, "known": ", ".join(mappings) or "–"}
        raise WrongUsage(problem("map-unknown-mapping", NOWHERE, **facts))


def _open(path: Path, source: Source | None, wishes: Wishes) -> Sheet:
    return open_sheet(
        path,
        source,
        encoding=wishes.encoding,
        delimiter=wishes.delimiter,
        sheet=wishes.sheet,
    )


def _under(path: Path, plain: Sheet, source: Source, wishes: Wishes) -> Sheet:
    """Return the sheet as a mapping states it, opened anew only where it must be."""
    stated = (source.encoding, source.delimiter, source.sheet)
    said = (wishes.encoding, wishes.delimiter, wishes.sheet)
    if any(one and not other for one, other in zip(stated, said, strict=True)):
        try:
            return _open(path, source, wishes)
        except FaultyFiles:
            if wishes.mapping:
                raise
    return plain.under(source)


def _stated(
    sheet: Sheet, mapping: Mapping, name: str, instruments: Named[str, Instrument]
) -> Choice:
    """Return a mapping that was written before, if it is sound."""
    instrument = instruments[mapping.instrument]
    problems = tuple(uses.faults(mapping, name, instrument))
    more = tuple(beyond(mapping, name, instrument, sheet))
    problems += tuple(one for one in more if one.severity == "error")
    if problems:
        raise FaultyFiles(*problems)
    return Choice(sheet, mapping, name, False, instrument, more)


def _drafted(
    plain: Sheet,
    plan: Plan,
    instruments: Named[str, Instrument],
    mappings: Named[str, Mapping],
    wishes: Wishes,
) -> Choice:
    tool = recognise(plain, wishes.tool)
    sheet = plain.under(tool.source(plain))
    aggregate.refuse(sheet)
    wanted = [wishes.instrument] if wishes.instrument else list(instruments)
    drafts = {
        name: draft_mapping(sheet, instruments[name], plan, tool) for name in wanted
    }
    name, best = _best(drafts, sheet)
    if best.mapping is not None:
        header.require(sheet)
        if not wishes.instrument:
            _enough(best.mapping, instruments[name], sheet)
    errors = [one for one in best.problems if one.severity == "error"]
    if errors or best.mapping is None:
        raise FaultyFiles(*errors)
    mapping = _with_wishes(best.mapping, wishes, sheet)
    free = _free_name(f"{name}-{mapping.source.tool}", mappings)
    warnings = tuple(one for one in best.problems if one.severity != "error")
    return Choice(sheet, mapping, free, True, instruments[name], warnings)


def _enough(mapping: Mapping, instrument: Instrument, sheet: Sheet) -> None:
    """Refuse a file that only a few questions, or only background ones, are in."""
    asked = {q.id for q in instrument.questions() if q.type != "note"}
    background = {question.id for question in instrument.background}
    here = asked & {column.use for column in mapping.columns}
    if here <= background or 3 * len(here) < len(asked):
        facts = {"fit": len(here), "questions": len(asked)}
        place, name = Place(sheet.name), instrument.id
        raise FaultyFiles(problem("map-few-fit", place, instrument=name, **facts))


def _best(drafts: Named[str, Drafted], sheet: Sheet) -> tuple[str, Drafted]:
    """Return the instrument that fits best; two that fit alike are refused."""
    fits = {name: draft.fit for name, draft in drafts.items()}
    most = max(fits.values())
    best = [name for name, fit in fits.items() if fit == most]
    if most and len(best) > 1:
        names = ", ".join(best)
        raise FaultyFiles(problem("map-ambiguous", Place(sheet.name), names=names))
    return best[0], drafts[best[0]]


def _with_wishes(mapping: Mapping, wishes: Wishes, sheet: Sheet) -> Mapping:
    """Keep in the mapping what the user had to say to have the file read."""
    said = {
        "encoding": wishes.encoding,
        "delimiter": wishes.delimiter,
        "sheet": wishes.sheet,
    }
    stated = mapping.source.model_dump(exclude_unset=True)
    stated |= {name: text for name, text in said.items() if text}
    if any(one.code == "book-sheets" for one in sheet.warnings):
        stated["sheet"] = sheet.sheet
    return mapping.model_copy(update={"source": Source.model_validate(stated)})


def _free_name(name: str, taken: Named[str, Mapping]) -> str:
    numbers = (f"{name}-{n}" for n in range(2, len(taken) + 3))
    return next(one for one in (name, *numbers) if one not in taken)
