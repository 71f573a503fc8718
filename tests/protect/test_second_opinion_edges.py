"""The second opinion where tables are odd: linked, contrary, empty, many, unsolved."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from types import SimpleNamespace

import pytest

from brukarrevision.protect.attacker import (
    Certain,
    Contradiction,
    Numbers,
    Shown,
    Unsolved,
    certain,
    interval,
    solver,
)

from .attacker import Secret, World, facts
from .oracle import by_group, exactly, known, table
from .test_structure import imported, modules

X = frozenset("x")


def child(asked: int | None, *wanted: str, n: int = 2, groups: str = "x") -> Shown:
    """Return a routed question of which only how many were asked is of use."""
    return Shown(
        "r", frozenset(groups), n, ("u", "v"), (), asked=asked, routed=("q", wanted)
    )


def about(*tables: Shown, people: int = 6, coalition: int = 1) -> set[tuple[str, int]]:
    """Return what is certain in one group of so many."""
    found = certain(tables, {"x": people}, coalition)
    return {(",".join(sorted(one.about)), one.coalition) for one in found}


def test_a_wider_table_of_the_same_people_tells_nothing_more() -> None:
    """Also where a group within it is told of by itself."""
    within = table("x", 5, ("y", 4, 5), ("n", 0, 1), of="yn")
    whole = table("xz", 11, ("y", 9, 11), ("n", 0, 2), of="yn")
    wider = table("xz", 11, ("y", 8, 11), ("n", 0, 3), of="yn")
    people = {"x": 5, "z": 6}
    once = certain((within, whole), people, 1)
    assert certain((within, whole, wider), people, 1) == once


# -- routed questions --------------------------------------------------------------


def test_how_many_were_asked_tells_a_bounded_answer() -> None:
    """4 to 6 of 6 said yes, and six, or five, or four were asked the next question."""
    bounded = table("x", 6, ("y", 4, 6), ("n", 0, 2), of="yn")
    assert about(bounded) == set()
    assert about(bounded, child(6, "y")) == {("y", 0)}
    assert about(bounded, child(5, "y")) == {("y", 1)}
    assert about(bounded, child(4, "y")) == set()


def test_how_many_were_asked_is_no_news_beside_an_exact_answer() -> None:
    """Nor is it a contradiction that others answered too, or some were passed by."""
    for asked in (2, 3, 4):
        assert about(exactly("x", "yn", 3, 3), child(asked, "y")) == set()


def test_not_told_how_many_were_asked() -> None:
    """Then the routed question says nothing of the one before it."""
    bounded = table("x", 6, ("y", 4, 6), ("n", 0, 2), of="yn")
    assert about(bounded, child(None, "y")) == set()


def test_all_were_led_on_by_one_answer_or_another() -> None:
    """That everybody gave one of two bounded answers is not to be known either."""
    bounded = table("x", 6, ("ab", 4, 6), ("c", 0, 2), of="abc")
    assert about(bounded, child(6, "a", "b")) == {("a,b", 0)}


def test_a_question_before_that_is_not_shown() -> None:
    """Only how many gave an answer that leads on is known, of all who are there."""
    assert about(child(6, "y")) == {("y", 0)}
    assert about(child(1, "y")) == {("not:y", 1)}
    assert about(child(3, "y", "z")) == set()
    assert about(child(6, "z", "y")) == {("y|z", 0)}


def test_asked_in_a_leaf_where_the_question_before_is_hidden() -> None:
    """It is shown in one leaf, and in the other only what the routed question tells."""
    tables = [exactly("x", "yn", 3, 3), child(5, "y", groups="z", n=5)]
    found = certain(tables, {"x": 6, "z": 5})
    assert by_group(found) == {(frozenset("z"), frozenset("y")): 0}
    total = child(8, "y", groups="xz", n=8)
    found = certain([tables[0], total], {"x": 6, "z": 5})
    assert by_group(found) == {(frozenset("z"), frozenset("y")): 0}


def test_asked_because_of_any_of_several_ticks() -> None:
    """Three ticked each; if six of six were asked, each ticked one or the other."""
    each = exactly("x", "ab", 3, 3, several=True)
    ticks = Shown("q", X, 6, ("a", "b"), each.cells, several=True)
    assert about(ticks) == set()
    assert about(ticks, child(6, "a", "b")) == {("a|b", 0)}
    assert about(ticks, child(5, "a", "b")) == {("a|b", 1)}
    assert about(ticks, child(4, "a", "b")) == set()
    assert about(ticks, child(3, "a")) == set()


def test_of_any_of_several_ticks_more_is_known_than_the_sum() -> None:
    """Of the eight who are there six answered; nobody ticked what all did not."""
    ticks = Shown("q", X, 6, ("a", "b"), (Numbers(("a",), 3, 3),), several=True)
    assert about(ticks, child(6, "a", "b"), people=8) == {("a|b", 0)}
    assert interval([ticks], {"x": 8}, "q", "x", ("b",)) == (0, 6)
    led = child(4, "b", "a")
    assert interval([ticks, led], {"x": 8}, "q", "x", ("b",)) == (0, 4)
    assert interval([ticks, led], {"x": 8}, "q", "x", ("a", "b")) == (4, 4)


def test_routed_questions_may_come_before_the_one_that_leads_to_them() -> None:
    """The order of the tables changes nothing."""
    assert about(child(2, "y"), exactly("x", "yn", 3, 3)) == set()


@pytest.mark.parametrize("n", [5, 6])
@pytest.mark.parametrize("slack", [1, 2])
def test_a_bounded_answer_and_who_it_leads_to_as_trying_every_world(
    n: int, slack: int
) -> None:
    """Both attackers agree on the answers before and after, whatever was answered."""
    profiles = [("y", "u"), ("y", "v"), ("n", "")]
    for yes in range(n - slack, n + 1):
        before = table("x", n, ("y", n - slack, n), ("n", 0, slack), of="yn")
        for u in range(yes + 1):
            after = exactly("x", "uv", u, yes - u, asked=yes, routed=("q", ("y",)))
            found = certain([before, replace(after, question="r")], {"x": n})
            world = ((u, yes - u, n - yes),)
            assert named(found) == tried([(world, None)], profiles)


def named(found: tuple[Certain, ...]) -> set[tuple[str, str, int]]:
    """Return the question, the answer and the smallest coalition of each."""
    return {(one.question, "".join(one.about), one.coalition) for one in found}


def tried(
    fitting: list[tuple[World, None]], profiles: Sequence[tuple[str, ...]]
) -> set[tuple[str, str, int]]:
    """Return the same by trying every world; who is inside has answered."""
    found: dict[tuple[str, str], int] = {}
    for (at, name), inside in product(enumerate("qr"), (0, 1)):
        secret = Secret(name, lambda profile, at=at: profile[at] or None)  # type: ignore[misc]
        for fact in facts(fitting, profiles, [secret], inside):
            if all(profiles[i][at] for _, i in fact.insiders):
                found.setdefault((name, fact.value), inside)
    return {(*what, inside) for what, inside in found.items()}


# -- a question with several answers each ------------------------------------------


def test_nobody_ticked() -> None:
    """That nobody ticked an option is everybody's answer; one hidden tells nothing."""
    ticks = Shown("q", X, 6, ("a", "b"), (Numbers(("a",), 0, 0),), several=True)
    assert about(ticks) == {("not:a", 0)}


