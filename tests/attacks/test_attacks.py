"""Fourteen attacks on a small report, each as a user meets it, from outside.

Each case is a way in which a careful report still tells what somebody answered; the
microdata is that of the case. Where two worlds must look the same, every byte of every
output is held against the other's.
"""

import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from brukarrevision.protect.attacker import Numbers, Shown, interval
from tests.conftest import Runner
from tests.fakeaudit import Box

from .cases import Case, Person, ask, everything, holds, parts, people, published

YES_NO = {"ja": "Ja", "nej": "-Nej"}
CONTENT = {"nojd": "Nöjd", "missnojd": "-Missnöjd"}
SEX = {"man": "Man", "kvinna": "Kvinna"}
ONE = Case([ask("q", "svar")], {"svar": YES_NO})
"""One question to the people of one house."""


class Desk:
    """Where audits are made, each in a folder of its own."""

    def __init__(self, folder: Path, br: Runner, patch: pytest.MonkeyPatch) -> None:
        """Keep where audits are made, and how commands are run."""
        self.folder, self.br, self.patch = folder, br, patch
        self.made = 0

    def read(self, case: Case, some: Sequence[Person]) -> Box:
        """Return an audit whose responses are read, and stand in it."""
        self.made += 1
        box = case.put(self.folder / str(self.made), some)
        self.patch.setenv("BRUKARREVISION_DATA", str(box.data))
        self.patch.chdir(box.root)
        done = self.br("collect", "prov", box.source)
        assert done.code == 0, done.err
        return box

    def shows(self, case: Case, some: Sequence[Person]) -> dict[str, bytes]:
        """Return all that is let out of an audit."""
        return everything(self.br, self.read(case, some), case.partition[0])


