"""Agreement between coders: worked examples, gaps, what cannot be computed, laws."""

import random
from collections.abc import Callable

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from brukarrevision.themes.agreement import (
    Agreement,
    Metric,
    Ratings,
    alpha,
    brennan_prediger,
    cohen,
    conger,
    fleiss,
    fleiss_of_counts,
    gwet,
    percent,
    ratings_of_table,
    scott,
)

Measure = Callable[[Ratings], Agreement]

FOR_TWO: list[Measure] = [cohen, scott]
FOR_ANY: list[Measure] = [alpha, fleiss, conger, brennan_prediger, gwet]
BEYOND_CHANCE = FOR_ANY + FOR_TWO
METRICS: list[Metric] = ["nominal", "ordinal", "interval", "ratio"]


def tables(
    coders: st.SearchStrategy[int], *, gaps: bool = True
) -> st.SearchStrategy[list[list[int | None]]]:
    """Return ratings by some coders of up to eight units."""
    one = st.integers(0, 3)
    cell = st.none() | one if gaps else one
    shape = st.tuples(coders, st.integers(1, 8))
    return shape.flatmap(
        lambda size: st.lists(
            st.lists(cell, min_size=size[1], max_size=size[1]),
            min_size=size[0],
            max_size=size[0],
        )
    )


two, some = tables(st.just(2)), tables(st.integers(2, 5))


def test_percent_counts_pairs_of_ratings() -> None:
    """Three coders make three pairs of each unit."""
    found = percent([[1, 0, 1], [1, 0, None], [1, 1, None]])
    assert found == Agreement(4 / 6, None, coders=3, units=2, pairs=6)


def test_the_same_percentage_may_be_a_different_kappa() -> None:
    """Cohen's own point."""
    first = ratings_of_table([[45, 15], [25, 15]])
    second = ratings_of_table([[25, 35], [5, 35]])
    assert percent(first).value == percent(second).value == 0.6
    assert [cohen(one).value for one in (first, second)] == pytest.approx(
        [0.130435, 0.259259], abs=5e-7
    )


@pytest.mark.parametrize(
    ("table", "kappa", "nominal"),
    [
        ([[39, 4], [3, 11]], 0.6764, 0.6791),
        ([[33, 3], [8, 12]], 0.5471, 0.5469),
        ([[24, 3], [7, 23]], 0.6507, 0.6521),
    ],
)
def test_coders_of_real_interviews(
    table: list[list[int]], kappa: float, nominal: float
) -> None:
    """Two coders of 57 interviews, as published."""
    ratings = ratings_of_table(table)
    assert cohen(ratings).value == pytest.approx(kappa, abs=5e-5)
    assert alpha(ratings).value == pytest.approx(nominal, abs=5e-5)
    assert cohen(ratings).units == sum(map(sum, table))


def test_gaps_are_left_out_of_cohen() -> None:
    """Only what both have rated is compared."""
    whole = cohen([[1, 0, 1, 0], [1, 0, 0, 0]])
    gaps = cohen([[1, 0, 1, 0, None, 1], [1, 0, 0, 0, 1, None]])
    assert whole == gaps
    assert gaps.units == 4


@pytest.mark.parametrize("measure", [percent, *BEYOND_CHANCE])
@pytest.mark.parametrize(
    ("ratings", "reason"),
    [
        ([], "one_coder"),
        ([[]], "one_coder"),
        ([[1, 0, 1]], "one_coder"),
        ([[1, 0, 1], [None, None, None]], "one_coder"),
        ([[1, 0, None], [None, None, 1]], "no_overlap"),
    ],
)
def test_what_nobody_can_compute_has_a_reason(
    measure: Measure, ratings: list[list[int | None]], reason: str
) -> None:
    """Instead of an error, or a number that means nothing."""
    found = measure(ratings)
    assert found.value is None
    assert found.reason == reason
    assert found.pairs == 0


@pytest.mark.parametrize("measure", BEYOND_CHANCE)
def test_one_value_alone_says_nothing_beyond_chance(measure: Measure) -> None:
    """A code that nobody has used is no proof of agreement."""
    found = measure([[0, 0, 0], [0, 0, 0]])
    assert found == Agreement(None, "one_value", coders=2, units=3, pairs=3)
    assert percent([[0, 0, 0], [0, 0, 0]]).value == 1


@pytest.mark.parametrize("measure", FOR_TWO)
def test_three_coders_are_not_two(measure: Measure) -> None:
    """Rather than that one of them is passed over."""
    found = measure([[1, 0], [1, 0], [0, 1]])
    assert found == Agreement(None, "not_two", coders=3, units=2, pairs=6)