# -- tables that contradict each other ---------------------------------------------


@pytest.mark.parametrize(
    "tables",
    [
        [table("x", 6, ("a", 4, 4), ("b", 3, 3), of="ab")],
        [table("x", 6, ("a", 4, 3), of="ab")],
        [exactly("x", "ab", 4, 3)],
        [exactly("x", "ab", 3, 3), exactly("x", "ab", 4, 2)],
        [exactly("x", "ab", 3, 3), exactly("xz", "ab", 2, 8)],
        [exactly("x", "ab", 3, 3), exactly("z", "ab", 3, 3), table("xz", 11, of="ab")],
        [exactly("x", "ab", 3, 3), exactly("x", "ab", 3, 2)],
        [
            table("x", 2, ("ab", 1, 1), ("bc", 1, 1), ("ac", 1, 1), of="abcd"),
        ],
    ],
)
def test_tables_that_no_way_of_answering_fits(tables: list[Shown]) -> None:
    """The question is named and nothing else; also where only halves would fit."""
    with pytest.raises(Contradiction) as stop:
        certain(tables, {"x": 6, "z": 6})
    assert stop.value.question == "q"
    assert str(stop.value) == "q"
    with pytest.raises(Contradiction):
        interval(tables, {"x": 6, "z": 6}, "q", "x", ("a",))


# -- what is there when little is shown --------------------------------------------


