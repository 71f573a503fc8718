"""The attacker is awake: where a rule is weakened, it finds what leaks."""

from collections.abc import Hashable, Iterable, Sequence

import pytest

from brukarrevision.protect import protection, totals
from brukarrevision.protect.policy import Policy

from .attacker import Fact, Secret, World, facts, leaves, worlds
from .surveys import Survey, against, answer, ask, choices, instrument, led, option

Shown = Iterable[tuple[World, Hashable]]


def one(ids: str, **marks: str) -> Survey:
    """Return a survey of one question."""
    profiles = tuple((f"={i}",) for i in ids)
    return Survey(instrument([ask("q")], {"q": choices(ids, **marks)}), profiles)


def two(of: str = "select_one", wanted: str = "y", ids: str = "yn") -> Survey:
    """Return a survey of ``p`` and of ``q``, which follows certain answers to it."""
    every = {"select_one": list(ids), "select_multiple": ["", *ids, " ".join(ids)]}
    profiles = [
        (f"={p}", q)
        for p in every[of]
        for q in (("=x", "=z") if set(p.split(" ")) & set(wanted) else ("",))
    ]
    questions = [ask("p", of), ask("q", relevant={"p": list(wanted)})]
    lists = {"p": choices(ids), "q": choices("xz")}
    return Survey(instrument(questions, lists), tuple(profiles))


def every(survey: Survey, *sizes: int) -> list[tuple[World, Hashable]]:
    """Return every world of such leaves with what is shown of it."""
    found = worlds(len(survey.profiles), sizes)
    return [(world, survey.output(world)) for world in found]


def known(survey: Survey, shown: Shown, *secrets: Secret) -> set[Fact]:
    """Return what nobody or one inside is certain of."""
    given = list(shown)
    both = (facts(given, survey.profiles, secrets, inside) for inside in (0, 1))
    return set().union(*both)


def outputs(found: Iterable[Fact]) -> int:
    """Return in how many outputs something is certain."""
    return len({fact.output for fact in found})


@pytest.fixture
def less_slack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all but one be told exactly, instead of all but two."""
    monkeypatch.setattr(Policy, "slack", property(lambda policy: policy.coalition))


def test_leaves_are_all_ways_to_answer() -> None:
    """Five people with three answers can answer in 21 ways, each once."""
    found = list(leaves(3, 5))
    assert len(found) == len(set(found)) == 21
    assert all(sum(leaf) == 5 for leaf in found)


def test_raw_counts_of_seven_who_agree() -> None:
    """A raw table of all the same tells everybody's answer, also to outsiders."""
    survey = one("ab")
    shown = [(world, world) for world in worlds(2, (7,))]
    outside = facts(shown, survey.profiles, [answer(survey, "q")], 0)
    assert {fact.output for fact in outside} == {((7, 0),), ((0, 7),)}
    inside = facts(shown, survey.profiles, [answer(survey, "q")], 1)
    assert {fact.output for fact in inside} >= {((6, 1),), ((1, 6),)}


def test_one_who_is_not_inside_is_not_certain() -> None:
    """Of 6 and 1 the one outside the coalition could be either."""
    survey = one("ab")
    shown = [(world, world) for world in worlds(2, (7,))]
    found = facts(shown, survey.profiles, [answer(survey, "q")], 1)
    assert {f.insiders for f in found if f.output == ((6, 1),)} == {((0, 1),)}


def test_all_but_one_leaks(less_slack: None) -> None:  # noqa: ARG001
    """With all but one instead of all but two, each bounded output tells an answer."""
    found = 0
    for ids in ("ab", "abc", "abcd"):
        survey = one(ids)
        for size in range(5, 11):
            found += outputs(known(survey, every(survey, size), answer(survey, "q")))
    assert found == 6 * (2 + 3 + 4)


def test_all_but_one_leaks_the_side(less_slack: None) -> None:  # noqa: ARG001
    """A side of all but one tells the one on the other side of all others."""
    survey = one("abc", a="negative", b="negative")
    found = known(survey, every(survey, 6), against(survey, "q", "ab"))
    assert {fact.value for fact in found} == {"True"}


