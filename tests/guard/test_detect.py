"""What is raw data, whatever it is called and packed into; what is not."""

import gzip
import io
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest
from docx import Document

from brukarrevision.guard import packed
from tests.conftest import ROOT, Ran, Runner
from tests.fakeaudit import CANARY, Box, csv, rows
from tests.guard import repository
from tests.guard.repository import NUMBER, Repo

PHONE = "070-174 0" + "7 05"
"""A phone number that somebody may have, so it stands nowhere as it is."""

ADDRESS = "nagon@" + "foretag.se"
INTERVIEW = (
    "---\nid: I-03\ndate: 2026-03-12\nauditors: [R1]\nconsent: yes\n---\n\nJa.\n"
)


def zipped(**files: bytes) -> bytes:
    """Return a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return target.getvalue()


def workbook(*lines: list[str], hidden: bool = False) -> bytes:
    """Return a workbook of rows, which may be on a hidden sheet."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet("Svar")
    for line in lines:
        sheet.append(line)
    if hidden:
        sheet.sheet_state = "hidden"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def word(*paragraphs: str, title: str = "") -> bytes:
    """Return a Word file, whose last paragraph is in a table."""
    made = Document()
    for text in paragraphs[:-1]:
        made.add_paragraph(text)
    made.add_table(1, 1).cell(0, 0).text = paragraphs[-1]
    made.core_properties.title = title
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def database() -> bytes:
    """Return an SQLite file of something else."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE t (a)")
    return connection.serialize()


def found(br: Runner) -> tuple[Ran, list[str]]:
    """Scan the work tree; return the codes but for what is said of the store."""
    done = br("guard", "scan", "--format", "json")
    codes = [one["code"] for one in json.loads(done.out)["problems"]]
    assert done.err == ""
    for secret in (NUMBER, PHONE, ADDRESS, CANARY):
        assert secret not in done.all
    return done, [code for code in codes if code != "guard-no-store"]


# -- the kinds ------------------------------------------------------------------

TABLE = [line.split(";") for line in csv().decode().splitlines()]

KINDS: dict[str, tuple[str, bytes, list[str]]] = {
    "a database by another name": ("semester.jpg", database(), ["guard-database"]),
    "a zipped database": ("a.zip", zipped(a__db=database()), ["guard-database"]),
    "SPSS": ("svar.dat", b"$FL2@(#) SPSS DATA FILE", ["guard-data-file"]),
    "an interview": ("text/ny.md", INTERVIEW.encode(), ["guard-interview"]),
    "open answers": (
        "text/kopia.md",
        b"<!-- Fr\xc3\xa5ga -->\n\n{#s2 row=s0123456789ab-2}\n\nDet som skrevs.\n",
        ["guard-answers"],
    ),
    "a span and a row": ("a.md", b"Koda {#s2} i row=s0123456789ab.\n", []),
    "a short head": (
        "text/ny.md",
        b'---\n"id": I-03\nconsent : yes\n---\nDet som sades.\n',
        ["guard-interview"],
    ),
    "an interview with a mark": (
        "ny.txt",
        b"\xef\xbb\xbf" + INTERVIEW.replace("\n", "\r\n").encode(),
        ["guard-interview"],
    ),
    "a draft": ("alla.md", b"**UTKAST**\n\n# R\n", ["guard-draft-report"]),
    "a draft in Word": (
        "alla.docx",
        word("A review DRAFT", "Mer", title="DRAFT: A review"),
        ["guard-draft-report"],
    ),
    "a word of one's own": (
        "fragor.docx",
        word("Text", "DRAFT: questions", title="Questions"),
        [],
    ),
    "a sealed pack": ("a.bin", b"age-encryption.org/v1\n-> X25519", ["guard-pack"]),
    "a sealed pack as text": (
        "a.txt",
        b"-----BEGIN AGE ENCRYPTED FILE-----\n",
        ["guard-pack"],
    ),
    "a secret key": (
        "a.txt",
        b"# nyckel\nAGE-SECRET-KEY-1" + b"Q" * 58,
        ["guard-key"],
    ),
    "a word about keys": ("a.md", b"It begins with AGE-SECRET-KEY-1.", []),
    "the owner's note": (
        "privat/workspace.txt",
        b"/home/nagon/arbete\n",
        ["guard-data-folder"],
    ),
    "questions from responses": (
        "audits/x/instruments/a.yaml",
        b"format: 1\nid: a\ndraft: true\n",
        ["guard-draft-instrument"],
    ),
    "a number in a text": ("a.md", NUMBER.encode(), ["guard-personal-number"]),
    "a number in UTF-16": (
        "a.csv",
        f"a;b\n1;{NUMBER}\n".encode("utf-16"),
        ["guard-personal-number"],
    ),
    "a number in UTF-16 without a mark": (
        "a.csv",
        f"a;b\n1;{NUMBER}\n".encode("utf-16-le"),
        ["guard-personal-number"],
    ),
    "a number in an old encoding": (
        "a.txt",
        f"å {NUMBER}".encode("cp1252"),
        ["guard-personal-number"],
    ),
    "a number in a hidden sheet": (
        "a.xlsx",
        workbook(["a"], ["x", NUMBER], hidden=True),
        ["guard-personal-number"],
    ),
    "a number in a table in Word": (
        "a.docx",
        word("Text", f"Född {NUMBER}"),
        ["guard-personal-number"],
    ),
    "a number in a file in a file": (
        "a.zip",
        zipped(b__zip=zipped(c__txt=NUMBER.encode())),
        ["guard-personal-number"],
    ),
    "a number in a compressed file": (
        "a.csv.gz",
        gzip.compress(f"a,{NUMBER}\n".encode()),
        ["guard-personal-number"],
    ),
    "a phone number among data": (
        "a.csv",
        f"a,{PHONE},b".encode(),
        ["guard-phone"],
    ),
    "a phone number in a text": (
        "a.md",
        f"Ring {PHONE}.".encode(),
        ["guard-phone-text"],
    ),
    "an address among data": (
        "a.json",
        json.dumps([{"a": ADDRESS}]).encode(),
        ["guard-email"],
    ),
    "an address in a text": ("a.md", f"<{ADDRESS}>".encode(), ["guard-email-text"]),
    "numbers and addresses nobody has": (
        "a.csv",
        b"070-174 06 05;a@example.com",
        [],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_found_by_what_is_in_it(kind: str, br: Runner, repo: Repo) -> None:
    """Errors give exit code 1, doubts do not."""
    name, data, codes = KINDS[kind]
    repo.write(name, data)
    done, told = found(br)
    assert told == codes
    assert done.code == int(bool(codes) and not codes[0].endswith("-text"))
    assert br("guard", "scan").code == done.code


def test_the_line_and_the_number_are_told_once_a_file(br: Runner, repo: Repo) -> None:
    """A file of five hundred numbers is one finding."""
    repo.write("a.csv", "a;b\n" + f"1;{NUMBER}\n" * 500)
    repo.write("b.xlsx", workbook(["a"], ["b"], ["c", NUMBER]))
    done = br("guard", "scan", lang="en")
    lines = [line for line in done.err.splitlines() if "personal-number" in line]
    assert lines[0].startswith("a.csv:2: error: ")
    assert "(500)" in lines[0]
    assert lines[1].startswith("b.xlsx, row 3: error: ")


# -- exports --------------------------------------------------------------------


def reordered() -> bytes:
    """Return the responses with columns in another order, and one more."""
    lines = ["Starttid,s2,m1,respondent,kon,unit,s1"]
    for row in rows():
        who, unit, kon, s1, s2, m1 = row.split(";")
        lines.append(f"2026-04-03,{s2},{m1},{who},{kon},{unit},{s1}")
    return "\n".join(lines).encode()


def item(record: dict[str, str]) -> str:
    """Return a record as an item of a list."""
    return f"  - {json.dumps(record, ensure_ascii=False)}\n"


def tagged(row: list[str]) -> str:
    """Return a row as programs write it for spreadsheets."""
    cells = "".join(f"<td class=x><b>{cell}</b></td>" for cell in row)
    return f"<TR>\n{cells}</TR>\n"


def as_xml(row: list[str]) -> str:
    """Return a row as Excel writes it in XML."""
    cells = "".join(f"<ss:Cell><ss:Data>{one}</ss:Data></ss:Cell>" for one in row)
    return f"<ss:Row>{cells}</ss:Row>"


RECORDS = [dict(zip(TABLE[0], row, strict=True)) for row in TABLE[1:]]
EXPORTS = {
    "as it came": ("svar.csv", csv(), ["guard-headers", "guard-rows"]),
    "renamed": ("anteckning.md", csv(), ["guard-headers", "guard-rows"]),
    "UTF-16": (
        "svar.csv",
        csv().decode().encode("utf-16"),
        ["guard-headers", "guard-rows"],
    ),
    "a workbook": ("svar.xlsx", workbook(*TABLE), ["guard-headers", "guard-rows"]),
    "zipped": ("svar.zip", zipped(a__csv=csv()), ["guard-headers", "guard-rows"]),
    "other columns": ("ny.csv", reordered(), ["guard-headers", "guard-rows"]),
    "without a header": (
        "svar.csv",
        b"\n".join(csv().splitlines()[1:]),
        ["guard-rows"],
    ),
    "one row": ("svar.csv", csv(rows()[2]), ["guard-headers", "guard-rows"]),
    "other people's rows": (
        "svar.csv",
        csv("x1;norr;man;inte;Inget;vetej"),
        ["guard-headers"],
    ),
    "JSON": (
        "svar.json",
        json.dumps([dict(zip(TABLE[0], r, strict=True)) for r in TABLE[1:]]).encode(),
        ["guard-headers", "guard-rows"],
    ),
    "JSON, one a line": (
        "svar.jsonl",
        "\n".join(
            json.dumps(dict(zip(TABLE[0], r, strict=True))) for r in TABLE[1:]
        ).encode(),
        ["guard-headers", "guard-rows"],
    ),
    **{
        how: (name, data.encode(), ["guard-headers", "guard-rows"])
        for how, name, data in (
            ("after a page of prose", "a.md", "Text om något.\n" * 60 + csv().decode()),
            ("after another table", "a.csv", "x;y;z\n" * 60 + csv().decode()),
            ("a quote without end", "a.csv", f'namn;"öppen\n{csv().decode()}'),
            ("an endless line", "a.csv", f"{'x' * 200_000};y;z\n{csv().decode()}"),
            ("JSON by another name", "a.txt", json.dumps(RECORDS)),
            ("JSON in a program", "a.js", f"var a = {json.dumps(RECORDS, indent=1)};"),
            ("JSON far down", "a.json", json.dumps({"n": [], "d": {"r": RECORDS}})),
            ("JSON by id", "a.json", json.dumps(dict(enumerate(RECORDS)))),
            ("JSON with long numbers", "a.json", json.dumps([[10**4_000], RECORDS])),
            ("JSON in YAML", "a.yaml", "r:\n" + "".join(map(item, RECORDS))),
            ("Markdown", "a.md", "".join(f"| {' | '.join(row)} |\n" for row in TABLE)),
            ("HTML", "a.xls", f"<table>{''.join(map(tagged, TABLE))}</table>"),
            ("XML", "a.xml", "".join(map(as_xml, TABLE))),
        )
    },
    "a header alone": ("tom.csv", csv().splitlines()[0], []),
    "the words of all choices": (
        "ord.csv",
        b"a;b;c;d\nnorr;soder;kvinna;man\nhelt;delvis;inte;vetej\n",
        [],
    ),
}


@pytest.mark.parametrize("how", EXPORTS)
def test_a_file_of_responses_is_known_by_headers_and_rows(
    how: str, br: Runner, kept: Repo
) -> None:
    """However it was saved; the answers are not told."""
    name, data, codes = EXPORTS[how]
    kept.write(name, data)
    _, told = found(br)
    assert sorted(told) == codes


def test_an_export_on_a_later_sheet_is_found(br: Runner, kept: Repo) -> None:
    """Under other tables."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(workbook(["en", "annan", "tabell"])))
    for _ in range(20):
        book["Svar"].append(["a", "b", "c"])
    later = book.create_sheet("B")
    for line in TABLE:
        later.append(line)
    book.save(kept.root / "flera.xlsx")
    assert sorted(found(br)[1]) == ["guard-headers", "guard-rows"]


