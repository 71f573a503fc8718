"""Attacks by form: percentages, means, markers, routing, quotes, and files.

Tried from outside as those of ``test_groups.py`` are.
"""

import io
import json
import re
from collections.abc import Iterator, Sequence
from itertools import product
from zipfile import ZipFile

import pytest

from tests.conftest import Runner

from .cases import Case, Person, ask, everything, holds, parts, people, published
from .desk import ONE, SEX, WORDS, YES_NO, Desk, ends, numbers, rows, tables, yes_no

pytestmark = pytest.mark.no_cover
"""Tracing makes it two or three times as slow; other tests run the same lines."""

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
        assert (done.code, done.codes) == (3, ["quote-not-approved"])
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
    quote = br("quotes", "add", "prov", "--from", "r1", "--text", text).out.strip()
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-identifier"])
    assert secret not in done.all


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
