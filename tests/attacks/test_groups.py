"""Attacks by subtraction: one group beside another, a whole, or an earlier report.

Each case is a way in which a careful report still tells what somebody answered, tried
from outside as a user meets it; the microdata is that of the case. Where two worlds
must look the same, every byte of every output is held against the other's.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import pytest

from brukarrevision.protect.attacker import Numbers, Shown, interval
from tests.conftest import Runner

from .cases import Case, Person, ask, holds, people, published
from .desk import (
    CONTENT,
    ONE,
    SEX,
    WORDS,
    YES_NO,
    Desk,
    as_read,
    ends,
    numbers,
    rows,
    tables,
    yes_no,
)

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

# -- A01 -----------------------------------------------------------------------------

BY_SEX = Case(
    [ask("q", "svar")],
    {"svar": CONTENT, "kon": SEX},
    background=[{**ask("kon", "kon"), "observable": True}],
)


def of_sexes(men: tuple[int, int], women: tuple[int, int]) -> list[Person]:
    """Return how many men, and women, are content and not."""
    return [
        {"kon": sex, "q": answer}
        for sex, numbers in (("Man", men), ("Kvinna", women))
        for answer, number in zip(("Nöjd", "Missnöjd"), numbers, strict=True)
        for _ in range(number)
    ]


def test_a01_subgroup_all_same(desk: Desk, br: Runner) -> None:
    """No split by sex, and nothing that depends on who of them answered what."""
    shown = desk.shows(BY_SEX, of_sexes((2, 0), (3, 1)))
    assert desk.shows(BY_SEX, of_sexes((1, 1), (4, 0))) == shown
    done = br("tally", "prov", "--by", "kon")
    assert (done.code, done.data) == (3, b"")
    assert set(done.codes) == {"by-not-in-partition"}
    (table,) = (one for one in tables(shown) if one["question"] == "q")
    known = as_read(table, "man", "kvinna")
    sizes = {"man": 2, "kvinna": 4}
    assert interval([known], sizes, "q", "man", ("nojd",)) == (0, 2)


# -- A02, A03 ------------------------------------------------------------------------


def test_a02_unanimous_total(desk: Desk) -> None:
    """Seven, six and five of seven look the same, to the byte."""
    shown = [desk.shows(ONE, yes_no(7 - no, no)) for no in (7, 6, 5)]
    assert shown[0] == shown[1] == shown[2]
    assert "Alla eller nästan alla" in shown[0]["tally table"].decode()
    assert "7 av 7 " not in shown[0]["alla.md"].decode().replace(
        "7 av 7 som fick frågan svarade", ""
    )


def test_a03_one_deviates_and_knows(desk: Desk) -> None:
    """Whoever answered otherwise does not learn that all the others agreed."""
    shown = [desk.shows(ONE, yes_no(yes, 6 - yes)) for yes in (6, 5, 4)]
    assert shown[0] == shown[1] == shown[2]
    assert desk.shows(ONE, yes_no(3, 3)) != shown[0]


# -- A04, A05 ------------------------------------------------------------------------

HOMES = Case(
    [ask("q", "svar")],
    {"svar": {"bra": "Bra", "daligt": "-Dåligt"}},
    units={"ekbacken": "Ekbacken", "lindgarden": "Lindgården"},
)


def of_units(
    counts: Mapping[str, tuple[int, ...]], labels: Sequence[str]
) -> list[Person]:
    """Return the people of units by how many gave each answer."""
    return [
        {"unit": unit, "q": label}
        for unit, numbers in counts.items()
        for label, number in zip(labels, numbers, strict=True)
        for _ in range(number)
    ]


def hidden(shown: Sequence[dict[str, object]]) -> Iterator[tuple[int, int]]:
    """Yield the ends of every number that is not told."""
    for row in (row for table in shown for row in rows(table)):
        low, high = ends(row)
        if low != high:
            yield low, high


def test_a04_row_margin(desk: Desk) -> None:
    """No cell is hidden beside a total that gives it away: both units are safe here."""
    some = {"Ekbacken": (9, 3), "Lindgården": (10, 8)}
    shown = desk.shows(HOMES, of_units(some, ("Bra", "Dåligt")))
    whole, parts_ = tables(shown), tables(shown, "--by", "unit")
    assert not [*hidden(whole), *hidden(parts_)]
    assert [row["n"] for row in rows(whole[0])] == [19, 11]


def test_a04_what_is_bounded_stays_so_beside_the_total(desk: Desk) -> None:
    """Where a unit is bounded its total is too, and no subtraction tells more."""
    some = {"Ekbacken": (11, 1), "Lindgården": (10, 8)}
    shown = desk.shows(HOMES, of_units(some, ("Bra", "Dåligt")))
    by_unit = tables(shown, "--by", "unit")
    known = [
        as_read(tables(shown)[0], "ekbacken", "lindgarden"),
        *(as_read(table, str(table["unit"])) for table in by_unit),
    ]
    sizes = {"ekbacken": 12, "lindgarden": 18}
    assert interval(known, sizes, "q", "ekbacken", ("daligt",)) == (0, 2)
    assert interval(known, sizes, "q", "ekbacken", ("bra",)) == (10, 12)


A05 = {
    "W": (2, 3, 4, 12),
    "X": (4, 11, 1, 8),
    "Y": (9, 2, 7, 3),
    "Z": (14, 4, 10, 1),
}


def a05() -> Iterator[tuple[str, int, str]]:
    """Yield every cell of the case: the row, the number and the answer."""
    for row, counts in A05.items():
        for n, of in zip(counts, "abcd", strict=True):
            yield row, n, of


def by_lines(seen: set[str]) -> list[Shown]:
    """Return what the case publishes: cells of five or more, and all margins."""
    found = []
    for row, counts in A05.items():
        cells = [
            Numbers((of,), n, n)
            for of, n in zip("abcd", counts, strict=True)
            if n >= 5 and f"{row}{of}" not in seen
        ]
        groups = frozenset(row)
        found.append(Shown("q", groups, sum(counts), tuple("abcd"), tuple(cells)))
    sums = [sum(column) for column in zip(*A05.values(), strict=True)]
    cells = [Numbers((of,), n, n) for of, n in zip("abcd", sums, strict=True)]
    found.append(Shown("q", frozenset(A05), 95, tuple("abcd"), tuple(cells)))
    return found


def test_a05_two_per_line_not_enough(desk: Desk) -> None:
    """The pattern of the case leaks; here no cell is small enough to be hidden at all.

    Every unit is mixed, so that nobody's answer follows from any count of it.
    """
    sizes = {row: sum(counts) for row, counts in A05.items()}
    assert interval(by_lines(set()), sizes, "q", "W", ("b",)) == (3, 3)
    mended = by_lines({"Xd"})
    assert interval(mended, sizes, "q", "W", ("b",)) == (0, 9)
    unseen = [(row, of) for row, n, of in a05() if n < 5 or (row, of) == ("X", "d")]
    found = [interval(mended, sizes, "q", row, (of,)) for row, of in unseen]
    assert min(high - low for low, high in found) == 5
    case = Case(
        [ask("q", "svar")],
        {"svar": {of: f"Svar {of}" for of in "abcd"}},
        units={row.lower(): row for row in A05},
    )
    labels = [f"Svar {of}" for of in "abcd"]
    shown = desk.shows(case, of_units(A05, labels))
    assert not list(hidden([*tables(shown), *tables(shown, "--by", "unit")]))


# -- A06 -----------------------------------------------------------------------------

TWO = Case([ask("q", "svar")], {"svar": CONTENT}, units={"a": "Aspen", "b": "Björken"})


def test_a06_units_vs_municipality(desk: Desk) -> None:
    """The joint report covers A alone, and no byte depends on what B answered."""
    of_b = [(1, 3), (0, 4), (2, 2), (3, 1), (4, 0)]
    some = [{"Aspen": (12, 6), "Björken": counts} for counts in of_b]
    every = [desk.shows(TWO, of_units(one, ("Nöjd", "Missnöjd"))) for one in some]
    assert all(one == every[0] for one in every)
    report = every[0]["alla.md"].decode()
    assert "12 av 18" in report
    assert "13" not in re.findall(r"\d+", report)
    assert re.search(
        r"Björken[^\n]*(för få|ingår inte)|(för få|ngår inte)[^\n]*Björken", report
    )
    assert "b.md" not in every[0]


# -- A07 -----------------------------------------------------------------------------

A07 = Case(
    [
        ask("q", "svar", relevant="none"),
        {"id": "t", "type": "text", "label": "Berätta", "relevant": "none"},
    ],
    {"svar": YES_NO},
)


def test_a07_corrected_version_after_withdrawal(desk: Desk, br: Runner) -> None:
    """Every number of the second version is the first's; the words are gone."""
    some = [*yes_no(8, 3), {"q": "Nej", "t": WORDS}]
    box = desk.read(A07, some)
    quote = br("quotes", "add", "prov", "--from", "r12", "--text", WORDS).out.strip()
    assert br("quotes", "approve", "prov", quote, "--by", "R1", "--yes").code == 0
    assert br("publish", "prov", "v1", "--yes").code == 0
    first = published(box)
    assert WORDS in first["alla.md"].decode()
    tallied = br("tally", "prov", "--format", "json").data
    assert br("data", "withdraw", "prov", "r12", "--yes").code == 0
    assert br("tally", "prov", "--format", "json").data == tallied
    done = br("publish", "prov", "v2", "--yes")
    assert done.code == 0, done.err
    second = published(box)
    assert second["v1.yaml"] == first["v1.yaml"]
    said = {
        name: data["alla.md"].decode() for name, data in (("1", first), ("2", second))
    }
    assert "8 av 12" in said["2"]
    assert numbers(said["2"]) == numbers(said["1"])
    assert "ändras aldrig" in said["2"]
    kept = [
        *second.values(),
        *(p.read_bytes() for p in box.data.rglob("*") if p.is_file()),
    ]
    assert not any(holds(data, WORDS) for data in kept)


