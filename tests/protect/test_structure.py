"""The door has no back way: what may make a table, and who may see what is raw."""

import ast
import dataclasses
import inspect
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import brukarrevision
from brukarrevision import wording
from brukarrevision.protect import protection, rules, totals
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report import result_charts, result_tables, sentences
from brukarrevision.results import Result, Results
from brukarrevision.tables import as_json, as_sheet, as_text, view

SOURCE = Path(brukarrevision.__file__).parent
RAW = {"Counts", "QuestionTally", "tally", "Store", "raw", "column", "sizes"}
"""Names that stand for, or give, what people answered."""

BACK_WAYS = {
    ("brukarrevision", "tally"),
    ("brukarrevision", "store"),
    ("brukarrevision.results", "raw"),
    ("brukarrevision.results", "tally"),
    ("brukarrevision.results", "Store"),
}
"""Other ways to import them."""

HARMLESS = {"Key", "Option"}
"""What ``tally`` has that holds no counts."""


def modules(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """Yield the source files of some folders as syntax trees, by name."""
    for folder in folders:
        for path in sorted((SOURCE / folder).rglob("*.py")):
            name = path.relative_to(SOURCE).as_posix()
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> set[tuple[str, str]]:
    """Return what a module imports, at whatever level: module and name."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            found |= {(node.module or "", one.name) for one in node.names}
        if isinstance(node, ast.Import):
            found |= {(one.name, "") for one in node.names}
    return found


def called(tree: ast.Module) -> set[str]:
    """Return the names of everything that a module calls."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {func.id for func in calls if isinstance(func, ast.Name)}
    return names | {func.attr for func in calls if isinstance(func, ast.Attribute)}


@pytest.mark.parametrize("name", ["ProtectedTable", "ProtectedQuestion", "Cell"])
def test_only_protect_makes_what_may_be_shown(name: str) -> None:
    """Nobody else builds a table; a sentence may join cells that are shown."""
    makers = {file for file, tree in modules(".") if name in called(tree)}
    others = {file for file in makers if not file.startswith("protect/")}
    assert makers - others
    assert others == ({"report/sentences.py"} if name == "Cell" else set())


def test_only_protect_changes_a_table() -> None:
    """No other module that knows tables uses ``replace`` of dataclasses."""
    for file, tree in modules("."):
        names = imported(tree)
        knows = any(module.startswith("brukarrevision.protect") for module, _ in names)
        if knows and not file.startswith("protect/"):
            assert ("dataclasses", "replace") not in names
            assert not called(tree) & {"__setattr__", "setattr"}


def test_reports_and_tables_import_nothing_raw() -> None:
    """Only the view of raw counts, which is marked as unprotected, knows a tally."""
    found = {
        (file, name)
        for file, tree in modules("report", "tables")
        for module, name in imported(tree)
        if module.startswith(("brukarrevision.tally", "brukarrevision.store", "pandas"))
        or (module, name) in BACK_WAYS
    }
    raw = {(file, name) for file, name in found if name not in HARMLESS}
    assert raw == {("tables/view.py", "QuestionTally")}


def test_only_the_view_of_raw_counts_uses_a_tally() -> None:
    """In ``tables/view.py`` the name occurs in the import and in ``of_raw`` alone."""
    tree = ast.parse(inspect.getsource(view))
    users = {
        getattr(part, "name", "import")
        for part in tree.body
        if "QuestionTally" in ast.unparse(part)
    }
    assert users == {"import", "of_raw"}


def test_only_unprotected_commands_make_raw_views() -> None:
    """``of_raw`` is called by ``--unprotected`` of ``tally`` and ``themes`` alone."""
    users = {file for file, tree in modules(".") if "of_raw" in called(tree)}
    assert users == {"cli/tally_steps.py", "cli/themes_steps.py"}


def test_protection_reads_no_data() -> None:
    """The door is given tallies; it opens no store and no file."""
    for file, tree in modules("protect"):
        for module, _ in imported(tree):
            assert not module.startswith(("brukarrevision.store", "pandas")), file
        assert not called(tree) & {"open", "read_text", "read_bytes"}, file


def test_rules_and_sums_know_no_people() -> None:
    """Rules see one leaf's counts; sums see tables that are shown."""
    of_rules, of_sums = (
        imported(ast.parse(inspect.getsource(part))) for part in (rules, totals)
    )
    assert not any("tally" in module for module, _ in of_rules)
    assert {name for module, name in of_sums if "tally" in module} == {"Key"}


def given_to(function: object) -> set[object]:
    """Return the types of a function's arguments, unions and sequences opened."""
    found: set[object] = set()
    hints = typing.get_type_hints(function)
    todo = [hint for name, hint in hints.items() if name != "return"]
    while todo:
        hint = todo.pop()
        parts = typing.get_args(hint)
        todo += parts
        found |= set() if parts else {hint}
    return found


@pytest.mark.parametrize(
    "function",
    [
        sentences.sentence,
        result_charts.scale_chart,
        result_tables.question_table,
        result_tables.matrix,
        wording.phrase,
        wording.word,
        view.of_protected,
        as_json.document,
        as_sheet.rows,
        as_text.grid,
        totals.total,
    ],
)
def test_words_charts_and_files_are_given_only_what_is_shown(function: object) -> None:
    """No argument of what words, draws or writes a result can carry a raw count."""
    names = {getattr(hint, "__name__", str(hint)) for hint in given_to(function)}
    assert names & {"ProtectedTable", "Result", "Cell", "View", "Line"}
    assert not names & RAW
    assert "object" not in names
    assert "Any" not in names


def test_what_is_shown_holds_nothing_raw() -> None:
    """Tables are frozen, and no field of a result leads back to a tally."""
    for kind in (ProtectedTable, ProtectedQuestion, Cell, Result, Results):
        hints = typing.get_type_hints(kind)
        for field in dataclasses.fields(kind):
            assert not any(raw in str(hints[field.name]) for raw in ("Counts", "Tally"))
        params = getattr(kind, "__dataclass_params__", None)
        assert params is not None
        assert params.frozen


def test_a_table_cannot_be_changed() -> None:
    """Whoever is handed a table can only read it."""
    cell = Cell(("a",), 3, 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        cell.low = 1  # type: ignore[misc]


def test_the_door_remembers_nothing_between_calls() -> None:
    """Two audits in one process do not meet."""
    state = [
        name
        for name, value in vars(protection).items()
        if isinstance(value, (dict, list, set)) and not name.startswith("__")
    ]
    assert state == []
