"""R2, R2b and R5 by example: what may be shown of one table."""

import pytest

from brukarrevision.protect.policy import Policy
from brukarrevision.protect.rules import many_answers, one_answer, sensitive
from brukarrevision.protect.table import Cell

PLAIN: frozenset[str] = frozenset()
POLICY = Policy()


def counted(**counts: int) -> tuple[tuple[str, int], ...]:
    """Return answers with their counts, in the order given."""
    return tuple(counts.items())


def test_counts_are_exact_where_three_or_more_answered_something_else() -> None:
    """Of eight, five is not all but two."""
    assert one_answer(counted(a=5, b=3), POLICY, PLAIN) == (
        Cell(("a",), 5, 5),
        Cell(("b",), 3, 3),
    )


@pytest.mark.parametrize("top", [8, 7, 6])
def test_all_but_two_one_and_none_look_the_same(top: int) -> None:
    """A02, A03: nothing tells n, n - 1 and n - 2 apart, nor how the rest answered."""
    shown = (Cell(("b",), 6, 8), Cell(("a", "c"), 0, 2))
    for other in range(8 - top + 1):
        counts = counted(a=other, b=top, c=8 - top - other)
        assert one_answer(counts, POLICY, PLAIN) == shown


@pytest.mark.parametrize(
    "counts", [(4, 2, 0), (3, 3, 0), (0, 5, 1), (2, 2, 2), (6, 0, 0)]
)
def test_the_unfavourable_side_is_bounded_as_one(counts: tuple[int, ...]) -> None:
    """All but two on the side: one cell for it, whatever is inside."""
    a, b, c = counts
    shown = one_answer(counted(a=a, b=b, c=c), POLICY, frozenset("ab"))
    assert shown == (Cell(("a", "b"), 4, 6), Cell(("c",), 0, 2))


def test_the_favourable_side_is_bounded_by_its_answer() -> None:
    """That all are favourable may be told, but no answer of all but two."""
    exact = one_answer(counted(a=0, b=0, c=3, d=3), POLICY, frozenset("ab"))
    assert all(cell.exact for cell in exact)
    shown = one_answer(counted(a=0, b=1, c=1, d=4), POLICY, frozenset("ab"))
    assert shown == (Cell(("d",), 4, 6), Cell(("a", "b", "c"), 0, 2))


def test_a_side_that_is_every_answer_divides_nothing() -> None:
    """Where every answer is unfavourable the commonest is bounded as elsewhere."""
    shown = one_answer(counted(a=5, b=1), POLICY, frozenset("ab"))
    assert shown == (Cell(("a",), 4, 6), Cell(("b",), 0, 2))


def test_a_side_without_an_answer_of_the_question_is_none() -> None:
    """Marks of answers that are not counted, such as don't know, change nothing."""
    shown = one_answer(counted(a=3, b=3), POLICY, frozenset("x"))
    assert all(cell.exact for cell in shown)


def test_a_question_with_one_answer_is_always_bounded() -> None:
    """Whoever answered gave the only answer there is."""
    assert one_answer(counted(a=9), POLICY, PLAIN) == (Cell(("a",), 7, 9),)


def test_more_insiders_need_more_slack() -> None:
    """With a coalition of two, all but three are bounded."""
    careful = Policy(min_group=7, coalition=2)
    assert one_answer(counted(a=4, b=3), careful, PLAIN)[0] == Cell(("a",), 4, 7)
    assert one_answer(counted(a=5, b=4), careful, PLAIN)[0] == Cell(("a",), 5, 5)


@pytest.mark.parametrize(("bad", "cells"), [(2, (0, 2)), (3, (3, 3)), (6, (5, 7))])
def test_a_sensitive_question_is_one_split(bad: int, cells: tuple[int, int]) -> None:
    """Only the unfavourable side against the rest, exact from 3 to n - 3."""
    counts = counted(a=bad, b=0, c=7 - bad)
    side, rest = sensitive(counts, POLICY, frozenset("ab"))
    assert (side.options, rest.options) == (("a", "b"), ("c",))
    assert (side.low, side.high) == cells
    assert rest.exact is side.exact


@pytest.mark.parametrize("negative", ["", "ab"])
def test_a_sensitive_question_without_two_sides_is_hidden(negative: str) -> None:
    """Nothing divides it, so nothing is shown."""
    assert sensitive(counted(a=4, b=4), POLICY, frozenset(negative)) == ()


def test_several_answers_are_shown_option_by_option() -> None:
    """Each is yes or no on its own: few, some or nearly all."""
    shown = many_answers(counted(a=0, b=3, c=4, d=5), 7, POLICY)
    assert shown == (
        Cell(("a",), 0, 2),
        Cell(("b",), 3, 3),
        Cell(("c",), 4, 4),
        Cell(("d",), 5, 7),
    )


def test_of_five_nothing_about_an_option_is_exact() -> None:
    """There is no number from 3 to 2."""
    shown = many_answers(tuple((str(i), i) for i in range(6)), 5, POLICY)
    assert {(cell.low, cell.high) for cell in shown} == {(0, 2), (3, 5)}


def test_the_smallest_group_that_is_safe_follows_the_coalition() -> None:
    """Five for one insider, seven for two."""
    assert [Policy(coalition=c).smallest_safe for c in (1, 2, 3)] == [5, 7, 9]
