"""The steps of ``collect --log``: every import of an audit, the newest last."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from brukarrevision import audit as audits
from brukarrevision import console
from brukarrevision.audit import Audit
from brukarrevision.cli.collect_words import reason
from brukarrevision.cli.options import one_of
from brukarrevision.i18n import tr
from brukarrevision.store import ImportRecord, Store, replaced
from brukarrevision.store.replaced import Place
from brukarrevision.tables.grid import Grid

Places = Mapping[int, Sequence[Place]]


def tell(name: str | None, form: str) -> None:
    """Show what has been read into an audit, and what came of its rows."""
    one_of("--format", form, ("text", "json"))
    audit = audits.require(name, Path.cwd())
    with Store.open(audit.store_path) as store:
        imports, old = store.imports(), _replaced(store)
    if form == "json":
        listed = [_plain(audit, one, old) for one in imports]
        console.out_json({"format": 1, "imports": listed})
    elif imports:
        console.grid(_grid(imports, old))
    else:
        console.say(tr("Inget är inläst ännu.", "Nothing has been read yet."))


def _replaced(store: Store) -> Places:
    """Return what each import has replaced: earlier imports and rows of their files."""
    found: dict[int, list[Place]] = {}
    for one in replaced.kept(store):
        found.setdefault(one.newer, []).append(one.place)
    return found


def _plain(audit: Audit, one: ImportRecord, old: Places) -> dict[str, object]:
    mapping = audit.mappings.get(one.mapping)
    return {
        "number": one.number,
        "time": one.when,
        "file": one.file,
        "instrument": one.instrument,
        "mapping": one.mapping or None,
        "tool": mapping.source.tool if mapping else None,
        "rows_in": one.rows_in,
        "rows_used": one.rows_used,
        "rows_refused": sum(map(len, one.refused.values())),
        "refused": {why: list(rows) for why, rows in one.refused.items() if rows},
        "replaced": [
            {"import": number, "row": row} for number, row in old.get(one.number, ())
        ],
    }


def _grid(imports: Sequence[ImportRecord], old: Places) -> Grid:
    return Grid(
        title=tr("Importer", "Imports"),
        header=(
            tr("Nr", "No."),
            tr("När", "When"),
            tr("Fil", "File"),
            tr("Enkät, mappning", "Survey, mapping"),
            tr("Använda rader", "Rows used"),
            tr("Inte använda", "Not used"),
            tr("Ersätter", "Replaces"),
        ),
        rows=[_row(one, len(old.get(one.number, ()))) for one in imports],
        right=frozenset({0, 4, 6}),
        note=tr(
            "collect --undo tar tillbaka den sista.",
            "collect --undo takes the last one back.",
        ),
    )


def _row(one: ImportRecord, replaces: int) -> tuple[str, ...]:
    counts = Counter({why: len(rows) for why, rows in one.refused.items() if rows})
    refused = ", ".join(f"{reason(why)}: {count}" for why, count in counts.items())
    return (
        str(one.number),
        _local(one.when),
        one.file,
        f"{one.instrument}, {one.mapping or tr('inmatning', 'keyed in')}",
        tr(f"{one.rows_used} av {one.rows_in}", f"{one.rows_used} of {one.rows_in}"),
        refused,
        str(replaces or ""),
    )


def _local(when: str) -> str:
    """Return a time as a clock on the wall shows it."""
    return dt.datetime.fromisoformat(when).astimezone().strftime("%Y-%m-%d %H:%M")