def test_nothing_shown_tells_nothing() -> None:
    """No tables, no answers, nobody who answered, or one answer that all must give."""
    assert certain([], {}) == ()
    assert about(Shown("q", X, 6, (), ())) == set()
    assert about(exactly("x", "ab", 0, 0)) == set()
    assert about(exactly("x", "a", 6)) == set()
    assert about(exactly("x", "ab", 3, 3, sides=(frozenset("ab"),))) == set()


def test_the_only_one_who_answered_is_known_to_others_alone() -> None:
    """To the one who answered there is nobody else."""
    assert about(exactly("x", "ab", 1, 0)) == {("a", 0)}
    assert about(table("x", 1, of="ab")) == set()


def test_a_side_that_only_the_total_names_is_kept_in_the_leaves() -> None:
    """A side is of the question, whichever table tells of it."""
    leaf, other = exactly("x", "abc", 3, 3, 0), exactly("z", "abc", 2, 2, 2)
    total = exactly("xz", "abc", 5, 5, 2, sides=(frozenset("ab"),))
    found = certain([leaf, other, total], {"x": 6, "z": 6})
    assert by_group(found) == {(X, frozenset("ab")): 0}


def test_the_same_table_twice_and_nearer() -> None:
    """A table is not two because it is in two reports; the nearer number holds."""
    wide = table("x", 6, ("a", 4, 6), ("b", 0, 2), of="ab")
    near = table("x", 6, ("a", 5, 6), of="ab")
    assert about(wide, wide) == set()
    assert about(wide, near) == {("a", 1)}
    assert about(near, wide) == {("a", 1)}


def test_what_a_total_has_more_than_a_part() -> None:
    """The part that is not shown is what is left, when it is everything."""
    tables = [exactly("xz", "ab", 6, 3), exactly("x", "ab", 3, 3)]
    found = certain(tables, {"x": 6, "z": 6})
    assert by_group(found) == {(frozenset("z"), frozenset("a")): 0}


def test_who_knows_that_they_were_the_one() -> None:
    """One of eleven said b: whoever did knows of both groups, and nobody else does."""
    tables = [
        exactly("xz", "ab", 10, 1),
        table("x", 5, of="ab"),
        table("z", 6, of="ab"),
    ]
    sizes = {"x": 5, "z": 6}
    one = {(frozenset(g), frozenset("a")): 1 for g in "xz"}
    assert by_group(certain(tables, sizes)) == known(tables, sizes, "ab", 1) == one


def test_answers_counted_together_in_two_ways() -> None:
    """Pairs that share an answer are not added up as if they shared none."""
    pairs = table("x", 6, ("ab", 4, 4), ("bc", 3, 3), of="abc")
    tables = [pairs, exactly("z", "abc", 1, 1, 1), exactly("xz", "abc", 4, 2, 3)]
    sizes = {"x": 6, "z": 3}
    found = by_group(certain(tables, sizes))
    assert found == known(tables, sizes, "abc", 1)
    assert interval(tables, sizes, "q", "x", ("b",)) == (1, 1)


def test_a_table_may_tell_nothing_but_how_many_answered() -> None:
    """Two of seven said b; with five in one group at least three there said a."""
    total, few = exactly("xz", "ab", 5, 2), table("x", 5, of="ab")
    sizes = {"x": 5, "z": 5}
    assert interval([total], sizes, "q", "x", ("a",)) == (0, 5)
    assert interval([total, few], sizes, "q", "x", ("a",)) == (3, 5)


def test_groups_that_no_table_tells_apart_are_one_place() -> None:
    """Two groups counted together: what is certain holds in both."""
    (found,) = certain([exactly("xz", "ab", 7, 0)], {"x": 3, "z": 4})
    assert found == Certain("q", frozenset("xz"), frozenset("a"), 0)


