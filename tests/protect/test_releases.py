"""Proof by enumeration that several releases together tell nothing (R9).

Every way in which a few people can answer, come late, withdraw or correct an answer
goes through the real ledger; see ``ledgers.py`` for what is shown, and ``attacker.py``
for what is looked for. A ledger that is weakened shows what the attacker finds then.
"""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from brukarrevision.model.instrument import Instrument
from brukarrevision.releases import Ledger

from .ledgers import YES_NO, Group, Story, blind, forget, leaking
from .surveys import Profile, Row, ask, choices, instrument, plan

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

SIZES = (5, 6, 7)


def alike(ids: str, releases: int = 2) -> tuple[Profile, ...]:
    """Return profiles of people who never change their answer."""
    return tuple((f"={i}",) * releases for i in ids)


SAME = alike("ab")
CHANGED: tuple[Profile, ...] = (*SAME, ("=a", "=b"), ("=b", "=a"))
STAYED = (0, 1)
"""Where in ``CHANGED`` those stand who changed nothing."""


def survey(ids: str, *partition: str, **marks: str) -> Instrument:
    """Return one question with these answers, split by these attributes."""
    lists = {"q": choices(ids, **marks)}
    return instrument([ask("q")], lists, partition=list(partition))


def safe(story: Story, coalition: int = 1) -> bool:
    """Tell whether no output of a story gives anything away."""
    leaks, outputs = leaking(story, coalition)
    assert outputs
    return not leaks


# -- late answers ------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("late", range(8))
def test_answers_that_come_late(size: int, late: int) -> None:
    """Too few of them, and enough for a leaf of their own."""
    assert safe(Story((Group(size), Group(late, came=1)), SAME))


@pytest.mark.parametrize(("size", "late"), [(5, 4), (5, 5), (6, 5), (7, 6)])
@pytest.mark.parametrize("marks", [{}, {"a": "negative", "b": "positive"}])
def test_whatever_sides_are_marked(size: int, late: int, marks: dict[str, str]) -> None:
    """With no side marked, or both."""
    groups = (Group(size), Group(late, came=1))
    assert safe(Story(groups, SAME, (survey("ab", "unit", **marks),)))


@pytest.mark.parametrize(("bad", "late"), [("", 3), ("a", 5), ("ab", 5)])
def test_late_answers_to_a_question_of_three(bad: str, late: int) -> None:
    """Three answers, none, one or two of them unfavourable."""
    asked = survey("abc", "unit", **dict.fromkeys(bad, "negative"))
    assert safe(Story((Group(5), Group(late, came=1)), alike("abc"), (asked,)))


@pytest.mark.parametrize(
    ("size", "late"), [(5, (1, 3)), (6, (2, 3)), (5, (3, 4)), (6, (5, 2)), (5, (5, 5))]
)
def test_three_releases(size: int, late: tuple[int, int]) -> None:
    """Late ones who wait through a release, and later ones who join them."""
    groups = (Group(size), *(Group(n, came=i) for i, n in enumerate(late, start=1)))
    assert safe(Story(groups, alike("ab", 3)))


@pytest.mark.parametrize("late", [5, 6, 7])
def test_two_insiders_where_the_plan_says_two(late: int) -> None:
    """Leaves of seven; five and six that came late wait."""
    careful = plan(min_group=7, coalition=2)
    groups = (Group(7), Group(late, came=1))
    assert safe(Story(groups, SAME, plan=careful), coalition=2)


# -- units ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "groups",
    [
        pytest.param(
            (Group(5), Group(3, "u1"), Group(late, "u1", came=1)), id=f"3 and {late}"
        )
        for late in (1, 2, 4)
    ],
)
def test_a_unit_left_out_that_is_enough_later(groups: tuple[Group, ...]) -> None:
    """Three were in no number; with two more they are a leaf."""
    assert safe(Story(groups, SAME))