@pytest.fixture
def desk(tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Return where audits are made."""
    return Desk(tmp_path, br, monkeypatch)


def yes_no(yes: int, no: int, **more: str) -> list[Person]:
    """Return so many who said yes, and no, to the question of a house."""
    return people((yes, {"q": "Ja", **more}), (no, {"q": "Nej", **more}))


def tables(outputs: dict[str, bytes], *by: str) -> list[dict[str, object]]:
    """Return the tables as JSON."""
    found = json.loads(outputs[" ".join(["tally json", *by])])["tables"]
    assert isinstance(found, list)
    return found


def rows(table: dict[str, object]) -> list[dict[str, Any]]:
    """Return the answers of a table, with their numbers."""
    found = table["counts"]
    assert isinstance(found, list)
    return found


def ends(row: Mapping[str, Any]) -> tuple[int, int]:
    """Return the least and the most that a number may be."""
    return row.get("n", row.get("from")), row.get("n", row.get("to"))


def as_read(table: dict[str, object], *groups: str) -> Shown:
    """Return a table of JSON as the attacker takes it."""
    cells: list[Numbers] = []
    options: list[str] = []
    for row in rows(table):
        ids = tuple(row["id"].split("+"))
        low, high = ends(row)
        cells.append(Numbers(ids, low, high))
        options += ids
    n = table["n"]
    assert isinstance(n, int)
    return Shown("q", frozenset(groups), n, tuple(options), tuple(cells))


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
WORDS = "Kanariefågeln sjöng bara för mig"


def numbers(text: str) -> list[str]:
    """Return every number of a text."""
    return re.findall(r"\d+", text)


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


# -- A09, A10, A11 -------------------------------------------------------------------


@pytest.mark.parametrize("yes", [6, 4])
def test_a09_percent_reveals_count(desk: Desk, yes: int) -> None:
    """No percentage is printed where fewer than ten answered, and none has decimals."""
    shown = desk.shows(ONE, yes_no(yes, 7 - yes))
    assert all(
        "percent" not in row or row["percent"] is None
        for table in tables(shown)
        for row in rows(table)
    )
    assert not re.search(r"\d\s?%", shown["tally table"].decode())
    results = shown["alla.md"].decode().partition("## Frågor och svar")[2]
    assert results
    assert not re.search(r"\d\s?%", results)
    more = desk.shows(ONE, yes_no(9, 5))
    assert not re.search(r"\d,\d+\s?%", more["alla.md"].decode())


SCORED = {"scored": {str(i): f"Betyg {i}" for i in range(1, 6)}}


def marks(*counts: int) -> list[Person]:
    """Return people by how many gave each mark from one to five."""
    return people(*((n, {"q": f"Betyg {i}"}) for i, n in enumerate(counts, start=1)))


def scored() -> Case:
    """Return a question of five marks."""
    return Case([ask("q", "scored")], SCORED, scores=True)


def test_a10_mean_small_n(desk: Desk) -> None:
    """No mean where fewer than ten answered, and never a median or a deviation."""
    shown = desk.shows(scored(), marks(0, 0, 0, 1, 4))
    same = desk.shows(scored(), marks(0, 0, 0, 0, 5))
    assert shown == same
    for data in shown.values():
        for word in ("4,8", "4.8", "medel ", "Medel", "median", "Median", "spridning"):
            assert not holds(data, word)


@pytest.mark.parametrize("counts", [(0, 0, 0, 2, 10), (1, 0, 0, 0, 11)])
def test_a10_no_mean_where_the_counts_are_bounded(
    desk: Desk, counts: tuple[int, ...]
) -> None:
    """Twelve answered, but nearly all of them the same."""
    shown = desk.shows(scored(), marks(*counts))
    for form in ("tally table", "tally csv", "alla.md"):
        assert "edel" not in re.sub("[Mm]edel[a-zåäö]", "", shown[form].decode())


def test_a11_marker_tells_which(desk: Desk) -> None:
    """One marker for all that is not shown, wherever it stands."""
    case = Case(
        [
            ask("q", "svar", relevant="none"),
            ask("k", "svar", sensitive=True, relevant="none"),
            ask("r", "svar", relevant={"q": ["b"]}),
            {"id": "t", "type": "text", "label": "Berätta", "relevant": "none"},
        ],
        {"svar": {of: f"Svar {of}" for of in "abc"}},
    )
    some = people(
        (3, {"q": "Svar a"}), (6, {"q": "Svar b", "r": "Svar c"}), (11, {"q": "Svar c"})
    )
    shown = desk.shows(case, [{**one, "k": "Svar a"} for one in some])
    signs = set(
        re.findall(
            r"<\s?\d+|\*|–(?=[\t\n;])|\.\.|(?<=[\t;])-(?=[\t;\n])",
            shown["tally table"].decode() + shown["tally csv"].decode(),
        )
    )
    assert signs == {"–"}
    told = [rows(table) for table in tables(shown) if table["shown"] == "hidden"]
    assert told == [[]] * len(told)
    report = shown["alla.md"].decode().partition("## Frågor och svar")[2]
    cells = re.findall(r"(?<=\|)[^|\n]*(?=\|)", report)
    odd = {cell.strip() for cell in cells if not re.search(r"\w|---", cell)}
    assert odd <= {"–"}


# -- A12 -----------------------------------------------------------------------------


def routed(yes: int, child: Sequence[str]) -> list[Person]:
    """Return eleven, of whom so many went on to the second question."""
    first = [{"q": "Ja", "r": answer} for answer in child[:yes]]
    return [*first, *people((11 - yes, {"q": "Nej"}))]


A12 = Case(
    [ask("q", "vald"), ask("r", "var", relevant={"q": ["ja"]})],
    {"vald": {"ja": "-Ja", "nej": "Nej"}, "var": {"hemma": "Hemma", "ute": "Ute"}},
)


def test_a12_follow_up_question(desk: Desk) -> None:
    """How many went on is told by nothing: two, one and none look the same."""
    every = [
        desk.shows(A12, routed(yes, child))
        for yes, child in ((2, ("Hemma", "Ute")), (1, ("Ute",)), (0, ()))
    ]
    assert every[0] == every[1] == every[2]
    (table,) = (one for one in tables(every[0]) if one["question"] == "r")
    assert (table["shown"], table["n"], table["asked"]) == ("hidden", None, None)


# -- A13 -----------------------------------------------------------------------------

A13 = Case(
    [
        ask("q", "svar", relevant="none"),
        {"id": "t", "type": "text", "label": "Berätta", "relevant": "none"},
    ],
    {"svar": YES_NO, "kon": SEX, "alder": {"u": "Under 65", "o": "65 eller äldre"}},
    background=[{**ask("kon", "kon")}, {**ask("alder", "alder")}],
)
SAID = "Jag vågar inte klaga"


def nine() -> list[Person]:
    """Return one woman over 65, five under, and three men."""
    return [
        {"kon": "Kvinna", "alder": "65 eller äldre", "q": "Nej", "t": SAID},
        *people(
            (2, {"kon": "Kvinna", "alder": "Under 65", "q": "Ja"}),
            (3, {"kon": "Kvinna", "alder": "Under 65", "q": "Nej"}),
            (3, {"kon": "Man", "alder": "Under 65", "q": "Ja"}),
        ),
    ]


def test_a13_quote_header(desk: Desk, br: Runner) -> None:
    """A quote stands alone, once it is approved, and goes when the speaker does."""
    box = desk.read(A13, nine())
    quote = br("quotes", "add", "prov", "--from", "r1", "--text", SAID).out.strip()
    assert SAID not in everything(br, box)["alla.md"].decode()
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert done.code == 0, done.err
    lines = everything(br, box)["alla.md"].decode().splitlines()
    at = next(i for i, line in enumerate(lines) if SAID in line)
    around = " ".join(lines[at - 2 : at + 3])
    assert not re.search(r"[Kk]vinna|65|r1\b", around)
    assert br("data", "withdraw", "prov", "r1", "--yes").code == 0
    shown = everything(br, box)
    assert not any(holds(data, SAID) for data in shown.values())


def test_a13_a_quote_that_nobody_approved_stops_the_build(
    desk: Desk, br: Runner
) -> None:
    """Written into quotes.yaml by hand it is refused, and nothing is written."""
    box = desk.read(A13, nine())
    quote = {"id": "c1aaaa", "text": SAID, "instrument": "enkat"}
    box.write("quotes.yaml", json.dumps({"format": 1, "quotes": [quote]}))
    for words in (("report", "prov"), ("publish", "prov", "v1", "--yes")):
        done = br(*words)
        assert done.code in {1, 3}
        assert done.data == b""
        assert not list(box.root.rglob("alla.*"))


@pytest.mark.parametrize(
    "secret", ["19900118-9811", "070-174 06 05", "anna@example.com"]
)
def test_a13_what_points_at_a_person_blocks(
    desk: Desk, br: Runner, secret: str
) -> None:
    """A number or address in a quote cannot be approved, and is not repeated."""
    text = f"{SAID}, ring mig: {secret}."
    some = nine()
    desk.read(A13, [{**some[0], "t": text}, *some[1:]])
    added = br("quotes", "add", "prov", "--from", "r1", "--text", text)
    quote = added.out.strip()
    done = br("quotes", "approve", "prov", quote or "c", "--by", "R1", "--yes")
    assert done.code != 0


# -- A14 -----------------------------------------------------------------------------

A14 = Case(
    [
        *(ask(name, "svar", relevant="none") for name in ("q", "p")),
        {"id": "t", "type": "text", "label": "Berätta", "relevant": "none"},
    ],
    {"svar": {"ja": "Ja", "delvis": "Delvis", "nej": "-Nej"}},
    units={"a": "Aspen", "b": "Björken"},
)
COUNT = 167
"""How many of 168 said yes: a number that nothing else here has."""


def leaky() -> list[Person]:
    """Return two units, one nearly of one mind: a word and a number to look for."""
    return [
        {"unit": "Aspen", "q": "Nej", "p": "Ja", "t": WORDS},
        *people(
            (COUNT, {"unit": "Aspen", "q": "Ja", "p": "Ja"}),
            (9, {"unit": "Björken", "q": "Nej", "p": "Ja"}),
            (8, {"unit": "Björken", "q": "Delvis", "p": "Nej"}),
        ),
    ]


def embedded(data: bytes) -> Iterator[object]:
    """Yield every value of the workbooks inside a file."""
    from openpyxl import load_workbook

    with ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xlsx"):
                for sheet in load_workbook(io.BytesIO(archive.read(name))):
                    for row in sheet.iter_rows(values_only=True):
                        yield from (cell for cell in row if cell is not None)


def test_a14_file_leaks(desk: Desk, br: Runner) -> None:
    """Everything inside the files is what is shown, and nothing says who made them."""
    box = desk.read(A14, leaky())
    shown = everything(br, box)
    assert br("publish", "prov", "v1", "--yes").code == 0
    reports = {**shown, **published(box)}
    found = tables(shown) + tables(shown, "--by", "unit")
    allowed = {0}
    for low, high in (ends(row) for table in found for row in rows(table)):
        allowed |= {low, high, high - low}
    charts = [
        value for n, d in reports.items() if n.endswith("docx") for value in embedded(d)
    ]
    drawn = {value for value in charts if isinstance(value, int | float)}
    assert drawn
    assert drawn <= allowed
    assert COUNT not in drawn
    for data in reports.values():
        for secret in (WORDS, "r17", str(box.root), "provdator"):
            assert not holds(data, secret)
        texts = b"\n".join(parts(data).values()).decode("utf-8", "replace")
        assert str(COUNT) not in numbers(re.sub("<[^>]*>", " ", texts))


def test_a14_nothing_in_a_file_says_who_or_when(desk: Desk, br: Runner) -> None:
    """Two who build the same report get the same file; it has no author's name."""
    box = desk.read(A14, leaky())
    assert br("publish", "prov", "v1", "--yes").code == 0
    data = published(box)["alla.docx"]
    core = parts(data)["docProps/core.xml/"].decode()
    assert re.findall(r"<dc:creator>([^<]*)</dc:creator>", core) in (
        [],
        [""],
        ["Provföreningen"],
    )
    names = set(parts(data))
    assert not [n for n in names if re.search("comment|people|customXml|revision", n)]


def test_the_cases_differ_where_they_may(desk: Desk) -> None:
    """The comparison of outputs would see a difference: it sees one that is allowed."""
    found = [desk.shows(ONE, yes_no(yes, 12 - yes)) for yes in (6, 7)]
    assert all(a != b for a, b in product(found[:1], found[1:]))
