"""Laptops that hand their raw data over in any order end with the same."""

import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from tests import fakeaudit
from tests.fakeaudit import HEADER
from tests.rawdata.laptops import MAPPING, Laptop

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

PEOPLE = [f"r{n}" for n in range(1, 9)]
LINES = {who: f"{who};norr;kvinna;helt;ORD-{who}-SLUT;inte" for who in PEOPLE}
FILES = {
    "early": ["r1", "r2", "r3"],
    "late": ["r1", "r2", "r3", "r4", "r5"],
    "other": ["r6", "r7"],
    "odd": ["r5", "r8", "r1"],
}
NAMELESS = [f";soder;man;inte;UTAN-{n};helt" for n in range(6)]

steps = st.one_of(
    st.tuples(st.just("collect"), st.integers(0, 1), st.sampled_from([*FILES, "bare"])),
    st.tuples(st.just("withdraw"), st.integers(0, 1), st.sampled_from(PEOPLE)),
    st.tuples(st.just("row"), st.integers(0, 1), st.integers(2, 7)),
    st.tuples(st.just("send"), st.integers(0, 1), st.just("")),
)


def write(folder: Path) -> dict[str, Path]:
    """Write all files of responses."""
    found = {}
    for name, people in FILES.items():
        lines = [LINES[who] for who in people]
        found[name] = folder / f"{name}.csv"
        found[name].write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
    found["bare"] = folder / "bare.csv"
    found["bare"].write_text("\n".join([HEADER, *NAMELESS, ""]), encoding="utf-8")
    return found


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=st.lists(steps, max_size=7))
def test_whatever_the_order_all_end_with_the_same(
    history: list[tuple[str, int, str | int]],
) -> None:
    """The same responses everywhere, nobody twice, and the withdrawn nowhere."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        folder = Path(name)
        patch.setenv("BRUKARREVISION_DATA", str(folder / "data"))
        box = fakeaudit.make(folder)
        box.write("mappings/enkat-table.yaml", MAPPING)
        laptops = (Laptop.of(box, "a"), Laptop.of(box, "b"))
        files = write(folder)
        gone = set()
        for deed, at, what in history:
            gone |= do(laptops, files, deed, at, what)
        a, b = laptops
        for one in laptops:
            one.collect(files["other"])
        a.send(b)
        b.send(a)
        a.send(b)
        assert a.responses() == b.responses()
        assert max(a.responses().values(), default=1) == 1
        for one in laptops:
            assert one.sums_add_up()
            assert not [text for text in gone if one.holds(text)]
            again = one.responses()
            a.send(b) if one is b else b.send(a)
            assert one.responses() == again


def do(
    laptops: tuple[Laptop, Laptop],
    files: dict[str, Path],
    deed: str,
    at: int,
    what: str | int,
) -> set[str]:
    """Do one thing at a laptop; return the words of whoever is withdrawn."""
    one, other = laptops[at], laptops[1 - at]
    if deed == "collect":
        one.collect(files[str(what)])
    elif deed == "send" and (one.private / "responses.sqlite").exists():
        one.send(other)
    elif deed == "withdraw":
        return withdrawn(one, str(what), f"ORD-{what}-SLUT")
    elif deed == "row" and one.private.exists():
        with one.store() as store:
            numbers = [i.number for i in store.imports() if i.file == "bare.csv"]
        for number in numbers:
            return withdrawn(one, f"{number}:{what}", f"UTAN-{int(what) - 2}")
    return set()


def withdrawn(one: Laptop, who: str, words: str) -> set[str]:
    """Withdraw somebody, if there is such a one."""
    with suppress(FaultyFiles):
        one.withdraw(who)
        return {words}
    return set()