def test_units_merged_that_are_enough_by_themselves_later() -> None:
    """Two and three stand together; then five more come to one of them."""
    early = (Group(2, "u0"), Group(3, "u1"))
    for late in ((Group(5, "u1", came=1),), (Group(3, "u0", came=1),)):
        assert safe(Story((*early, *late), SAME))


@pytest.mark.parametrize("late", [(3, 2), (2, 2)])
def test_late_answers_of_two_units_stand_together(late: tuple[int, int]) -> None:
    """Neither is enough by itself; both may be."""
    groups = (
        Group(5),
        Group(5, "u1"),
        Group(late[0], came=1),
        Group(late[1], "u1", came=1),
    )
    assert safe(Story(groups, SAME))


@pytest.mark.parametrize("late", [2, 5])
def test_units_joined_to_the_smallest(late: int) -> None:
    """A plan that leaves nobody out: those waiting have no leaf to join to."""
    groups = (Group(5), Group(2, "u1"), Group(late, "u1", came=1))
    assert safe(Story(groups, SAME, plan=plan(min_group=5, too_few="merge")))


def test_a_unit_that_the_plan_gets_later() -> None:
    """Others wait with those of a unit that was not there before."""
    assert safe(Story((Group(6), Group(2, came=1), Group(4, "u2", came=1)), SAME))


# -- withdrawals ---------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("late", [0, 3, 5])
def test_somebody_who_was_counted_withdraws(size: int, late: int) -> None:
    """The numbers stand; what the one answered is as safe as before."""
    groups = (Group(size - 1), Group(1, went=1), Group(late, came=1))
    assert safe(Story(groups, SAME))


@pytest.mark.parametrize(("early", "late"), [(2, 2), (2, 3), (3, 3), (4, 2)])
def test_somebody_who_waited_withdraws(early: int, late: int) -> None:
    """One of those in no number yet; the rest may be enough or not."""
    u1 = (Group(early, "u1"), Group(1, "u1", went=1), Group(late, "u1", came=1))
    assert safe(Story((Group(5), *u1), SAME))


def test_somebody_who_came_late_withdraws_before_the_third_release() -> None:
    """Five came late and were counted; one of them goes, and five more come."""
    late = (Group(4, came=1), Group(1, came=1, went=2), Group(5, came=2))
    assert safe(Story((Group(5), *late), alike("ab", 3)))


# -- corrections ---------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("known", [(), (2, 3)], ids=["maybe", "surely"])
@pytest.mark.parametrize("late", [0, 2, 5])
def test_somebody_who_was_counted_corrects_an_answer(
    size: int, known: tuple[int, ...], late: int
) -> None:
    """Neither the old nor the new is certain, even if it is known to differ.

    Of one of whom it is known that the answers differ, each tells the other.
    """
    groups = (
        Group(size - 1, profiles=STAYED),
        Group(1, profiles=known),
        Group(late, came=1, profiles=STAYED),
    )
    assert safe(Story(groups, CHANGED))


@pytest.mark.parametrize("late", [1, 4])
def test_somebody_who_waits_corrects_an_answer(late: int) -> None:
    """Only the new one can ever be counted."""
    waiting = (Group(3, "u1", profiles=STAYED), Group(1, "u1"))
    more = Group(late, "u1", came=1, profiles=STAYED)
    assert safe(Story((Group(5, profiles=STAYED), *waiting, more), CHANGED))


def test_any_may_have_corrected_their_answer() -> None:
    """A mapping that was wrong: everybody's answer is read in another way."""
    assert safe(Story((Group(6), Group(5, came=1, profiles=STAYED)), CHANGED))


BLANKS: tuple[Profile, ...] = tuple(
    (then, now)
    for then, now in product(("=a", "=b", ""), repeat=2)
    if then in (now, "")
)
"""Answers that stand, and blanks that may be filled in later."""


@pytest.mark.parametrize("size", [5, 6])
def test_a_question_that_too_few_had_answered(size: int) -> None:
    """Hidden in the first release, it stays so for them when blanks are filled in."""
    assert safe(Story((Group(size),), BLANKS))


