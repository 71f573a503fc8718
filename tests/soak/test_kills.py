"""Every command that writes is killed at any moment: each file is old or new.

After a kill the audit opens, nothing is lost that was told to be stored, and the same
command, given again, ends where it would have ended.
"""

import os
import random
import time
from collections.abc import Callable

import pytest

from tests.conftest import Runner
from tests.soak.scenes import SCENES, Scene
from tests.soak.world import LEFT_BEHIND, PENDING, Ended, State, World, forked

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
    pytest.mark.no_cover,  # of the processes that are forked nothing is counted
]

Tell = Callable[[str], None]


def scenes() -> list[Scene]:
    """Return the scenes of the commands there are."""
    from brukarrevision.cli.app import COMMANDS

    return [scene for scene in SCENES if scene.command in COMMANDS]


def test_every_command_that_writes_has_a_scene() -> None:
    """Those without one write nothing, or only what others write."""
    from brukarrevision.cli.app import COMMANDS

    others = {
        *("check", "status", "guard scan", "data path", "data dpia", "quotes list"),
        *("interview check", "interview open"),  # the editor writes
        *("quotes candidates", "codebook list"),
        "demo",  # copies in one step, then reads and reports as the others do
    }
    assert set(COMMANDS) <= {scene.command for scene in SCENES} | others


def test_kills(
    world: World,
    br: Runner,
    amount: Callable[[float, float], float],
    tell: Tell,
    figures: Tell,
) -> None:
    """A thousand kills in a soak, spread over all commands."""
    began = time.monotonic()
    kept, every = world.keep(), scenes()
    wanted = int(amount(len(every), 1000))
    tally = {"killed": 0, "done": 0, "left": 0}
    for at, scene in enumerate(every):
        world.put_back(kept)
        scene.ready(world, br)
        share = wanted * (at + 1) // len(every) - wanted * at // len(every)
        _kill(world, br, scene, times=share, tally=tally, tell=tell)
    assert tally["killed"] + tally["done"] == wanted
    seconds = time.monotonic() - began
    figures(f"kills: {wanted} in {seconds:.0f} s, {tally}, scenes: {len(every)}")


def _kill(
    world: World,
    br: Runner,
    scene: Scene,
    *,
    times: int,
    tally: dict[str, int],
    tell: Tell,
) -> None:
    """Kill one command again and again, from the same beginning."""
    order = random.Random(scene.name)  # noqa: S311 - moments need no secrecy
    kept, old, before = world.keep(), world.state(), br("check", "prov").codes
    words = scene.said(world)
    alone = forked(words)
    assert alone.code == 0, alone.err
    new, after = world.state(), br("check", "prov").codes
    assert old != new
    for number in range(times):
        tell(f"{scene.name}: kill {number + 1} of {times}")
        world.put_back(kept)
        ended = forked(words, kill_after=order.uniform(0.002, alone.seconds))
        tally["killed" if ended.code is None else "done"] += 1
        tally["left"] += _left(world)
        old_or_new(world, old, new, ended)
        assert set(br("check", "prov").codes) <= {*before, *after, *scene.between}
        again(world, br, scene, new)


def _left(world: World) -> int:
    """Count the files that a kill left behind."""
    names = [path.relative_to(world.base).as_posix() for path in world.base.rglob("*")]
    return sum(bool(LEFT_BEHIND.search(name)) for name in names)


def old_or_new(world: World, old: State, new: State, ended: Ended) -> None:
    """Each file says what it said before, or what it shall say; none is half."""
    now = world.state()
    for name in {name for name in {*old, *new, *now} if not name.endswith(PENDING)}:
        assert now.get(name) in (old.get(name), new.get(name)), name
    if ended.code == 0 or "rader =" in ended.out:  # it was told to be stored
        stored = [name for name in new if name.endswith(".sqlite")]
        assert [now.get(name) for name in stored] == [new[name] for name in stored]


def again(world: World, br: Runner, scene: Scene, new: State) -> None:
    """The same command does the rest, or says that all was done."""
    ran = br(*scene.said(world))
    assert ran.code == 0 or ran.codes[:1] == list(scene.done), ran.err
    assert world.state() == new or not scene.once
