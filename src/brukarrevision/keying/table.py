"""Keyed forms as a table, so that they are read as any file of responses is.

The header has the ids of attributes and questions, the cells those of choices: a file
with the same cells is coded the same.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from brukarrevision.intake.choose import Choice
from brukarrevision.intake.sheet import Sheet
from brukarrevision.keying.asking import SEPARATOR
from brukarrevision.model.instrument import SELECTING, Instrument
from brukarrevision.model.mapping import RESPONSE_USES, Column, Source
from brukarrevision.model.mapping import Mapping as SourceMapping
from brukarrevision.model.plan import Plan
from brukarrevision.store import ImportRecord, Store, pack, replaced
from brukarrevision.store.keyed import NO_MAPPING

TOOL = "keyed"
_FILE = {"sv": "{} (inmatning)", "en": "{} (keyed in)"}

Cells = Mapping[str, str]


def header(instrument: Instrument) -> tuple[str, ...]:
    """Return all columns that there can be: attributes, and every question."""
    asked = (q.id for q in instrument.questions() if q.type != "note")
    return (*RESPONSE_USES, *asked)


def choice(
    instrument: Instrument,
    plan: Plan,
    forms: Sequence[Cells],
    *,
    name: str | None = None,
    sha256: str | None = None,
    numbers: Sequence[int] = (),
) -> Choice:
    """Return keyed forms as a file and its mapping.

    Args:
        instrument: the form.
        plan: names the units, groups and rounds; its language names the table.
        forms: cells by column; a column may be missing.
        name: what the table is called, if it is not of forms keyed in.
        sha256: of the table, where it was read before.
        numbers: of its rows then.
    """
    names = [name for name in header(instrument) if _is_kept(name, forms)]
    rows = [[form.get(name, "") for name in names] for form in forms]
    listed = list(zip(numbers or range(2, len(rows) + 2), rows, strict=True))
    every = [(1, names), *listed]
    sheet = Sheet(
        name=name or _FILE[plan.language].format(instrument.id),
        sha256=sha256 or content_hash(row for _, row in every),
        encoding=None,
        delimiter=None,
        sheet=None,
        all_rows=lambda: iter(every),
    )
    return Choice(
        sheet, mapping(instrument, plan, names), NO_MAPPING, False, instrument
    )


def _is_kept(name: str, forms: Sequence[Cells]) -> bool:
    """Tell whether a column is in the table: an attribute only where it is known.

    A withdrawn form is known again by its columns, if a file has all of them.
    """
    return name not in RESPONSE_USES or any(form.get(name) for form in forms)


def content_hash(rows: Iterable[Sequence[str]]) -> str:
    """Return the hash of a table by its cells, as a file has one by its bytes."""
    text = "\n".join(map(pack, rows))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def mapping(instrument: Instrument, plan: Plan, names: Sequence[str]) -> SourceMapping:
    """Return the mapping of keyed forms: ids mean themselves, whatever labels say."""
    values = {
        "unit": [one.id for one in plan.units],
        "group": [one.id for one in plan.groups],
        "round": [one.id for one in plan.rounds],
    }
    columns = []
    for at, name in enumerate(names):
        ids, separator = values.get(name, []), None
        question = instrument.question(name)
        if question and question.type in SELECTING:
            ids = [one.id for one in instrument.options(question)]
            separator = None if question.type == "select_one" else SEPARATOR
        columns.append(
            Column(
                at=at,
                header=name,
                use=name,
                values={one: one for one in ids},
                separator=separator,
            )
        )
    return SourceMapping(
        format=1,
        instrument=instrument.id,
        source=Source(tool=TOOL),
        columns=tuple(columns),
    )


def is_keyed(record: ImportRecord) -> bool:
    """Tell whether an import is of keyed forms."""
    return record.mapping == NO_MAPPING


def stored(store: Store, record: ImportRecord) -> dict[int, dict[str, str]]:
    """Return the cells of each form of an import of keyed forms, by row.

    Those that were settled otherwise since are among them: it is one table still.
    """
    names = [record.headers[at] for at in sorted(record.headers)]
    used = store.rows_of(record.number, record.instrument)
    rows = [*used, *replaced.earlier(store).get(record.number, ())]
    return {
        row.number: dict(zip(names, row.cells, strict=True))
        for row in sorted(rows, key=attrgetter("number"))
    }