def test_all_but_one_leaks_ticks(less_slack: None) -> None:  # noqa: ARG001
    """So do options that nearly all have ticked."""
    profiles = tuple((f"={cell}",) for cell in ("a", "b", "a b", ""))
    lists = {"q": choices("ab")}
    survey = Survey(instrument([ask("q", "select_multiple")], lists), profiles)
    assert known(survey, every(survey, 6), option(survey, "q", "a"))


def test_without_sides_the_unfavourable_side_leaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Three and three on the two worst answers tell that all six are dissatisfied."""
    monkeypatch.setattr(protection, "ids", lambda *_: frozenset())
    survey = one("abc", a="negative", b="negative")
    found = known(survey, every(survey, 6), against(survey, "q", "ab"))
    assert found
    assert not known(survey, every(survey, 6), answer(survey, "q"))


@pytest.mark.parametrize(("ids", "leaks", "of"), [("ab", 12, 22), ("abc", 153, 384)])
def test_totals_from_raw_counts_leak(ids: str, leaks: int, of: int) -> None:
    """Leaves of 5 and 6, and the eleven together counted anew."""
    survey = one(ids)
    whole = one(ids)

    def anew(world: World) -> Hashable:
        together = tuple(map(sum, zip(*world, strict=True)))
        return survey.output(world), whole.output((together,))

    shown = [(world, anew(world)) for world in worlds(len(ids), (5, 6))]
    assert len({output for _, output in shown}) == of
    assert outputs(known(survey, shown, answer(survey, "q"))) == leaks


def test_order_by_raw_counts_leaks() -> None:
    """Three bounded leaves in the order of their raw counts: the order tells."""
    survey = one("ab")

    def ordered(world: World) -> Hashable:
        places = sorted(range(3), key=lambda at: -world[at][0])
        return survey.output(world), tuple(places)

    shown = [(world, ordered(world)) for world in worlds(2, (5, 5, 5))]
    assert len({output for _, output in shown}) == 24
    outside = facts(shown, survey.profiles, [answer(survey, "q")], 0)
    assert outputs(outside) == 2
    assert outputs(known(survey, shown, answer(survey, "q"))) == 16


def test_routing_without_its_rule_leaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """How many were asked tells how many said yes, where that is bounded."""
    monkeypatch.setattr(protection._Door, "_told", lambda *_: True)  # noqa: SLF001
    survey = two()
    found = known(survey, every(survey, 6), answer(survey, "p"), led(survey, "q"))
    assert {fact.secret for fact in found} == {"answer to p", "led to q"}


def test_routing_by_any_of_several_ticks_leaks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """That all six ticked one option or another is told by how many were asked."""
    monkeypatch.setattr(protection, "_is_new_number", lambda *_: False)
    survey = two("select_multiple", "ab", "ab")
    assert known(survey, every(survey, 6), led(survey, "q"))


def test_tables_of_fewer_than_the_smallest_group_leak() -> None:
    """Where three answered of eight, "1 to 3 of 3" is everybody or nearly."""
    profiles: Sequence[tuple[str, ...]] = (("=a",), ("=b",), ("",))
    lists = {"q": choices("ab")}
    survey = Survey(instrument([ask("q")], lists), tuple(profiles))
    survey.policy = Policy(min_group=2)
    assert known(survey, every(survey, 6), answer(survey, "q"))


def test_hiding_by_the_answers_leaks() -> None:
    """A total withdrawn only where it would disclose tells why it was withdrawn."""
    survey = one("ab")

    def chosen(world: World) -> Hashable:
        table = survey.protected(world)[0]
        return world if all(t.shown == "exact" for t in table.leaves) else "hidden"

    shown = [(world, chosen(world)) for world in worlds(2, (7, 7))]
    assert not known(survey, shown, answer(survey, "q"))
    leaf = [(world, world if 0 in world[0] else "hidden") for world in worlds(2, (7,))]
    assert known(survey, leaf, answer(survey, "q"))


def test_a_sum_cannot_tell_more_than_its_parts() -> None:
    """Over all pairs of leaves the total is a function of what the leaves show."""
    survey = one("abc", a="negative", b="negative")
    seen: dict[Hashable, Hashable] = {}
    for world in worlds(3, (5, 7)):
        (question,) = survey.protected(world)
        total = seen.setdefault(question.leaves, question.total())
        assert total == question.total() == totals.total(question.leaves)
