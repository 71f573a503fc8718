"""Random histories of an audit: whoever has every release is certain of nothing.

``histories.py`` plays them with the real ledger, ``everything.py`` reads all of it.
"""

import os
import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from brukarrevision.releases import Ledger

from .everything import leaks, summed, untrue
from .histories import LATER, Cells, Person, World, begun
from .surveys import plan

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

MANY = max(150, int(5_000 * float(os.environ.get("SOAK") or 0)))
"""How many histories each of the two tests plays: 300 in all, in a soak 10,000."""

Step = tuple[object, ...]

_MOODS = {"bad": 1.0, "most": 0.85, "mixed": 0.5, "few": 0.15, "good": 0.0}


def answers(seed: int, mood: str) -> Cells:
    """Return what somebody answers who is in a mood; now and then nothing."""
    order = random.Random(seed)  # noqa: S311 - invented answers need no secrecy
    bad = _MOODS[mood]
    q = "=a" if order.random() < bad else "=b"
    ticks = " ".join(i for i in "tu" if order.random() < bad)
    found = {
        "q": q,
        "r": f"={order.choice('xz')}" if q == "=a" else "",
        "s": "=1" if order.random() < bad else f"={order.choice('123')}",
        "m": f"={ticks}",
        "w": q,
        "n": q,
        "k": q,
    }
    for name in ("s", "m", "k"):
        if order.random() < 0.1:
            found[name] = ""
    return found


def turned(cells: Cells, seed: int) -> Cells:
    """Return answers where every a is b, and what follows from it."""
    swap = {"=a": "=b", "=b": "=a"}
    found = {name: swap.get(cell, cell) for name, cell in cells.items()}
    led = f"={random.Random(seed).choice('xz')}"  # noqa: S311
    return found | {"r": led if found["q"] == "=a" else "", "s": f"={1 + seed % 3}"}


def play(world: World, steps: Sequence[Step]) -> None:
    """Do one thing after the other, and publish what there is at the end."""
    for step in (*steps, ("publish",)):
        name, *more = step
        {
            "come": come,
            "publish": lambda of: of.publish(),
            "withdraw": gone,
            "correct": correct,
            "recode": recode,
            "move": move,
            "again": again,
            "replace": newer,
            "mistake": mistake,
            "undo": lambda of, back: of.undo(again=back),
            "plan": change,
            "ask": ask_more,
        }[str(name)](world, *more)  # type: ignore[operator]


def come(world: World, name: str, where: tuple[str, str], many: int, mood: str) -> None:
    """A file of responses."""
    seed = 100 * len(world.files)
    cells = [answers(seed + at, mood) for at in range(many)]
    world.come(name, *where, cells)


def of_file(world: World, at: int) -> list[Person]:
    """Return the people of one of the files, if there is any."""
    number = 1 + at % max(1, len(world.files))
    return [one for one in world.people if one.file == number]


def gone(world: World, at: int) -> None:
    """Somebody withdraws."""
    if world.people:
        world.withdraw(world.people[at % len(world.people)])


def correct(world: World, at: int) -> None:
    """One answer sheet was entered wrongly."""
    if world.people:
        one = world.people[at % len(world.people)]
        one.cells = turned(one.cells, at)
        world.read(one.file)


def recode(world: World, at: int) -> None:
    """A mapping was wrong: a whole file is read in another way."""
    some = of_file(world, at)
    for one in some:
        one.cells = turned(one.cells, at)
    if some:
        world.read(some[0].file)


def move(world: World, at: int, unit: str, when: str) -> None:
    """A mapping was wrong: a whole file is of another unit, in another round.

    Those who came in two files are known by id and round alone, and keep the round.
    """
    some = of_file(world, at)
    for one in some:
        one.moved |= one.round != when and not one.renewed
        one.unit, one.round = unit, one.round if one.renewed else when
    if some:
        world.read(some[0].file)


