"""Rules of a mapping: which rows are left out, and where cells count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.intake.rules import Rules
from brukarrevision.model.mapping import Column, Exclusion, Mapping
from tests.intake.samples import FakeAudit, table

ROWS = [
    ["id", "klar", "d1", "d3"],
    ["1", "2", "helt", "a"],
    ["2", "0", "inte", "b"],
    ["3", " 2 ", "delvis", "c"],
    ["4", "", "", "d"],
]


def _ruled(audit: FakeAudit, **rules: object) -> FakeAudit:
    """Return an audit whose mapping holds rules for the column ``klar``."""
    columns: list[dict[str, object]] = [
        {"at": at, "header": header, "use": use}
        for at, (header, use) in enumerate(
            zip(ROWS[0], ("respondent", "ignore", "d1", "d3"), strict=True)
        )
    ]
    if "only" in rules:
        columns[2]["only"] = rules.pop("only")
    stated = {"format": 1, "instrument": "enkat", "columns": columns, **rules}
    audit.mappings["fil"] = Mapping.model_validate(stated)
    return audit


def test_rows_are_left_out_by_what_stands_there_or_does_not(audit: FakeAudit) -> None:
    """Spaces make no difference; the rows are listed."""
    path = table(audit.folder / "a.csv", ROWS)
    (log,) = _ruled(audit, exclude=[{"at": 1, "is_not": "2"}]).collect(path)
    assert log.refused == {"excluded": (3, 5)}
    assert audit.column("respondent") == ["1", "3"]


def test_blank_rows_of_a_column_are_left_out(audit: FakeAudit) -> None:
    """As where nothing says when somebody was done."""
    path = table(audit.folder / "a.csv", ROWS)
    (log,) = _ruled(audit, exclude=[{"at": 1, "is": ""}]).collect(path)
    assert log.refused == {"excluded": (5,)}


def test_cells_count_only_where_the_form_was_filled_in(audit: FakeAudit) -> None:
    """Elsewhere they are blank: not answered, whatever stands there."""
    path = table(audit.folder / "a.csv", ROWS)
    (log,) = _ruled(audit, only={"at": 1, "is": ["2", "1"]}).collect(path)
    assert audit.column("d1") == ["=helt", "", "=delvis", ""]
    assert audit.column("d3") == ["=a", "=b", "=c", "=d"]
    assert log.rows_used == 4
    assert b"inte" not in audit.stored()


@pytest.mark.parametrize("rule", [{}, {"is": "a", "is_not": "b"}])
def test_a_rule_says_one_thing(audit: FakeAudit, rule: dict[str, str]) -> None:
    """Neither nothing nor two."""
    with pytest.raises(FaultyFiles) as caught:
        _ruled(audit, exclude=[{"at": 1} | rule]).collect(
            table(audit.folder / "a.csv", ROWS)
        )
    assert [one.code for one in caught.value.problems] == ["map-one-rule"]


def test_a_rule_names_a_column_that_is_there(audit: FakeAudit) -> None:
    """Also one that only says where another counts."""
    with pytest.raises(FaultyFiles) as caught:
        _ruled(audit, only={"at": 9, "is": ["2"]}).collect(
            table(audit.folder / "a.csv", ROWS), mapping="fil"
        )
    assert [one.code for one in caught.value.problems] == ["map-no-column"]


texts = st.text(max_size=3)


@given(cell=texts, rule=texts)
def test_is_and_is_not_are_opposites(cell: str, rule: str) -> None:
    """A row is left out by one of the two."""
    is_, is_not = (
        Rules([Exclusion.model_validate({"at": 0, word: rule})])
        for word in ("is", "is_not")
    )
    assert is_.excluded([cell]) != is_not.excluded([cell])


@given(row=st.lists(texts, min_size=2, max_size=2), rule=texts)
def test_only_cells_are_blanked_and_only_those(row: list[str], rule: str) -> None:
    """The row itself stays as it was."""
    only = {"at": 1, "is": [rule]}
    column = Column.model_validate({"at": 0, "header": "", "use": "d", "only": only})
    before = list(row)
    counted = Rules((), [column]).counted(row)
    assert row == before
    assert counted[1] == row[1]
    assert counted[0] in ("", row[0])
