"""Results made by hand: what is shown of one question, cell by cell."""

from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import Cell, ProtectedTable, Shown
from brukarrevision.results import Result
from brukarrevision.tally import Key, Option
from tests.protect.surveys import Row, ask, choices, instrument

FOUR = choices("abcd", a="negative", b="negative", c="positive")

Given = tuple[str, int, int]
"""Answers together, and how many gave them: ``("ab", 3, 5)``."""


def shown(
    *cells: Given,
    n: int,
    kind: str = "select_one",
    leaves: int = 1,
    keys: tuple[Key, ...] = (("u0",),),
    left_out: tuple[Key, ...] = (),
    round: str | None = None,  # noqa: A002 - the word of the model
    rows: list[Row] | None = None,
    name: str = "q",
    **more: object,
) -> Result:
    """Return the result of a question split by unit, with one leaf of these cells.

    Without cells it is hidden.
    """
    scale = FOUR if rows is None else rows
    asked = {**ask(name, kind, **more), "choices": "scale"}
    of = instrument([asked], {"scale": scale}, partition=["unit"])
    found = tuple(Cell(tuple(ids), low, high) for ids, low, high in cells)
    state: Shown = "exact" if all(cell.exact for cell in found) else "bounded"
    table = ProtectedTable(
        instrument=of.id,
        question=name,
        round=round,
        partition=("unit",),
        keys=keys,
        left_out=left_out,
        options=tuple(Option(str(row["id"]), str(row["label"])) for row in scale),
        shown=state if found else "hidden",
        asked=n + 2 if found else None,
        n=n if found else None,
        cells=found,
        leaves=leaves,
    )
    question = of.question(name)
    assert question is not None
    return Result(of, question, round, ProtectedQuestion((table,), left_out))