def again(world: World, at: int, many: int) -> None:
    """Some of those in a file come again in another, and have changed their minds.

    Somebody who has been read into another round is not the same by id and round.
    """
    some = [one for one in of_file(world, at) if not one.moved][:many]
    for one in some:
        one.cells, one.renewed = turned(one.cells, at), True
    if some:
        world.come_again(some)


def newer(world: World, at: int, many: int, new: int) -> None:
    """A newer export of a file: some have changed their answers, and some are new.

    Somebody who has been read into another round is not the same by id and round.
    """
    some = [one for one in of_file(world, at) if not one.moved][:many]
    if some:
        turn = [turned(one.cells, at) for one in some]
        world.replace(some, [answers(at + one, "mixed") for one in range(new)], turn)


def mistake(world: World, at: int, many: int, new: int, back: object) -> None:
    """A newer export was the wrong one, and is taken back at once; or it was not."""
    newer(world, at, many, new)
    world.undo(again=bool(back))


def change(world: World, changed: dict[str, object]) -> None:
    """The plan asks for something else; units are named anew."""
    kept = world.plan.anonymity.model_dump(
        include={"min_group", "coalition", "too_few"}
    )
    wanted = kept | changed
    least = 2 * wanted["coalition"] + 3
    world.plan = plan(**wanted | {"min_group": max(wanted["min_group"], least)})
    units = tuple(
        u.model_copy(update={"label": f"Nya {u.id}"}) for u in world.plan.units
    )
    more = units[0].model_copy(update={"id": "u3", "label": "Den fjärde"})
    world.plan = world.plan.model_copy(update={"units": (more, *units)})


def ask_more(world: World) -> None:
    """The first question is asked again, of everybody."""
    world.instruments["enkat"] = LATER
    for number, name in enumerate(world.files, start=1):
        if name == "enkat":
            world.read(number)


