"""Two processes that write the same audit at the same time: nothing is lost."""

import contextlib
import os
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable

import pytest

from tests.conftest import Runner
from tests.soak.scenes import collected, more
from tests.soak.world import Ended, World, forked

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here"),
    pytest.mark.no_cover,  # of the processes that are forked nothing is counted
]

ROWS = 2


def test_two_writers_lose_nothing(
    world: World,
    br: Runner,
    amount: Callable[[float, float], float],
    figures: Callable[[str], None],
) -> None:
    """Each reads its own files; whoever is told to wait tries again."""
    collected(world, br)
    times = int(amount(25, 500))
    for writer in "ab":
        for number in range(times):
            more(world, f"{writer}-{number}-", ROWS)
    began = time.monotonic()
    ended = _together(times)
    for one in ended:
        assert one.code == 0, one.err
    waits = sum(int(one.out.rpartition("väntat ")[2].split()[0]) for one in ended)
    found = _respondents(world)
    wanted = {
        f"{w}-{n}-{row}" for w in "ab" for n in range(times) for row in range(ROWS)
    }
    assert wanted <= set(found)
    assert set(found.values()) == {1}
    assert len(found) == 33 + len(wanted)
    seconds = time.monotonic() - began
    figures(f"writers: 2 x {times} files in {seconds:.0f} s, told to wait: {waits}")


def _together(times: int) -> list[Ended]:
    """Let two processes read their files, and return how they ended."""
    ended: list[Ended] = []

    def work(writer: str) -> None:
        first = lambda: _read_all(writer, times)  # noqa: E731
        ended.append(forked(("check", "prov"), first=first))

    threads = [threading.Thread(target=work, args=(writer,)) for writer in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ended


def _read_all(writer: str, times: int) -> None:
    """Read file after file; where the other is at work, try again."""
    br, waits = Runner(), 0
    for number in range(times):
        ran = br("collect", "prov", f"../{writer}-{number}-.csv")
        while ran.codes == ["store-locked"]:
            assert ran.code == 4
            waits += 1
            ran = br("collect", "prov", f"../{writer}-{number}-.csv")
        assert ran.code == 0, ran.err
        assert f"{ROWS} rader = {ROWS} använda" in ran.out
    os.write(1, f"väntat {waits} \n".encode())


def _respondents(world: World) -> Counter[str]:
    """Count the rows of every respondent in the store."""
    path = world.box.private / "responses.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as store:
        names = store.execute("SELECT _respondent FROM responses_1").fetchall()
        kept = store.execute("SELECT count(*) FROM source_rows").fetchone()[0]
    assert kept == len(names)
    return Counter(str(name) for (name,) in names)