@pytest.mark.parametrize("late", [3, 5])
def test_a_question_that_too_few_had_answered_and_late_ones_did(late: int) -> None:
    """Shown of the late ones alone, and nothing follows for the others."""
    never = tuple(i for i, (then, now) in enumerate(BLANKS) if then == now)
    groups = (Group(5, profiles=never), Group(late, came=1, profiles=never))
    assert safe(Story(groups, BLANKS))


# -- the same answers in another form -------------------------------------------------


@pytest.mark.parametrize("sizes", [(5, 5), (5, 6), (6, 7)])
@pytest.mark.parametrize("late", [0, 5])
def test_units_first_and_then_all_together(sizes: tuple[int, int], late: int) -> None:
    """A new area that splits nobody asks the same thing again: it shows nothing."""
    again: Row = {
        "id": "alla",
        "label": "Alla",
        "partition": [],
        "questions": [{**ask("r"), "choices": "q"}],
    }
    first = {"id": "allt", "label": "Allt", "questions": [ask("q")]}
    both = Instrument.model_validate(
        {**YES_NO.model_dump(by_alias=True), "areas": [first, again]}
    )
    groups = (Group(sizes[0]), Group(sizes[1], "u1"), Group(late, came=1))
    assert safe(Story(groups, SAME, (YES_NO, both)))


def test_all_together_first_and_then_units() -> None:
    """The other way round, units of those counted together are in no new number."""
    whole, units = survey("ab"), survey("ab", "unit")
    groups = (Group(5), Group(6, "u1"))
    assert safe(Story(groups, SAME, (whole, units)))


@pytest.mark.parametrize("late", [0, 3, 5])
def test_a_new_question_that_asks_the_same(late: int) -> None:
    """Of those counted it is hidden; of those who came later it is shown."""
    twice = instrument(
        [ask("q"), {**ask("r"), "choices": "q"}],
        {"q": choices("ab", a="negative")},
        partition=["unit"],
    )
    assert safe(Story((Group(6), Group(late, came=1)), SAME, (YES_NO, twice)))


# -- what the attacker finds where the ledger is weakened ------------------------------


@pytest.mark.parametrize("weaken", [forget, blind])
@pytest.mark.parametrize(
    ("story", "leaks", "outputs"),
    [
        pytest.param(Story((Group(6), Group(5, came=1)), SAME), 8, 18, id="late"),
        pytest.param(Story((Group(6), Group(1, went=1)), SAME), 4, 6, id="withdrawn"),
        pytest.param(
            Story((Group(7, profiles=STAYED), Group(1)), CHANGED),
            *(8, 13),
            id="corrected",
        ),
        pytest.param(
            Story((Group(7, profiles=STAYED), Group(1, profiles=(2, 3))), CHANGED),
            *(10, 10),
            id="corrected, and known to differ",
        ),
    ],
)
def test_tallying_a_leaf_again_leaks(
    story: Story, leaks: int, outputs: int, weaken: Callable[[Ledger], Ledger]
) -> None:
    """Whether the ledger forgets the release, or only who was counted in it."""
    assert leaking(replace(story, weaken=weaken)) == (leaks, outputs)


@pytest.mark.parametrize(
    ("ids", "leaks", "outputs"), [("ab", 12, 22), ("abc", 153, 384)]
)
def test_units_and_then_a_total_from_raw_leaks(
    ids: str, leaks: int, outputs: int
) -> None:
    """Leaves of five and six, then the two together counted anew."""
    asked = survey(ids, "unit"), survey(ids)
    groups = (Group(5), Group(6, "u1"))
    story = Story(groups, alike(ids), asked, weaken=forget)
    assert leaking(story) == (leaks, outputs)


def test_a_unit_too_small_beside_a_total_from_raw_leaks() -> None:
    """Five of one unit, then all seven: the two who were left out (A06)."""
    groups = (Group(5), Group(2, "u1"))
    story = Story(groups, SAME, (survey("ab", "unit"), survey("ab")), weaken=forget)
    leaks, _ = leaking(story)
    assert leaks