_UNITS = st.sampled_from(["u0"] * 3 + ["u1"] * 2 + ["u3"])
_ROUNDS = st.sampled_from(["r1"] * 5 + ["r2"])
_ANY = st.integers(0, 99)
_COME = st.tuples(
    st.just("come"),
    st.sampled_from(["enkat"] * 4 + ["andra"]),
    st.tuples(_UNITS, _ROUNDS),
    st.integers(3, 9),
    st.sampled_from(sorted(_MOODS)),
)
_CHANGES: list[dict[str, object]] = [
    {"min_group": 6},
    {"min_group": 8},
    {"min_group": 7, "coalition": 2},
    {"coalition": 1},
    {"too_few": "merge"},
    {"too_few": "leave_out"},
]
_PUBLISH = st.just(("publish",))
_NEWER = (_ANY, st.integers(1, 6), st.integers(0, 6))
_CHANGE = st.one_of(
    _PUBLISH,
    st.tuples(st.just("withdraw"), _ANY),
    st.tuples(st.just("correct"), _ANY),
    st.tuples(st.just("recode"), _ANY),
    st.tuples(st.just("move"), _ANY, _UNITS, _ROUNDS),
    st.tuples(st.just("again"), _ANY, st.integers(1, 6)),
    st.tuples(st.just("replace"), *_NEWER),
    st.tuples(st.just("mistake"), *_NEWER, st.booleans()),
    st.tuples(st.just("undo"), st.booleans()),
    st.tuples(st.just("plan"), st.sampled_from(_CHANGES)),
    st.just(("ask",)),
)
_LATE = st.one_of(_COME, _CHANGE)
STEPS = st.tuples(
    st.lists(_COME, min_size=2, max_size=3),
    _PUBLISH,
    st.lists(_LATE, min_size=2, max_size=5),
    _PUBLISH,
    st.lists(_LATE, max_size=3),
).map(lambda parts: [*parts[0], parts[1], *parts[2], parts[3], *parts[4]])
HISTORIES = settings(
    max_examples=MANY,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def stands(world: World) -> None:
    """Show that nothing is certain, and that the laws of the ledger hold."""
    assert not leaks(world)
    first: dict[tuple[object, ...], object] = {}
    for tables in world.shown:
        for one in tables:
            assert not untrue(one)
            numbers = one.shown.shown, one.shown.asked, one.shown.n, one.shown.cells
            assert first.setdefault((one.leaf, one.question), numbers) == numbers
    for question in (question for some in world.sums for question in some):
        assert summed(question.leaves, question.total())
    for splits in {(of[0], of[2]) for of in world.splits.values()}:
        counted = Counter(
            person
            for leaf, people in world.inside.items()
            if (world.splits[leaf][0], world.splits[leaf][2]) == splits
            for person in people
        )
        assert set(counted.values()) <= {1}


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a workspace that holds no data."""
    (tmp_path / "arbete").mkdir()
    monkeypatch.chdir(tmp_path / "arbete")


def played(steps: Sequence[Step], **anonymity: object) -> World:
    """Return a world after some steps, in a folder of its own."""
    quick = Path("/dev/shm")  # noqa: S108 - in memory, where there is such a place
    place = quick if quick.is_dir() else Path.cwd().parent
    with tempfile.TemporaryDirectory(dir=place) as folder:
        with pytest.MonkeyPatch.context() as here:
            here.setenv("BRUKARREVISION_DATA", f"{folder}/data")
            world = begun(Path(folder) / "prov", **anonymity)
            world.folder.mkdir()
            play(world, steps)
        return world


_FIVE = ("come", "enkat", ("u0", "r1"), 5, "mixed")
_SIX = ("come", "enkat", ("u0", "r1"), 6, "most")


@pytest.mark.parametrize(
    "steps",
    [
        pytest.param([_SIX, ("publish",), _FIVE], id="late"),
        pytest.param([_SIX, ("publish",), ("withdraw", 2)], id="withdrawn"),
        pytest.param([_SIX, ("publish",), ("correct", 3)], id="corrected"),
        pytest.param([_SIX, ("publish",), ("again", 0, 6)], id="from another file"),
        pytest.param([_SIX, ("publish",), ("replace", 0, 6, 0)], id="replaced"),
        pytest.param([_SIX, ("publish",), ("move", 0, "u1", "r1")], id="moved"),
    ],
)
def test_a_ledger_that_forgets_who_was_counted_is_found_out(steps: list[Step]) -> None:
    """What these tests look for is found where the ledger is weakened."""
    stands(played(steps))
    gather = import_module("brukarrevision.results.gather")
    with (
        patch.object(Ledger, "counted", lambda *_: False),
        patch.object(gather, "second_opinion", lambda *_: None),
        pytest.raises(AssertionError),
    ):
        stands(played(steps))


def test_imports_are_taken_back_and_read_once_more() -> None:
    """Until somebody in them is counted; those who return count as they did before."""
    steps: list[Step] = [_SIX, ("replace", 0, 3, 2), ("undo", False), ("publish",)]
    world = played(steps)
    stands(world)
    assert (world.undone, len(world.people)) == (1, 6)
    steps = [_SIX, ("publish",), ("undo", False), ("replace", 0, 3, 5), ("undo", True)]
    world = played([*steps, _FIVE, ("undo", True)])
    stands(world)
    assert world.undone == 1
    assert set(world.kept) == {"undo-released"}


@HISTORIES
@given(steps=STEPS)
def test_any_history(steps: list[Step]) -> None:
    """Nothing is certain after it, and nothing that the rules allow was refused."""
    world = played(steps)
    stands(world)
    assert set(world.refused) <= {"responses-missing"}
    assert set(world.kept) <= {"undo-nothing", "undo-released"}
    event(f"{len(world.published)} releases")
    event(f"{len(world.inside)} leaves")
    event(f"taken back: {world.undone > 0}, kept: {len(world.kept) > 0}")
    event(f"{sum(leaf[0] != 'v1' for leaf in world.inside)} leaves late")


@HISTORIES
@given(steps=STEPS, too_few=st.sampled_from(["leave_out", "merge"]))
def test_any_history_where_two_may_share_their_answers(
    steps: list[Step], too_few: str
) -> None:
    """As the plan asks from the beginning."""
    world = played(steps, coalition=2, min_group=7, too_few=too_few)
    stands(world)
