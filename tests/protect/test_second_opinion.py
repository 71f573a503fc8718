"""The second opinion finds what trying every world finds, and nothing in what we show.

Two attackers that share nothing: one solves inequalities, the other goes through all
ways of answering.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import add

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.protect import protection
from brukarrevision.protect.attacker import Shown, certain
from brukarrevision.protect.attacker.blocks import blocks
from brukarrevision.protect.attacker.statements import read
from brukarrevision.protect.policy import Policy

from .attacker import World, leaves, worlds
from .oracle import Found, by_group, exactly, known, table
from .readers import apart, seen
from .surveys import Survey
from .test_attacker import one, two
from .test_enumeration import SHAPES, ticks

Cell = tuple[str, int, int]


# -- as trying every world ---------------------------------------------------------


@st.composite
def shown(draw: st.DrawFn) -> tuple[list[Shown], dict[str, int], list[str]]:
    """Return some tables of an invented world, its groups and its possible answers.

    Numbers are exact, between two others, of several answers together, or hidden.
    """
    several = draw(st.booleans())
    ids = draw(st.sampled_from(["ab"] if several else ["ab", "abc"]))
    every = [*ids, *(["ab", "-"] if several else [])]
    sizes = draw(
        st.sampled_from([{"x": 6}, {"x": 3, "y": 4}, {"x": 2, "y": 2, "z": 2}])
    )
    people = {
        group: draw(st.lists(st.sampled_from(every), min_size=1, max_size=size))
        for group, size in sizes.items()
    }
    sides = [frozenset(ids[:1]), frozenset(ids[1:])][: 0 if several else 2]
    tables = []
    for _ in range(draw(st.integers(1, 3))):
        inside = draw(st.sets(st.sampled_from(sorted(sizes)), min_size=1))
        given_ = [answer for group in inside for answer in people[group]]
        cells = [*_cells(draw, ids, given_, several=several)]
        tables.append(
            table(
                "".join(inside),
                len(given_),
                *cells,
                of=ids,
                several=several,
                sides=tuple(sides),
            )
        )
    return tables, sizes, every


def _cells(
    draw: st.DrawFn, ids: str, answers: Sequence[str], *, several: bool
) -> Iterator[Cell]:
    left = draw(st.permutations(ids))
    while left:
        size = 1 if several else draw(st.integers(1, 2))
        some, left = left[:size], left[size:]
        count = sum(bool(set(answer) & set(some)) for answer in answers)
        less, more = draw(st.sampled_from([(0, 0), (0, 0), (1, 1), (0, 2), (9, 9)]))
        if less < 9:
            yield "".join(some), max(0, count - less), count + more


@settings(max_examples=60, deadline=None)
@given(shown(), st.integers(0, 2))
def test_both_attackers_find_the_same(
    given_: tuple[list[Shown], dict[str, int], list[str]], coalition: int
) -> None:
    """Whatever tables are shown, over whatever groups, to up to two inside."""
    tables, sizes, every = given_
    coalition = min(coalition, 1) if len(sizes) > 2 else coalition
    found = certain(tables, sizes, coalition)
    assert by_group(found) == known(tables, sizes, every, coalition)


@pytest.mark.parametrize(
    ("ids", "sides"),
    [("ab", ["a"]), ("abc", ["a", "bc"]), ("abcd", ["ab"]), ("abcd", ["ab", "cd"])],
)
def test_exact_tables_of_one_leaf(ids: str, sides: list[str]) -> None:
    """Of each table of 5 to 8 people, exactly what follows from it."""
    marks = tuple(frozenset(side) for side in sides)
    for n in range(5, 9):
        outputs = [
            [exactly(["u0"], ids, *counts, sides=marks)]
            for counts in leaves(len(ids), n)
        ]
        found = together(outputs, [n], 2)
        for output, told in zip(outputs, found, strict=True):
            counts = [cell.low for cell in output[0].cells]
            assert told == by_hand(ids, counts, marks)


def by_hand(
    ids: str, counts: Sequence[int], sides: Sequence[frozenset[str]], unit: str = "u0"
) -> Found:
    """Return who knows what of one exact table: those outside, if they are few."""
    of = dict(zip(ids, counts, strict=True))
    found: Found = {}
    for about in {*map(frozenset, ids), *sides}:
        outside = sum(count for i, count in of.items() if i not in about)
        if outside <= 2 and sum(counts) > outside:
            found[frozenset({unit}), about] = outside
    return found


def together(
    outputs: Sequence[Sequence[Shown]], sizes: Sequence[int], coalition: int = 1
) -> list[Found]:
    """Return what is found in each of several outputs."""
    tables, groups = apart(outputs, sizes)
    found: list[Found] = [{} for _ in outputs]
    for fact in certain(tables, groups, coalition):
        at = int(fact.question.split()[0])
        inside = frozenset(group.split()[1] for group in fact.groups)
        found[at][inside, fact.about] = fact.coalition
    return found


# -- what the real protection shows --------------------------------------------------


def outputs_of(survey: Survey, sizes: Sequence[int]) -> list[tuple[Shown, ...]]:
    """Return every output of leaves of these sizes, each once."""
    every = (tuple(seen(survey, w)) for w in worlds(len(survey.profiles), sizes))
    return list(dict.fromkeys(every))


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_is_found_in_one_leaf(shape: str) -> None:
    """Of 5 to 8 people, in any shape of question, nothing is certain."""
    survey, _ = SHAPES[shape]
    for n in range(5, 9):
        assert not any(together(outputs_of(survey, (n,)), (n,)))


@pytest.mark.parametrize("none", [True, False])
def test_nothing_is_found_in_ticks(none: bool) -> None:
    """Neither that somebody ticked an option nor that they did not."""
    for n in range(5, 8):
        assert not any(together(outputs_of(ticks("ab", none=none), (n,)), (n,)))


@pytest.mark.parametrize("shape", ["two", "three, one bad", "sensitive two"])
def test_nothing_is_found_in_leaves_and_their_sums(shape: str) -> None:
    """Two leaves with their total tell nothing."""
    survey, _ = SHAPES[shape]
    assert not any(together(outputs_of(survey, (5, 6)), (5, 6)))


@pytest.mark.parametrize(
    "shape", ["three, two bad", "four, two bad", "sensitive three"]
)
def test_sums_of_what_is_shown_need_not_be_solved(shape: str) -> None:
    """A sum over leaves follows from them by addition, however they are bounded."""
    survey, _ = SHAPES[shape]
    tables, groups = apart(outputs_of(survey, (5, 5)), (5, 5))
    for block in blocks(read(tables), groups):
        assert len({place for place, _ in block.numbers}) == 1


def test_nothing_is_found_in_routed_questions() -> None:
    """Those asked are as many as gave the answer, which is shown exactly."""
    for survey in (two(), two(wanted="yn", ids="yna")):
        assert not any(together(outputs_of(survey, (8,)), (8,)))


# -- rules that are weakened ----------------------------------------------------------


def test_it_finds_what_all_but_one_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many outputs as the enumeration finds: each bounded one."""
    monkeypatch.setattr(Policy, "slack", property(lambda policy: policy.coalition))
    found = [
        told
        for ids in ("ab", "abc", "abcd")
        for n in range(5, 11)
        for told in together(outputs_of(one(ids), (n,)), (n,))
    ]
    assert sum(map(bool, found)) == 6 * (2 + 3 + 4)