def test_a_ratio_wants_numbers_that_are_not_below_zero() -> None:
    """-1 and 1 would be divided by nothing."""
    assert alpha([[-1, 1], [1, 1]], "ratio").reason == "below_zero"
    assert alpha([[0, 1], [0, 2]], "ratio").value is not None


def test_numbers_far_apart_weigh_more_in_intervals() -> None:
    """Nominal alpha sees no difference between the two."""
    near, far = [[1, 2, 5], [2, 2, 5]], [[1, 2, 5], [5, 2, 5]]
    assert alpha(near) == alpha(far)
    one, other = alpha(near, "interval").value, alpha(far, "interval").value
    assert one is not None
    assert other is not None
    assert one > other


def test_no_counts_are_no_agreement() -> None:
    """An empty table, and one of one coder."""
    assert fleiss_of_counts([]).reason == "one_coder"
    assert fleiss_of_counts([[1, 0], [0, 1]]).reason == "one_coder"
    assert fleiss_of_counts([[3, 0], [0, 3]]).value == 1


@given(ratings=some, turn=st.randoms(use_true_random=False))
def test_it_does_not_matter_in_what_order_coders_and_units_stand(
    ratings: list[list[int | None]], turn: random.Random
) -> None:
    """The same numbers, to the last bit."""
    units = [*zip(*ratings, strict=True)]
    turn.shuffle(units)
    turned = [list(row) for row in zip(*units, strict=True)]
    turn.shuffle(turned)
    for measure in (percent, *FOR_ANY):
        assert measure(turned) == measure(ratings)
    for metric in METRICS:
        assert alpha(turned, metric) == alpha(ratings, metric)


@given(row=st.lists(st.integers(0, 3), min_size=2), coders=st.integers(2, 4))
def test_full_agreement_is_one(row: list[int], coders: int) -> None:
    """Where two values or more were used."""
    assume(len(set(row)) > 1)
    for measure in (percent, *FOR_ANY):
        assert measure([row] * coders).value == 1
    for metric in METRICS:
        assert alpha([row] * coders, metric).value == 1
    assert cohen([row] * 2).value == scott([row] * 2).value == 1


@given(ratings=some)
@example(ratings=[[0, 1], [1, 0]])
def test_nothing_is_more_than_full_agreement(ratings: list[list[int | None]]) -> None:
    """And a percentage is never below nothing."""
    for measure in BEYOND_CHANCE:
        value = measure(ratings).value
        assert value is None or value <= 1
    share = percent(ratings).value
    assert share is None or 0 <= share <= 1


@given(ratings=tables(st.just(2), gaps=False))
def test_two_coders_without_gaps(ratings: list[list[int | None]]) -> None:
    """Conger's is then Cohen's, Fleiss' is Scott's, and alpha is Scott's for few units.

    Krippendorff: alpha = 1 - (1 - pi) (n - 1) / n, n being the number of ratings.
    """
    assert conger(ratings).value == pytest.approx(cohen(ratings).value)
    pi, nominal = scott(ratings).value, alpha(ratings).value
    assert fleiss(ratings).value == pi
    if pi is None:
        assert nominal is None
        return
    number = 2 * len(ratings[0])
    assert nominal == pytest.approx(1 - (1 - pi) * (number - 1) / number)


@given(ratings=some)
def test_counts_are_enough_for_fleiss(ratings: list[list[int | None]]) -> None:
    """Who gave which rating does not matter there."""
    counts = [[unit.count(value) for value in range(4)] for unit in zip(*ratings)]  # noqa: B905 - rows are equally long
    assert fleiss_of_counts(counts).value == fleiss(ratings).value


@given(ratings=tables(st.integers(2, 4)))
def test_two_values_are_the_same_on_every_scale(
    ratings: list[list[int | None]],
) -> None:
    """Yes and no have one distance only."""
    yes_no = [[None if one is None else one % 2 for one in row] for row in ratings]
    nominal = alpha(yes_no)
    for metric in METRICS:
        assert alpha(yes_no, metric).value == pytest.approx(nominal.value)


@given(ratings=some, a=st.integers(1, 9), b=st.integers(-9, 9))
def test_scales_may_be_counted_in_other_numbers(
    ratings: list[list[int | None]], a: int, b: int
) -> None:
    """Intervals in other steps, an order by other numbers, names by other names."""
    other = [[None if one is None else a * one + b for one in row] for row in ratings]
    for metric in ("nominal", "ordinal", "interval"):
        assert alpha(other, metric).value == pytest.approx(alpha(ratings, metric).value)
