"""The second opinion at every build: a protection that is too generous is found out.

Each test makes a part of the program weaker than its rules; what would then be shown
gives somebody's answer away, and nothing is let out.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from brukarrevision.protect import rules, totals
from brukarrevision.protect.policy import Policy
from brukarrevision.protect.table import Cell, ProtectedTable
from brukarrevision.releases import Ledger
from brukarrevision.results import counting
from brukarrevision.store import Store, releases
from brukarrevision.store.releases import Member

from .attacks.cases import Case, Person, ask, people
from .conftest import Runner
from .fakeaudit import Box

ONE = Case(
    [ask("q", "svar")],
    {"svar": {"ja": "Ja", "nej": "-Nej"}},
    units={"a": "Aspen", "b": "Björken"},
)
COMMANDS = [
    ("tally", "prov"),
    ("tally", "prov", "--by", "unit", "--format", "json"),
    ("tally", "prov", "--format", "csv", "-o", "ut.csv"),
    ("tally", "prov", "--format", "xlsx", "-o", "ut.xlsx"),
    ("report", "prov"),
    ("publish", "prov", "v9", "--yes"),
]

AGAIN = ("opinion-certain", "opinion-none")
"""Where the same people are counted twice, sums may fit no way of answering at all."""

Read = Callable[..., Box]


def of(unit: str, yes: int, no: int) -> list[Person]:
    """Return so many of a unit who said yes, and no."""
    return people((yes, {"unit": unit, "q": "Ja"}), (no, {"unit": unit, "q": "Nej"}))


@pytest.fixture
def read(tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Return a way to make an audit of some people, and stand in it."""

    def make(*some: Sequence[Person]) -> Box:
        box = ONE.put(tmp_path, [one for unit in some for one in unit])
        monkeypatch.chdir(box.root)
        assert br("collect", "prov", box.source).code == 0
        return box

    return make


def come(br: Runner, box: Box, some: Sequence[Person]) -> None:
    """Read a file of people who have not been heard before."""
    path = box.root.parent / "sena.csv"
    path.write_bytes(ONE.file(some, start="sen"))
    assert br("collect", "prov", path).code == 0


def all_refused(br: Runner, box: Box, *codes: str) -> None:
    """Show that every command that lets numbers out stops, and writes nothing."""
    wanted = codes or ("opinion-certain",)
    before = box.snapshot()
    for words in COMMANDS:
        done = br(*words)
        assert (done.code, done.data) == (3, b""), words
        assert done.codes, words
        assert set(done.codes) <= set(wanted), words
        assert box.snapshot() == before, words


def all_done(br: Runner) -> None:
    """Show that the same commands work where nothing is weakened."""
    for words in COMMANDS:
        assert br(*words).code == 0, words


def generous(
    counts: rules.Counted, policy: Policy, negative: frozenset[str]
) -> rules.Cells:
    """Show every count as it is."""
    del policy, negative
    return tuple(Cell((option,), count, count) for option, count in counts)


@pytest.mark.parametrize(("yes", "no"), [(7, 0), (0, 7), (6, 1), (1, 6), (5, 0)])
def test_rules_that_show_every_count(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch, yes: int, no: int
) -> None:
    """All said the same, or all but one who knows it."""
    box = read(of("Aspen", yes, no))
    with monkeypatch.context() as weaker:
        weaker.setattr(rules, "one_answer", generous)
        all_refused(br, box)
    all_done(br)


def test_rules_that_hide_one_less(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but one, where the plan's one insider may be that one."""
    box = read(of("Aspen", 6, 1))
    with monkeypatch.context() as weaker:
        weaker.setattr(Policy, "slack", property(lambda self: self.coalition))
        all_refused(br, box)
    all_done(br)


def test_a_total_from_raw_counts(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside a unit that is exact it tells the other, which is bounded."""
    box = read(of("Aspen", 11, 1), of("Björken", 10, 8))
    right = totals.total

    def total(tables: tuple[ProtectedTable, ...]) -> ProtectedTable:
        found = right(tables)
        if found.leaves == 1 or found.question != "q":
            return found
        cells = (Cell(("ja",), 21, 21), Cell(("nej",), 9, 9))
        return replace(found, cells=cells, shown="exact")

    with monkeypatch.context() as weaker:
        weaker.setattr("brukarrevision.protect.protection.total", total)
        all_refused(br, box)
    all_done(br)


def test_a_ledger_that_counts_the_same_people_again(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six, and then eleven of whom five came late and all said no."""
    box = read(of("Aspen", 3, 3))
    assert br("publish", "prov", "v1", "--yes").code == 0
    come(br, box, of("Aspen", 0, 5))
    with monkeypatch.context() as weaker:
        weaker.setattr(Ledger, "counted", lambda *_: False)
        all_refused(br, box, *AGAIN)
    all_done(br)


def test_a_ledger_that_counts_those_who_are_left_again(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of eight withdrew; the seven are counted anew."""
    box = read(of("Aspen", 4, 4))
    assert br("publish", "prov", "v1", "--yes").code == 0
    assert br("data", "withdraw", "prov", "r8", "--yes").code == 0
    with monkeypatch.context() as weaker:
        weaker.setattr(Ledger, "counted", lambda *_: False)
        all_refused(br, box, *AGAIN)
    all_done(br)


def test_a_leaf_that_is_too_small(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A partition that forgets how many a leaf must have: two of the other unit."""
    box = read(of("Aspen", 4, 4), of("Björken", 1, 1))
    with monkeypatch.context() as weaker:
        weaker.setattr(rules, "one_answer", generous)
        weaker.setattr(counting, "policy", lambda _: Policy(min_group=1))
        all_refused(br, box)
    all_done(br)


def test_a_store_that_has_lost_who_was_counted(
    read: Read, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody would be known again, so nothing is shown (R10)."""
    box = read(of("Aspen", 3, 3))
    assert br("publish", "prov", "v1", "--yes").code == 0
    come(br, box, of("Aspen", 0, 5))
    real = releases.members
    for kept in (0, 2, -2):

        def some(store: Store, name: str, kept: int = kept) -> tuple[Member, ...]:
            return real(store, name)[:kept]

        with monkeypatch.context() as weaker:
            weaker.setattr(releases, "members", some)
            all_refused(br, box, "release-members")
    all_done(br)