# -- A08 -----------------------------------------------------------------------------

BY_AGE = Case(
    [ask("q", "svar")],
    {"svar": YES_NO, "alder": {"under": "Under 25", "over": "25 eller äldre"}},
    background=[{**ask("alder", "alder"), "observable": True}],
)
A08 = people(
    (7, {"alder": "25 eller äldre", "q": "Ja"}),
    (6, {"alder": "25 eller äldre", "q": "Nej"}),
    (1, {"alder": "Under 25", "q": "Nej"}),
)


def test_a08_overlapping_filters(desk: Desk, br: Runner) -> None:
    """No split by age, and no command takes a filter."""
    shown = desk.shows(BY_AGE, A08)
    done = br("tally", "prov", "--by", "alder")
    assert (done.code, done.data) == (3, b"")
    assert "7 svarade" not in shown["tally table"].decode()
    for command in ("tally", "report", "publish"):
        text = br(command, "--help").all
        assert not re.search(r"--(filter|where|only|utom|bara|exclude)", text)
    for option in ("--filter", "--where", "--only"):
        assert br("tally", "prov", option, "alder=over").code == 2


def test_a08_age_in_the_partition_leaves_the_one_out(desk: Desk) -> None:
    """Asked for from the beginning, the leaf of one is in no number at all."""
    case = Case(BY_AGE.questions, BY_AGE.lists, None, BY_AGE.background, ("alder",))
    other = [*A08[:-1], {**A08[-1], "q": "Ja"}]
    shown = desk.shows(case, A08)
    assert desk.shows(case, other) == shown
    (table,) = (one for one in tables(shown) if one["question"] == "q")
    assert table["n"] == 13