@pytest.fixture
def widths(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return how many numbers each block has that is given to the solver."""
    widths: list[int] = []

    def spied(cases: Sequence[solver.Case]) -> list[solver.World | None]:
        widths.extend(case.block.width for case in cases)
        return solver.solve(cases)

    monkeypatch.setattr("brukarrevision.protect.attacker.search.solve", spied)
    return widths


def test_no_more_than_all_can_have_given_an_answer(widths: list[int]) -> None:
    """Answers of 3 to 5 and of 0 to 2 people are 3 to 5 together, where five are."""
    leaf = table("x", 5, ("a", 3, 5), ("bc", 0, 2), of="abc")
    total = table("xz", 11, ("ab", 7, 9), ("c", 2, 4), of="abc")
    tables = [leaf, exactly("z", "abc", 2, 2, 2), total]
    assert certain(tables, {"x": 5, "z": 6}) == ()
    assert set(widths) == {3}


def test_a_sum_of_sums_adds_nothing(widths: list[int]) -> None:
    """Leaves of two groups each, and their total: solved as leaves alone."""
    leaves = [exactly("uv", "ab", 4, 5), exactly("xz", "ab", 3, 3)]
    sizes = dict.fromkeys("uvxz", 6)
    assert certain([exactly("uvxz", "ab", 7, 8), *leaves], sizes) == ()
    assert set(widths) == {2}


# -- between what a number lies ----------------------------------------------------


def test_a_number_of_one_of_two_groups_that_are_shown_together() -> None:
    """Five of seven said a: at least one of the three, if the other four all did."""
    tables = [exactly("xz", "ab", 5, 2)]
    sizes = {"x": 3, "z": 4}
    assert interval(tables, sizes, "q", "x", ("a",)) == (1, 3)
    assert interval(tables, sizes, "q", "z", ("a",)) == (2, 4)
    assert interval(tables, sizes, "q", "z", ("b", "a")) == (4, 4)


def test_a_number_of_a_group_or_question_that_is_nowhere() -> None:
    """It may be anything."""
    tables = [exactly("x", "ab", 5, 1)]
    assert interval(tables, {"x": 6, "z": 4}, "q", "z", ("a",)) == (0, 4)
    assert interval(tables, {"x": 6}, "r", "x", ("a",)) == (0, 6)


def test_a_number_of_ticks() -> None:
    """An option of a question with several answers each is asked for by its name."""
    ticks = Shown("q", X, 6, ("a", "b"), (Numbers(("a",), 2, 3),), several=True)
    assert interval([ticks], {"x": 6}, "q", "x", ("a",)) == (2, 3)
    assert interval([ticks], {"x": 6}, "q", "x", ("b",)) == (0, 6)


def test_people_are_whole() -> None:
    """Of three answers at most one each in pairs: one and not one and a half."""
    pairs = table("x", 2, ("ab", 0, 1), ("bc", 0, 1), ("ac", 0, 1), of="abcd")
    assert interval([pairs], {"x": 2}, "q", "x", ("a", "b", "c")) == (0, 1)


# -- the solver --------------------------------------------------------------------


def test_many_are_solved_in_several_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is found does not depend on how much is solved at once."""
    tables = [
        replace(exactly("x", "ab", 7 - few, few), question=f"q{few}")
        for few in range(5)
    ]
    whole = certain(tables, {"x": 7})
    assert {one.question for one in whole} == {"q0", "q1"}
    monkeypatch.setattr(solver, "AT_ONCE", 3)
    assert certain(tables, {"x": 7}) == whole


@pytest.mark.parametrize(
    "result",
    [
        SimpleNamespace(status=1, x=None),
        SimpleNamespace(status=2, x=None),
        SimpleNamespace(status=3, x=None),
        SimpleNamespace(status=4, x=None),
        SimpleNamespace(status=0, x=None),
    ],
)
def test_a_solver_that_gives_up_is_no_answer(
    result: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else it says than that it is done, nothing is let out (R10)."""
    monkeypatch.setattr("scipy.optimize.milp", lambda *_, **__: result)
    with pytest.raises(Unsolved):
        certain([exactly("x", "ab", 3, 3)], {"x": 6})


def test_a_solver_that_is_wrong_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Numbers are added up again, in whole numbers."""

    def nonsense(cost: list[float], **_: object) -> SimpleNamespace:
        x = SimpleNamespace(tolist=lambda: [0.0] * len(cost))
        return SimpleNamespace(status=0, x=x)

    monkeypatch.setattr("scipy.optimize.milp", nonsense)
    with pytest.raises(Unsolved):
        certain([exactly("x", "ab", 3, 3)], {"x": 6})


def test_it_shares_nothing_with_the_protection() -> None:
    """It imports the standard library, scipy and its own parts."""
    own = "brukarrevision.protect.attacker"
    for file, tree in modules("protect/attacker"):
        for module, _ in imported(tree):
            name = module.split(".")[0]
            assert name in sys.stdlib_module_names or module.startswith((own, "scipy"))
            assert name != "scipy" or file == "protect/attacker/solver.py"