def test_headers_are_known_from_mappings_where_no_responses_are(
    br: Runner, kept: Repo, full: Box
) -> None:
    """As on the coordinator's computer; it is said that rows are not known."""
    shutil.rmtree(full.data)
    kept.write("svar.csv", csv())
    done = br("guard", "scan")
    assert done.codes == ["guard-no-store", "guard-headers"]


def test_responses_of_all_audits_are_known_removed_ones_too(
    br: Runner, kept: Repo, full: Box
) -> None:
    """The store outlives the folder of its audit."""
    shutil.rmtree(full.audit)
    kept.write("svar.csv", csv())
    assert found(br)[1] == ["guard-headers", "guard-rows"]


def test_a_store_that_cannot_be_read_is_told_and_stops_nothing(
    br: Runner, kept: Repo, full: Box
) -> None:
    """The rest is looked for all the same."""
    (full.private / "responses.sqlite").write_bytes(b"trasig" * 100)
    kept.write("a.md", NUMBER)
    done = br("guard", "scan")
    assert done.codes == ["guard-store-unread", "guard-personal-number"]
    assert "store-broken" in done.err


def test_invented_answers_may_be_kept_where_they_say_that_they_are(
    br: Runner, kept: Repo, full: Box
) -> None:
    """The headers, that is; real rows under an invented name are found."""
    invented = csv("x1;norr;man;inte;Inget;vetej", "x2;norr;man;helt;Allt;vetej")
    kept.write("audits/prov/synthetic/enkat-syntetisk.csv", invented)
    assert found(br)[1] == []
    kept.write("audits/prov/enkat-syntetisk.csv", invented)
    kept.write("audits/prov/synthetic/enkat.csv", invented)
    assert found(br)[1] == ["guard-headers", "guard-headers"]
    kept.write("audits/prov/synthetic/enkat-syntetisk.csv", full.source.read_bytes())
    assert "guard-rows" in found(br)[1]