def test_it_finds_that_all_are_on_the_bad_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three and three on the two worst answers, where sides are not looked at."""
    survey = one("abc", a="negative", b="negative")
    whole = outputs_of(survey, (6,))
    monkeypatch.setattr(protection, "ids", lambda *_: frozenset())
    found = together(outputs_of(survey, (6,)), (6,))
    about = {what for told in found for _, what in told}
    assert about == {frozenset("ab")}
    assert not any(together(whole, (6,)))


@pytest.mark.parametrize(("ids", "leaks", "of"), [("ab", 12, 22), ("abc", 153, 384)])
def test_it_finds_totals_from_raw_counts(ids: str, leaks: int, of: int) -> None:
    """As many outputs as the enumeration finds: leaves, and all counted anew."""
    survey = one(ids)

    def anew(world: World) -> tuple[Shown, ...]:
        parts = [table for table in seen(survey, world) if len(table.groups) == 1]
        whole = seen(survey, (tuple(map(sum, zip(*world, strict=True))),))[0]
        return (*parts, replace(whole, groups=frozenset({"u0", "u1"})))

    every = list(dict.fromkeys(map(anew, worlds(len(ids), (5, 6)))))
    assert len(every) == of
    assert sum(map(bool, together(every, (5, 6)))) == leaks


def test_it_finds_a_total_beside_a_hidden_leaf() -> None:
    """What all have more than the one leaf that is shown is the other, too small."""
    for first, second in worlds(2, (6, 4)):
        parts = exactly(["u0"], "ab", *first)
        whole = exactly(["u0", "u1"], "ab", *map(add, first, second))
        (found,) = together([(parts, whole)], (6, 4), 2)
        both = by_hand("ab", first, ()), by_hand("ab", second, (), "u1")
        assert found == both[0] | both[1]


def test_it_finds_routing_without_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many were asked tells how many said yes, where that is bounded."""
    monkeypatch.setattr(protection._Door, "_told", lambda *_: True)  # noqa: SLF001
    found = together(outputs_of(two(), (6,)), (6,))
    assert {
        ("".join(about), n) for told in found for (_, about), n in told.items()
    } >= {
        ("y", 0),
        ("y", 1),
    }
