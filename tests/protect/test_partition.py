"""R1: leaves are fixed by sizes and the plan's order, never by answers."""

from collections.abc import Callable, Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.protect.partition import Leaf, Partition, partition
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.protection import plan_order
from brukarrevision.tally import Key

from .attacker import worlds
from .surveys import ask, choices, instrument, plan
from .test_enumeration import SHAPES

ORDER = ("norr", "syd", "vast", "ost")
MERGE = Policy(too_few="merge")


def ordered(keys: list[Key], by: Callable[[Key], object]) -> list[Key]:
    """Return keys in the order that the plan gives them."""
    return sorted(keys, key=by)  # type: ignore[arg-type]


def split(sizes: Mapping[str, int], policy: Policy | None = None) -> Partition:
    """Partition by one attribute whose values stand in the plan in ``ORDER``."""
    keys: dict[Key, int] = {(name,): size for name, size in sizes.items()}
    return partition(keys, lambda key: ORDER.index(str(key[0])), policy or Policy())


def test_units_that_are_large_enough_are_leaves_in_the_plans_order() -> None:
    """Five is enough; the order is the plan's whatever the order of responses."""
    found = split({"vast": 5, "norr": 9, "syd": 6})
    assert found.leaves == (
        Leaf((("norr",),), 9),
        Leaf((("syd",),), 6),
        Leaf((("vast",),), 5),
    )
    assert found.left_out == ()


def test_units_that_are_too_small_are_merged_last() -> None:
    """Two and three together make a leaf of five, after the large ones."""
    found = split({"norr": 2, "syd": 8, "vast": 3})
    assert found.leaves == (Leaf((("syd",),), 8), Leaf((("norr",), ("vast",)), 5))
    assert found.left_out == ()


def test_too_few_even_together_are_left_out() -> None:
    """Two and two are in no number."""
    found = split({"norr": 2, "syd": 8, "vast": 2})
    assert found == Partition((Leaf((("syd",),), 8),), (("norr",), ("vast",)))


def test_too_few_are_joined_to_the_smallest_leaf_where_the_plan_says_so() -> None:
    """``too_few: merge`` joins them to the smallest, the first of equals."""
    found = split({"norr": 2, "syd": 9, "vast": 7, "ost": 7}, MERGE)
    assert found.leaves == (
        Leaf((("syd",),), 9),
        Leaf((("vast",), ("norr",)), 9),
        Leaf((("ost",),), 7),
    )
    assert found.left_out == ()


def test_merge_changes_nothing_where_the_small_are_enough_together() -> None:
    """``too_few: merge`` is about those who are too few together."""
    sizes = {"norr": 2, "syd": 8, "vast": 3}
    assert split(sizes, MERGE) == split(sizes)


def test_too_few_with_nobody_to_join_are_left_out() -> None:
    """``too_few: merge`` finds no leaf where there is none."""
    assert split({"norr": 2, "syd": 1}, MERGE) == Partition((), (("norr",), ("syd",)))


def test_a_unit_without_responses_is_not_there() -> None:
    """Nobody makes no leaf, and is not named as left out."""
    assert split({"norr": 0, "syd": 5}) == Partition((Leaf((("syd",),), 5),), ())
    assert split({}) == Partition((), ())


@pytest.mark.parametrize("least", [5, 7, 10])
def test_the_plans_smallest_group_is_kept(least: int) -> None:
    """One below the limit is too small, the limit itself is not."""
    policy = Policy(min_group=least)
    assert not split({"norr": least - 1}, policy).leaves
    assert split({"norr": least}, policy).leaves


@given(
    sizes=st.dictionaries(st.sampled_from(ORDER), st.integers(0, 15)),
    least=st.integers(5, 9),
    merge=st.booleans(),
)
def test_every_respondent_is_in_one_leaf_or_left_out(
    sizes: dict[str, int], least: int, merge: bool
) -> None:
    """Leaves divide people among them; each is large enough, those left out are not."""
    policy = Policy(min_group=least, too_few="merge" if merge else "leave_out")
    found = split(sizes, policy)
    keys = [key for leaf in found.leaves for key in leaf.keys] + [*found.left_out]
    assert sorted(map(str, keys)) == sorted(str((k,)) for k, v in sizes.items() if v)
    assert all(leaf.size >= least for leaf in found.leaves)
    assert all(
        leaf.size == sum(sizes[str(k[0])] for k in leaf.keys) for leaf in found.leaves
    )
    assert sum(sizes[str(key[0])] for key in found.left_out) < least


def test_the_order_of_responses_changes_nothing() -> None:
    """The same sizes in any order give the same leaves, equal sizes too."""
    sizes = {"norr": 6, "syd": 6, "vast": 2, "ost": 2}
    for policy in (Policy(), MERGE):
        found = {str(split(dict(some), policy)) for some in permutations(sizes.items())}
        assert len(found) == 1


@pytest.mark.parametrize("sizes", [(5, 3, 2), (6, 2, 2), (3, 1, 5)])
def test_answers_change_no_leaf(sizes: tuple[int, ...]) -> None:
    """However people answer, the leaves and who is left out are the same."""
    survey, _ = SHAPES["two"]
    found = set()
    for world in worlds(2, sizes):
        (question,) = survey.protected(world)
        found.add((tuple(leaf.keys for leaf in question.leaves), question.left_out))
    assert len(found) == 1


def test_the_plan_orders_units_groups_and_background() -> None:
    """Units and groups follow the plan, background the instrument; others are last."""
    of = instrument(
        [ask("q")],
        {"q": choices("ab"), "age": choices("xyz")},
        background=[{**ask("age"), "observable": True}],
    )
    keys: list[Key] = [
        (None, "g0", "x"),
        ("u2", "g0", "x"),
        ("nytt", "g0", "x"),
        ("u1", "g1", "x"),
        ("u1", "g0", "z"),
        ("u1", "g0", None),
        ("u1", "g0", "y"),
    ]
    order = plan_order(of, ("unit", "group", "age"), plan())
    assert ordered(keys, order) == [
        ("u1", "g0", "y"),
        ("u1", "g0", "z"),
        ("u1", "g0", None),
        ("u1", "g1", "x"),
        ("u2", "g0", "x"),
        (None, "g0", "x"),
        ("nytt", "g0", "x"),
    ]


def test_an_attribute_that_nothing_describes_is_ordered_by_its_values() -> None:
    """A partition by something unknown still has one order."""
    order = plan_order(instrument([ask("q")], {"q": choices("ab")}), ("okand",), plan())
    assert ordered([("b",), ("a",)], order) == [("a",), ("b",)]