def test_the_example_audit_and_what_is_made_of_it_are_let_be(
    br: Runner, repo: Repo
) -> None:
    """Its responses are read, and stay in the work tree."""
    shutil.copytree(ROOT / "audits" / "sip-exempel", repo.root / "audits/sip-exempel")
    shutil.copyfile(ROOT / "brukarrevision.yaml", repo.root / "brukarrevision.yaml")
    synthetic = sorted((repo.root / "audits/sip-exempel/synthetic").glob("*.csv"))
    assert br("collect", "sip-exempel", *synthetic).code == 0
    assert found(br) == (br("guard", "scan", "--format", "json"), [])


def test_what_the_tool_writes_into_the_workspace_is_let_be(
    br: Runner, kept: Repo
) -> None:
    """Plan, instruments, mappings, texts, tables that may be shown."""
    for form in ("csv", "xlsx", "json"):
        target = kept.root / "audits" / "prov" / f"tabeller.{form}"
        assert br("tally", "prov", "--format", form, "-o", target).code == 0
    assert found(br)[1] == []


def test_drafts_are_found_as_the_tool_writes_them(br: Runner, full: Box) -> None:
    """When somebody copies them out of the private folder."""
    assert br("report", "prov").code in (0, 1)
    drafts = sorted((full.private / "drafts").iterdir())
    assert drafts
    for path in drafts:
        shutil.copyfile(path, full.root / path.name)
    assert found(br)[1] == ["guard-draft-report"] * len(drafts)


