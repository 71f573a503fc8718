"""``tally --format json``: a contract that programs depend on (DESIGN.md section 4)."""

import json
from collections.abc import Mapping, Sequence

from brukarrevision.audit import Audit
from brukarrevision.tables.view import Line, View

Columns = Mapping[tuple[str, str], tuple[int, ...]]


def document(
    audit: Audit, views: Sequence[View], columns: Columns, *, protected: bool
) -> dict[str, object]:
    """Return all tables of an audit as one JSON document.

    Args:
        audit: named in the document.
        views: the tables, all protected or all raw.
        columns: the positions of each question in the newest source file, from 0.
        protected: said in the document; numbers not shown are null or absent.
    """
    return {
        "format": 1,
        "audit": audit.slug,
        "protected": protected,
        "tables": [_table(view, columns) for view in views],
    }


def text(data: dict[str, object]) -> str:
    """Return the document as text, ending in a line feed."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _table(view: View, columns: Columns) -> dict[str, object]:
    key = (view.instrument.id, view.question.id)
    table: dict[str, object] = {
        "instrument": view.instrument.id,
        "question": view.question.id,
        "label": view.question.label,
        "type": view.question.type,
        "round": view.round,
        "unit": _joined(view, "unit"),
        "group": _joined(view, "group"),
        "by": {name: list(values) for name, values in view.values.items()},
        "columns": list(columns.get(key, ())),
        "asked": view.asked,
        "n": view.n,
        "missing": None if view.missing is None else dict(view.missing),
        "shown": view.shown,
        "counts": [_count(line) for line in view.lines],
        "phrase": view.phrase,
    }
    if view.left_out:
        table["left_out"] = list(view.left_out)
    return table


def _joined(view: View, attribute: str) -> str | None:
    """Return the id of the unit or group; ids of a merged leaf are joined with +."""
    ids = [value for value in view.values.get(attribute, ()) if value is not None]
    return "+".join(ids) or None


def _count(line: Line) -> dict[str, object]:
    told: dict[str, object] = {"id": "+".join(line.ids), "label": line.label}
    if not line.exact:
        return {**told, "from": line.low, "to": line.high}
    if line.percent is None:
        return {**told, "n": line.low}
    return {**told, "n": line.low, "percent": line.percent}
