"""R3: totals are sums of what is shown, and a leaf does not depend on another."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import ProtectedQuestion
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.protect.totals import total
from brukarrevision.tally import Option

from .attacker import World
from .surveys import Survey, choices, sums
from .test_enumeration import SHAPES, STRAY, routed, ticks

ROUTED = routed(STRAY, choices("yn", y="negative"))

SURVEYS = {
    **{name: survey for name, (survey, _) in SHAPES.items()},
    "ticks": ticks("ab", none=True),
    "routed": ROUTED,
}


def shown(leaf: str, *cells: Cell, n: int, asked: int | None = None) -> ProtectedTable:
    """Return the table of a leaf."""
    exact = all(cell.exact for cell in cells)
    return ProtectedTable(
        instrument="enkat",
        question="q",
        round=None,
        partition=("unit",),
        keys=((leaf,),),
        left_out=(("liten",),),
        options=tuple(Option(i, i) for i in "abc"),
        shown="exact" if exact else "bounded",
        asked=asked or n,
        n=n,
        cells=cells,
    )


def hidden(leaf: str) -> ProtectedTable:
    """Return the table of a leaf of which nothing may be shown."""
    table = shown(leaf, n=5)
    return replace(table, shown="hidden", asked=None, n=None)


def exact(a: int, b: int, c: int) -> tuple[Cell, ...]:
    """Return the cells of a table that is shown exactly."""
    return Cell(("a",), a, a), Cell(("b",), b, b), Cell(("c",), c, c)


def test_some_answers_of_a_table_are_shown_as_they_were() -> None:
    """In the order asked for; one that it does not have is left out."""
    table = shown("u0", *exact(3, 2, 1), n=6)
    assert table.only("cxa").cells == (Cell(("c",), 1, 1), Cell(("a",), 3, 3))
    assert table.only("cxa").n == 6


def test_exact_leaves_add_up() -> None:
    """Counts, those asked and those who answered; those left out are named once."""
    one = shown("u0", *exact(3, 2, 1), n=6, asked=8)
    two = shown("u1", *exact(2, 3, 4), n=9)
    found = total((one, two))
    assert found.cells == exact(5, 5, 5)
    assert (found.asked, found.n, found.missing, found.shown) == (17, 15, 2, "exact")
    assert found.keys == (("u0",), ("u1",))
    assert found.left_out == (("liten",),)


def test_a_bounded_leaf_makes_an_interval() -> None:
    """Exact leaves and one that is bounded: from so many to so many."""
    one = shown("u0", *exact(3, 2, 1), n=6)
    two = shown("u1", Cell(("a",), 4, 6), Cell(("b", "c"), 0, 2), n=6)
    found = total((one, two))
    assert found.shown == "bounded"
    assert found.cells == (Cell(("a",), 7, 9), Cell(("b",), 2, 4), Cell(("c",), 1, 3))


def test_a_side_that_is_one_in_some_leaf_is_one_in_the_sum() -> None:
    """Nothing inside a bounded side is told, not even of the exact leaves."""
    one = shown("u0", *exact(2, 1, 3), n=6)
    two = shown("u1", Cell(("a", "b"), 4, 6), Cell(("c",), 0, 2), n=6)
    found = total((one, two))
    assert found.cells == (Cell(("a", "b"), 7, 9), Cell(("c",), 3, 5))


def test_a_side_beside_a_bounded_answer_of_it() -> None:
    """A cell across the side gives only what is sure; no sum is more than n."""
    one = shown("u0", Cell(("a",), 4, 6), Cell(("b", "c"), 0, 2), n=6)
    two = shown("u1", Cell(("a", "b"), 4, 6), Cell(("c",), 0, 2), n=6)
    found = total((one, two))
    assert found.cells == (Cell(("a", "b"), 8, 12), Cell(("c",), 0, 4))


def test_leaves_divided_alike_keep_their_division() -> None:
    """Two leaves bounded by the same answer are bounded by it together."""
    cells = Cell(("c",), 4, 6), Cell(("a", "b"), 0, 2)
    found = total((shown("u0", *cells, n=6), shown("u1", *cells, n=6)))
    assert found.cells == (Cell(("c",), 8, 12), Cell(("a", "b"), 0, 4))


def test_an_answer_that_a_leaf_was_not_asked_about_may_be_anybodys_there() -> None:
    """As a theme that came after the release of that leaf: from nobody to all."""
    one = shown("u0", *exact(3, 2, 1), n=6)
    two = shown("u1", Cell(("a",), 4, 4), Cell(("b",), 1, 1), n=5)
    found = total((one, two))
    assert found.cells == (Cell(("a",), 7, 7), Cell(("b",), 3, 3), Cell(("c",), 1, 6))


def test_hidden_leaves_are_left_out_and_named() -> None:
    """The sum covers those that are shown, and says which are not."""
    one = shown("u0", *exact(3, 2, 1), n=6)
    found = total((hidden("u1"), one, hidden("u2")))
    assert found.cells == one.cells
    assert found.keys == (("u0",),)
    assert found.left_out == (("liten",), ("u1",), ("u2",))


def test_a_sum_of_hidden_leaves_is_hidden() -> None:
    """Nobody is in it: no n, no asked, no missing."""
    found = total((hidden("u0"), hidden("u1")))
    assert (found.shown, found.keys, found.cells) == ("hidden", (), ())
    assert (found.asked, found.n, found.missing) == (None, None, None)
    assert found.left_out == (("liten",), ("u0",), ("u1",))


def test_the_sum_over_no_leaf_is_hidden() -> None:
    """Asking for leaves that are not there gives a table without numbers."""
    question = ProtectedQuestion((shown("u0", *exact(3, 2, 1), n=6),), (("liten",),))
    found = question.over(lambda _: False)
    assert (found.shown, found.keys, found.n) == ("hidden", (), None)
    assert found.options == question.leaves[0].options


def test_an_answer_stands_in_one_cell() -> None:
    """A table finds the cell of an answer, and none for what is not an answer."""
    table = shown("u0", Cell(("a",), 4, 6), Cell(("b", "c"), 0, 2), n=6)
    assert table.cell("c") == Cell(("b", "c"), 0, 2)
    assert table.cell("x") is None


@st.composite
def answered(draw: st.DrawFn) -> tuple[Survey, World]:
    """Draw a survey and how up to three units answered it."""
    survey = SURVEYS[draw(st.sampled_from(sorted(SURVEYS)))]
    people = st.lists(st.sampled_from(range(len(survey.profiles))), max_size=14)
    units = draw(st.lists(people, min_size=1, max_size=3))
    every = range(len(survey.profiles))
    return survey, tuple(tuple(unit.count(p) for p in every) for unit in units)


def large(world: World, policy: Policy) -> list[int]:
    """Return the units that are leaves of their own."""
    return [at for at, leaf in enumerate(world) if sum(leaf) >= policy.min_group]


@given(answered())
@settings(max_examples=300, deadline=None)
def test_the_output_of_many_leaves_is_the_outputs_of_each(
    case: tuple[Survey, World],
) -> None:
    """A leaf is shown as it would be if nobody else had answered."""
    survey, world = case
    together = survey.protected(world)
    for at in large(world, survey.policy):
        nobody = tuple(
            leaf if i == at else (0,) * len(leaf) for i, leaf in enumerate(world)
        )
        apart = survey.protected(nobody)
        for both, one in zip(together, apart, strict=True):
            (own,) = one.leaves
            (same,) = [t for t in both.leaves if t.keys == own.keys]
            assert replace(same, left_out=()) == own


@given(answered())
@settings(max_examples=300, deadline=None)
def test_every_sum_is_a_function_of_the_leaves(case: tuple[Survey, World]) -> None:
    """With the leaves alone, without anything raw, all sums come out the same."""
    survey, world = case
    for question in survey.protected(world):
        again = ProtectedQuestion(tuple(question.leaves), question.left_out)
        assert again.total() == question.total()
        assert list(sums(again)) == list(sums(question))


@given(answered())
@settings(max_examples=300, deadline=None)
def test_every_count_lies_where_it_is_said_to(case: tuple[Survey, World]) -> None:
    """Intervals are true: the raw count of those in a table is within its bounds."""
    survey, world = case
    tallies = survey.tallies(world)
    for tally, question in zip(tallies, survey.protected(world), strict=True):
        ids = [option.id for option in tally.options]
        for table in [*question.leaves, *sums(question)]:
            parts = [tally.parts[key] for key in table.keys]
            for cell in table.cells:
                true = sum(p.counts[ids.index(o)] for p in parts for o in cell.options)
                assert cell.low <= true <= cell.high
            if table.n is not None:
                assert table.n == sum(part.n for part in parts)
                assert table.asked == sum(part.asked for part in parts)


def test_a_routed_question_is_summed_over_the_leaves_that_show_it() -> None:
    """The total covers those leaves alone, and names the one where it is hidden."""
    mixed, all_led = (3, 2, 0, 0, 0, 5), (5, 5, 0, 0, 0, 0)
    _, question = ROUTED.protected((mixed, all_led))
    found = question.total()
    assert [leaf.shown for leaf in question.leaves] == ["bounded", "hidden"]
    assert (found.keys, found.left_out) == ((("u0",),), (("u1",),))
    assert (found.asked, found.n) == (5, 5)