def test_the_private_folder_in_the_work_tree_is_found(br: Runner, full: Box) -> None:
    """Every file of it that says anything."""
    shutil.copytree(full.data, full.root / "privat")
    told = found(br)[1]
    assert sorted(told) == ["guard-data-folder", "guard-database"]


# -- what is not looked into ----------------------------------------------------


def test_a_huge_file_is_passed_over_with_a_note(
    br: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the work tree, the index and the history."""
    from brukarrevision.guard import history, scan, sources

    for module in (history, scan, sources):
        monkeypatch.setattr(module, "MAX_BYTES", 1_000)
    repo.write("stor.md", NUMBER * 500)
    repo.write("liten.md", NUMBER)
    repo.git("add", "-A")
    for words in ([], ["--staged"], ["--history"]):
        done = br("guard", "scan", *words)
        assert done.codes[-2:] == ["guard-personal-number", "guard-too-large"]
    repo.commit()
    shutil.rmtree(repo.root / "stor.md", ignore_errors=True)
    assert "guard-too-large" in br("guard", "scan", "--history").codes


def bomb() -> bytes:
    """Return a zip file that unpacks to more than is allowed."""
    return zipped(a__csv=b"0" * (packed.MAX_UNPACKED + 1))


def deep() -> bytes:
    """Return zip files inside each other."""
    data = zipped(a__txt=b"rent")
    for _ in range(8):
        data = zipped(a__zip=data)
    return data


ENTITIES = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
CLOSED = {
    "locked.xlsx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 EncryptedPackage",
    "torn.xlsx": b"PK\x03\x04 this is no zip",
    "torn.csv.gz": b"\x1f\x8b torn",
    "deep.zip": deep(),
    "many.zip": zipped(**{f"a{n}": b"" for n in range(packed.MAX_PARTS + 1)}),
    "entities.xlsx": zipped(
        **{"[Content_Types]__xml": b"<a/>", "xl/workbook__xml": ENTITIES}
    ),
}


@pytest.mark.parametrize("name", CLOSED)
def test_what_cannot_be_looked_into_is_told(name: str, br: Runner, repo: Repo) -> None:
    """As a doubt: a person has to look."""
    repo.write(name, CLOSED[name])
    done, told = found(br)
    assert (done.code, told) == (0, ["guard-closed"])


def test_what_lies_beside_something_closed_is_looked_into(
    br: Runner, repo: Repo
) -> None:
    """In the same container."""
    torn = b"PK\x03\x04 torn"
    repo.write("a.zip", zipped(a__xlsx=torn, b__txt=NUMBER.encode(), c__xlsx=torn))
    assert found(br)[1] == ["guard-closed", "guard-personal-number"]


def test_a_bomb_is_not_unpacked(br: Runner, repo: Repo) -> None:
    """It is told as one that cannot be looked into."""
    repo.write("bomb.zip", bomb())
    assert found(br)[1] == ["guard-closed"]


def test_folders_that_programs_make_are_left_out_unless_git_keeps_them(
    br: Runner, repo: Repo
) -> None:
    """Environments and caches."""
    repo.write(".venv/pyvenv.cfg", "home = /usr/bin\n")
    repo.write(".venv/lib/data.db", database())
    repo.write("cache/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55")
    repo.write("cache/c.db", database())
    assert found(br)[1] == []
    repo.git("add", "-f", ".venv/lib/data.db")
    assert found(br)[1] == ["guard-database"]


def test_a_file_that_cannot_be_read_is_told(
    br: Runner, repo: Repo, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is gone meanwhile is not."""
    for name in ("borta.md", "last.md"):
        repo.write(name, NUMBER)
    faults = {"borta.md": FileNotFoundError, "last.md": PermissionError}

    def refuse(path: Path) -> bytes:
        raise faults[path.name]

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert found(br)[1] == ["guard-closed"]


def test_settings_with_faults_stop_nothing(br: Runner, full: Box) -> None:
    """It is said that there is nothing to compare with."""
    (full.root / "brukarrevision.yaml").write_text("format: [", encoding="utf-8")
    full.write("ny.md", NUMBER)
    done = br("guard", "scan")
    assert done.codes == ["guard-no-store", "guard-personal-number"]


def test_ignored_files_are_looked_at_too(br: Runner, repo: Repo) -> None:
    """``git add -f`` takes them."""
    repo.write(".gitignore", "privat/\n")
    repo.write("privat/a.md", NUMBER)
    assert found(br)[1] == ["guard-personal-number"]


def test_the_index_counts_where_the_work_tree_has_changed(
    br: Runner, repo: Repo
) -> None:
    """What was added stays added."""
    repo.write("a.md", NUMBER)
    repo.git("add", "a.md")
    repo.write("a.md", "rent\n")
    assert found(br)[1] == ["guard-personal-number"]
    repo.git("add", "a.md")
    assert found(br)[1] == []


def test_a_workspace_without_git_is_looked_through(br: Runner, full: Box) -> None:
    """All of it, wherever one stands; git's parts are not there to be asked for."""
    full.write("text/ny.md", NUMBER)
    done = br("guard", "scan", full.audit / "text")
    assert done.code == 1
    assert "audits/prov/text/ny.md:1" in done.err
    for word in ("--staged", "--history"):
        assert br("guard", "scan", word).codes == ["guard-no-git"]


def test_two_thousand_files_take_a_few_seconds(br: Runner, kept: Repo) -> None:
    """Work tree and history."""
    import time

    text = (ROOT / "docs" / "sv" / "anonymitet.md").read_text(encoding="utf-8")
    for number in range(2_000):
        kept.write(f"m{number % 20}/{number}.md", f"{number}\n{text[:4_000]}")
    kept.commit()
    start = time.monotonic()
    assert br("guard", "scan", "--history").code == 0
    assert time.monotonic() - start < 30


def test_a_file_of_responses_is_known_before_anything_is_imported(
    br: Runner, box: Box
) -> None:
    """By the questions of the instrument: their ids, or their words."""
    repo = repository.make(box.root)
    repo.write("ids.csv", csv())
    words = "Id;Kön;Jag får stöd.;Vad kan bli bättre?;Maten: jag tycker om den."
    repo.write("ord.csv", f"{words}\n1;Man;Ja;Allt;Nej\n")
    repo.write("tom.csv", f"{words}\n")
    assert br("guard", "scan").codes == [
        *("guard-no-store", "guard-headers", "guard-headers")
    ]
