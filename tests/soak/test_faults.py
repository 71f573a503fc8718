"""Every write of every command fails once, and what was there stays.

As on a full disk, in a folder that may not be written, or a file that may not grow.
"""

import errno
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Runner
from tests.soak.scenes import Scene
from tests.soak.test_kills import again, old_or_new, scenes
from tests.soak.world import Ended, World, forked

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
    pytest.mark.no_cover,  # of the processes that are forked nothing is counted
]

STEPS = ("replace", "rename", "fsync", "mkdir", "fdopen", "open")
SAID = (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EIO)
SIZES = (0, 600, 4_096, 8_192, 20_000, 50_000)
OF_THE_MACHINE = ("disk-", "store-", "file-")


def failing(at: int, counted: Path) -> Callable[[], None]:
    """Return what makes the n-th step that writes fail, and counts the steps."""

    def patch() -> None:
        seen = 0

        def wrapped(plain: Callable[..., Any], name: str) -> Callable[..., Any]:
            def step(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
                nonlocal seen
                writes = os.O_WRONLY | os.O_RDWR
                reads = name == "open" and not args[1] & writes
                reads = reads or args[0] == os.devnull
                if not reads:
                    seen += 1
                    if seen == at:
                        counted.write_bytes(b"")
                        raise OSError(SAID[at % len(SAID)], "no")
                return plain(*args, **kwargs)

            return step

        for name in STEPS:
            setattr(os, name, wrapped(getattr(os, name), name))

    return patch


def small(size: int) -> Callable[[], None]:
    """Return what keeps every file that is written under a size, the store too."""

    def limit() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.name)
def test_every_write_may_fail(
    world: World,
    br: Runner,
    scene: Scene,
    amount: Callable[[float, float], float],
    figures: Callable[[str], None],
) -> None:
    """The command says so in our words and ends with 4, or could do without."""
    scene.ready(world, br)
    kept, old = world.keep(), world.state()
    words = scene.said(world)
    assert forked(words).code == 0
    new = world.state()
    counted = world.base.with_name("hit")
    every = bool(amount(0, 1))
    steps, step, stride = 0, 1, 1 if every else 13
    faults = [small(size) for size in (SIZES if every else SIZES[3:4])]
    while True:
        counted.unlink(missing_ok=True)
        world.put_back(kept)
        ended = forked(words, first=failing(step, counted))
        if not counted.exists():
            break
        _told(ended)
        old_or_new(world, old, new, ended)
        steps, step = steps + 1, step + stride
    for fault in faults:
        world.put_back(kept)
        ended = forked(words, first=fault)
        _told(ended)
        old_or_new(world, old, new, ended)
    again(world, br, scene, new)
    figures(f"faults: {scene.name}: {steps} writes and {len(faults)} sizes failed")


def _told(ended: Ended) -> None:
    """What went wrong is told as a fault of the machine, never as one of ours."""
    assert "[internal" not in ended.err, ended.err
    assert "Traceback" not in ended.err
    assert ended.code in (0, 1, 4)
    if ended.code:
        assert any(f"[{begin}" in ended.err for begin in OF_THE_MACHINE), ended.err
