"""Which reports there are, and which leaves each is the sum of."""

from brukarrevision.protect.partition import partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.report.scope import Scope, scopes
from brukarrevision.results import Result
from brukarrevision.tally import Key, Option
from tests.protect.surveys import ask, choices, instrument

ORDER = ("u0", "u1", "u2", "u3")


def result(sizes: dict[Key, int], *attributes: str) -> Result:
    """Return a result whose leaves follow from these sizes; all said yes."""
    of = instrument([ask("q")], {"q": choices("jn")})
    split = partition(sizes, str, Policy())
    tables = tuple(
        ProtectedTable(
            instrument="enkat",
            question="q",
            round=None,
            partition=attributes,
            keys=leaf.keys,
            left_out=split.left_out,
            options=(Option("j", "Ja"), Option("n", "Nej")),
            shown="bounded",
            asked=leaf.size,
            n=leaf.size,
            cells=(Cell(("j",), leaf.size - 2, leaf.size), Cell(("n",), 0, 2)),
        )
        for leaf in split.leaves
    )
    question = of.question("q")
    assert question is not None
    return Result(of, question, None, ProtectedQuestion(tables, split.left_out))


def by_unit(**sizes: int) -> Result:
    """Return a result split by unit."""
    return result({(unit,): size for unit, size in sizes.items()}, "unit")


def names(*results: Result, order: tuple[str, ...] = ORDER) -> list[str]:
    """Return the names of the reports."""
    return [scope.name for scope in scopes(results, order)]


def test_each_unit_and_all_in_the_plans_order() -> None:
    """Units that the plan does not know stand last."""
    assert names(by_unit(u1=9, u0=8, okand=7)) == ["alla", "u0", "u1", "okand"]


def test_one_unit_is_all_there_is() -> None:
    """The same numbers twice would be two files to read."""
    assert names(by_unit(u0=9)) == ["alla"]
    assert names(by_unit(u0=3, u1=4)) == ["alla"]


def test_one_unit_beside_those_too_few_has_a_report() -> None:
    """Whoever asks for it is not told of others."""
    assert names(by_unit(u0=9, u1=2)) == ["alla", "u0"]
    unknown = result({("u0",): 9, (None,): 6}, "unit")
    assert names(unknown) == ["alla", "u0"]


def test_units_that_are_merged_share_a_report() -> None:
    """In the plan's order, in name and numbers."""
    found = by_unit(u0=9, u2=4, u1=3)
    whole, first, merged = scopes([found], ORDER)
    assert merged == Scope("u1+u2", ("u1", "u2"))
    assert [merged.table(found).n, first.table(found).n] == [7, 9]
    assert whole.table(found).n == 16


def test_units_merged_in_one_survey_and_apart_in_another() -> None:
    """They share one report, whose numbers are sums of leaves (R3)."""
    together, apart = by_unit(u0=9, u1=4, u2=3), by_unit(u0=6, u1=7, u2=8)
    found = scopes([together, apart], ORDER)
    assert [scope.name for scope in found] == ["alla", "u0", "u1+u2"]
    assert [found[2].table(one).n for one in (together, apart)] == [7, 15]


def test_a_leaf_of_a_unit_alone_keeps_its_report() -> None:
    """Merging some of its respondents with others does not take it away."""
    sizes: dict[Key, int] = {
        ("u0", "x"): 9,
        ("u0", "y"): 3,
        ("u1", "y"): 3,
        ("u1", "x"): 6,
    }
    found = result(sizes, "unit", "alder")
    assert names(found) == ["alla", "u0", "u1"]
    tables = [scope.table(found).n for scope in scopes([found], ORDER)]
    assert tables == [21, 9, 6]


def test_what_is_not_split_by_unit_is_shown_for_all() -> None:
    """In every report, and it says so."""
    whole = result({(): 12})
    unit = scopes([whole, by_unit(u0=9, u1=8)], ORDER)[1]
    assert unit.table(whole).n == 12
    assert unit.is_whole(whole)
    assert not unit.is_whole(by_unit(u0=9, u1=8))
    assert unit.covers((), ())


def test_a_unit_that_a_question_hides_shows_nothing() -> None:
    """No other leaf steps in."""
    shown = by_unit(u0=9, u1=8)
    other = by_unit(u0=9, u1=2)
    unit = scopes([shown, other], ORDER)[2]
    assert unit.name == "u1"
    assert unit.table(other).shown == "hidden"
    assert unit.table(other).n is None


def test_many_merged_units_have_a_name_that_a_file_can_have() -> None:
    """However long their ids are."""
    units = {f"{'enhet' * 7}-{at}": 2 for at in range(9)}
    (_, _, merged) = scopes([by_unit(u0=9, **units)], ORDER)
    assert len(merged.units) == 9
    assert len(merged.name) < 60
