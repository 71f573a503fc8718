"""Every word of a file is seen, and no file brings the guard down."""

import io
import random
import shutil
import subprocess
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.comments import Comment

from brukarrevision.guard import detect
from brukarrevision.guard.content import Content, contents, decoded
from brukarrevision.guard.known import Known
from brukarrevision.guard.packed import Closed

NUMBER = "640823-3234"
STARTS = (b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"\xd0\xcf\x11\xe0", b"\xff\xfe")


def codes(name: str, data: bytes) -> set[str]:
    """Return the codes of what is found in a file by itself."""
    known = Known().close()
    return {f.code for one in contents(name, data) for f in detect.findings(one, known)}


def saved(made: object) -> bytes:
    """Return what a library saves as bytes."""
    target = io.BytesIO()
    made.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def ods() -> bytes:
    """Return an OpenDocument sheet with a number in its third row."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    book = OpenDocumentSpreadsheet()
    table = Table(name="Svar")
    for text in ("a", "b", NUMBER):
        row, cell = TableRow(), TableCell(valuetype="string")
        cell.addElement(P(text=text))
        row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    return saved(book)


def as_number() -> bytes:
    """Return a workbook with a personal number that Excel took for a number."""
    book = Workbook()
    book.active.append(["nummer"])  # type: ignore[union-attr]
    book.active.append([int("19" + NUMBER.replace("-", ""))])  # type: ignore[union-attr]
    return saved(book)


def commented() -> bytes:
    """Return a workbook with a number in a comment."""
    book = Workbook()
    book.active["A1"].comment = Comment(f"Det är {NUMBER}", "A")  # type: ignore[index]
    return saved(book)


def headed() -> bytes:
    """Return a Word file with a number in its footer."""
    made = Document()
    made.sections[0].footer.paragraphs[0].text = NUMBER
    return saved(made)


def split() -> bytes:
    """Return a Word file in which the number is in two pieces, as Word likes it."""
    made = Document()
    paragraph = made.add_paragraph(NUMBER[:4])
    paragraph.add_run(NUMBER[4:]).bold = True
    return saved(made)


def embedded() -> bytes:
    """Return a Word file with a workbook inside it."""
    target = io.BytesIO(saved(Document()))
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/embeddings/a.xlsx", as_number())
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.ods", ods()),
        ("a.xlsx", as_number()),
        ("b.xlsx", commented()),
        ("a.docx", headed()),
        ("b.docx", split()),
        ("c.docx", embedded()),
        ("d.doc", as_number()),
    ],
)
def test_a_number_is_seen_wherever_it_stands(name: str, data: bytes) -> None:
    """In any part of any kind of file, by any name."""
    assert codes(name, data) == {"guard-personal-number"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@given(text=st.text(alphabet="abcåäö\n;0123", min_size=1))
def test_text_is_read_in_every_marked_encoding(encoding: str, text: str) -> None:
    """And in UTF-8 without a mark."""
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_encodings_without_a_mark(encoding: str) -> None:
    """As old programs write it."""
    text = "Här står något på svenska.\n" * 3
    assert decoded(text.encode(encoding)) == text


@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.xlsx", "a.md", "a.json"]))
def test_no_bytes_bring_it_down(data: bytes, name: str) -> None:
    """They are something, or they are closed."""
    for start in (
        b"",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"\xd0\xcf\x11\xe0",
        b"\xff\xfe",
    ):
        with suppress(Closed):
            codes(name, start + data)


@pytest.mark.parametrize("make", [ods, as_number, headed])
def test_no_damage_brings_it_down(make: object) -> None:
    """A few bytes changed here and there, and sound containers of damaged parts."""
    order = random.Random(11)  # noqa: S311 - no secret
    whole = make()  # type: ignore[operator]
    for _ in range(100):
        data = bytearray(whole)
        for _ in range(order.randint(1, 8)):
            data[order.randrange(len(data))] = order.randrange(256)
        with suppress(Closed):
            codes("a.xlsx", bytes(data[: order.choice([len(data), len(data) // 2])]))
    for _ in range(50):
        with suppress(Closed):
            codes("a.xlsx", _damaged_inside(whole, order))


def _damaged_inside(whole: bytes, order: random.Random) -> bytes:
    """Return a sound zip file with damage in one of its parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(target, "w") as new:
        hit = order.choice(old.namelist())
        for name in old.namelist():
            data = bytearray(old.read(name))
            for _ in range(3 if name == hit and data else 0):
                data[order.randrange(len(data))] = order.randrange(256)
            new.writestr(name, bytes(data))
    return target.getvalue()


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="not installed: soffice")
def test_a_number_is_seen_in_an_old_workbook(tmp_path: Path) -> None:
    """As Excel wrote them before 2007."""
    (tmp_path / "a.csv").write_text(f"a,b\n1,{NUMBER}\n", encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "xls", "--outdir"]
    subprocess.run(
        [*convert, tmp_path, tmp_path / "a.csv"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    data = (tmp_path / "a.xls").read_bytes()
    assert codes("annat.dat", data) == {"guard-personal-number"}


def test_cells_of_any_form_are_read() -> None:
    """Powers are written out; numbers without end are let be."""
    rows = (
        b'<row r="' + b"9" * 5_000 + b'"><c><v>1.96408233234E11</v></c>'
        b'<c t="s"><v>' + b"9" * 5_000 + b'</v></c><c t="s"><v>x</v></c></row>'
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("xl/sharedStrings.xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"<a>" + rows + b"</a>")
    assert codes("a.xlsx", target.getvalue()) == {"guard-personal-number"}


def test_a_document_whose_xml_is_endless_is_closed_soon() -> None:
    """Elements in elements in elements."""
    deep = b"<a>" * 200_000
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<a/>")
        archive.writestr("word/document.xml", deep)
    with pytest.raises(Closed):
        list(contents("a.docx", target.getvalue()))


def test_a_container_that_lies_about_its_sizes_is_closed() -> None:
    """What it says of itself is not believed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 5_000_000)
    data = target.getvalue()
    size = (5_000_000).to_bytes(4, "little")
    with pytest.raises(Closed):
        list(contents("a.zip", data.replace(size, (10).to_bytes(4, "little"))))


def test_json_of_any_depth_is_read_or_passed_over() -> None:
    """As a text it is looked at in any case."""
    deep = b"[" * 100_000
    known = Known()
    known.add_headers(["a", "b", "c"])
    (one,) = contents("a.json", deep)
    assert isinstance(one, Content)
    assert list(detect.findings(one, known.close())) == []
