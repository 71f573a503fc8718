"""Workbooks: exact text, and everything refused that would harm or mislead."""

import datetime as dt
import zipfile
from pathlib import Path

import pytest

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, Problem
from brukarrevision.intake import archive
from brukarrevision.intake.sheet import open_sheet
from brukarrevision.intake.workbook import text
from tests.intake.samples import book


def _fault(path: Path, **wishes: str) -> Problem:
    with pytest.raises(FaultyFiles) as caught:
        open_sheet(path, **wishes)  # type: ignore[arg-type]
    return caught.value.problems[0]


def _rewritten(path: Path, part: str, old: bytes, new: bytes) -> Path:
    """Write a workbook anew with something replaced in one of its parts."""
    with zipfile.ZipFile(path) as archived:
        parts = {name: archived.read(name) for name in archived.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    changed = path.with_name("ändrad.xlsx")
    with zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as archived:
        for name, content in parts.items():
            archived.writestr(name, content)
    return changed


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (1.0, "1"),
        (0.25, "0.25"),
        (-3.0, "-3"),
        (1e20, "1e+20"),
        (7, "7"),
        (True, "TRUE"),
        (dt.date(2026, 2, 1), "2026-02-01"),
        (dt.datetime(2026, 2, 1, tzinfo=None), "2026-02-01"),  # noqa: DTZ001
        (dt.datetime(2026, 2, 1, 9, 30), "2026-02-01 09:30:00"),  # noqa: DTZ001
        (dt.time(9, 30), "09:30:00"),
        (dt.timedelta(hours=30), "1 day, 6:00:00"),
        (None, ""),
        ("007", "007"),
    ],
)
def test_values_become_text(value: object, expected: str) -> None:
    """Whole numbers without a point, dates in ISO form, text as it is."""
    assert text(value) == expected  # type: ignore[arg-type]


def test_rows_and_cells_keep_their_addresses(tmp_path: Path) -> None:
    """Leading blank rows and columns are there."""
    path = book(tmp_path / "a.xlsx", [[], [None, "id", "svar"], [None, 1, "a"]])
    rows = list(open_sheet(path).all_rows())
    assert rows == [(1, ["", "", ""]), (2, ["", "id", "svar"]), (3, ["", "1", "a"])]


def test_the_first_sheet_that_holds_anything_is_read(tmp_path: Path) -> None:
    """Others are named; one can be asked for."""
    path = book(tmp_path / "a.xlsx", [], [["id"], [1]], [["annat"], [2]])
    sheet = open_sheet(path)
    assert (sheet.sheet, sheet.warnings[0].code) == ("Blad2", "book-sheets")
    assert sheet.warnings[0].facts["others"] == "Blad3"
    assert open_sheet(path, sheet="Blad3").top[0] == ["annat"]
    assert "Blad1, Blad2" in _fault(path, sheet="Blad9").remedy


def test_a_hidden_sheet_is_not_read_first(tmp_path: Path) -> None:
    """Lists behind drop-downs are often hidden in front."""
    import openpyxl

    path = book(tmp_path / "a.xlsx", [["lista"], ["x"]], [["id"], [1]])
    made = openpyxl.load_workbook(path)
    made.worksheets[0].sheet_state = "hidden"
    made.save(path)
    assert open_sheet(path).sheet == "Blad2"


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    """No sheet holds anything."""
    assert _fault(book(tmp_path / "a.xlsx", [])).code == "csv-empty"


def test_formulas_without_a_value_are_refused_by_address(tmp_path: Path) -> None:
    """Openpyxl stores no values, as a script that makes a workbook does not."""
    path = book(tmp_path / "a.xlsx", [["id", "svar"], [1, "=1+1"], [2, "=A2"]])
    fault = _fault(path)
    assert (fault.code, fault.facts["cells"]) == ("book-formula", "B2, B3")
    assert fault.place.part == "Blad1"


def test_formulas_with_a_value_are_read(tmp_path: Path) -> None:
    """An empty text is a value too."""
    path = book(tmp_path / "a.xlsx", [["id", "svar"], [1, "=1+1"]])
    bare, valued = b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
    assert open_sheet(_rewritten(path, SHEET, bare, valued)).top[1] == ["1", "2"]
    cell = b'<c r="B2">'
    empty = _rewritten(path, SHEET, cell, b'<c r="B2" t="str">')
    assert open_sheet(empty).top[1] == ["1", ""]


def test_error_cells_are_named(tmp_path: Path) -> None:
    """They are read as blank, with a warning that says where."""
    path = book(tmp_path / "a.xlsx", [["id", "svar"], [1, "x"], [2, "#N/A"]])
    sheet = open_sheet(path)
    assert sheet.warnings[0].facts["cells"] == "B3"
    assert sheet.top[2] == ["2", ""]


def test_many_cells_are_summed_up(tmp_path: Path) -> None:
    """Forty addresses, and how many there are."""
    path = book(tmp_path / "a.xlsx", [["id"], *[["#N/A"]] * 50])
    assert str(open_sheet(path).warnings[0].facts["cells"]).endswith("… (50)")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_declared_entities_are_refused(tmp_path: Path, encoding: str) -> None:
    """In whatever part and encoding, before anything parses it."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    declared = '<!DOCTYPE r [<!ENTITY x SYSTEM "hemlig.txt">]>'.encode(encoding)
    hostile = _rewritten(path, SHEET, b"<worksheet", declared + b"<worksheet")
    assert _fault(hostile).code == "book-entities"


def test_an_odd_declared_encoding_is_refused(tmp_path: Path) -> None:
    """In UTF-7 the words above would look otherwise."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    head = b'<?xml version="1.0" encoding="utf-7"?><worksheet'
    hostile = _rewritten(path, SHEET, b"<worksheet", head)
    assert _fault(hostile).code == "book-entities"


def test_a_bomb_is_refused_before_parsing(tmp_path: Path) -> None:
    """By what the archive says it unpacks to, and by its number of parts."""
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b" " * (archive.MAX_BYTES + 1))
    assert _fault(path).code == "book-too-large"
    with zipfile.ZipFile(path, "w") as made:
        for number in range(zipped.MOST_PARTS + 1):
            made.writestr(f"{number}.xml", b"")
    assert _fault(path).code == "book-too-large"


def test_a_stray_cell_in_the_last_corner_is_refused(tmp_path: Path) -> None:
    """A reader would ask for hundreds of gigabytes."""
    import openpyxl

    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet["A1"] = "id"
    sheet.cell(1_048_576, 16_384, "x")
    made.save(tmp_path / "a.xlsx")
    fault = _fault(tmp_path / "a.xlsx")
    assert fault.code == "book-too-wide"
    assert (fault.facts["rows"], fault.facts["columns"]) == (1_048_576, 16_384)


def test_broken_encrypted_and_macro_workbooks_are_refused(tmp_path: Path) -> None:
    """Each in words of our own."""
    path = tmp_path / "a.xlsx"
    whole = book(tmp_path / "hel.xlsx", [["id"], ["x"]]).read_bytes()
    for content, code in (
        (b"", "book-broken"),
        (b"<html><table>", "book-broken"),
        (whole[: len(whole) // 2], "book-broken"),
        (b"PK\x03\x04" + b"\0" * 60, "book-broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "book-encrypted"),
    ):
        path.write_bytes(content)
        assert _fault(path).code == code
    path.write_bytes(whole)
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("xl/vbaProject.bin", b"x")
    assert _fault(path).code == "book-macro"


def test_a_changed_byte_is_found_by_its_checksum(tmp_path: Path) -> None:
    """Every part is read to its end."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as made:
        start = made.getinfo(SHEET).header_offset
    content[start + 80] ^= 0xFF
    path.write_bytes(bytes(content))
    assert _fault(path).code == "book-broken"


def test_an_old_xls_that_is_none_is_refused(tmp_path: Path) -> None:
    """A page of HTML with the ending .xls, as some tools export."""
    path = tmp_path / "a.xls"
    for content in (b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600):
        path.write_bytes(content)
        assert _fault(path).code == "book-broken"


def _ods(path: Path, rows: list[list[dict[str, str]]]) -> Path:
    """Write an .ods; a cell is its attributes and, under ``text``, its text."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    made = OpenDocumentSpreadsheet()
    sheet = Table(name="Svar")
    made.spreadsheet.addElement(sheet)
    for row in rows:
        line = TableRow()
        sheet.addElement(line)
        for attributes in row:
            shown = attributes.pop("text", "")
            cell = TableCell(**attributes)
            cell.addElement(P(text=shown))
            line.addElement(cell)
    made.save(str(path))
    return path


def test_ods_is_read(tmp_path: Path) -> None:
    """Text, numbers and dates."""
    path = _ods(
        tmp_path / "a.ods",
        [
            [{"valuetype": "string", "text": t} for t in ("id", "svar", "dag")],
            [
                {"valuetype": "float", "value": "1", "text": "1"},
                {"valuetype": "string", "text": "på ön"},
                {"valuetype": "date", "datevalue": "2026-02-01", "text": "1 feb"},
            ],
        ],
    )
    sheet = open_sheet(path)
    assert sheet.top == [["id", "svar", "dag"], ["1", "på ön", "2026-02-01"]]


def test_ods_formulas_without_a_value_are_refused(tmp_path: Path) -> None:
    """With their address, past cells that are written once for many."""
    path = _ods(
        tmp_path / "a.ods",
        [
            [{"valuetype": "string", "text": "id"}],
            [
                {"valuetype": "string", "text": "x", "numbercolumnsrepeated": "3"},
                {"formula": "of:=1+1"},
            ],
        ],
    )
    fault = _fault(path)
    assert (fault.code, fault.facts["cells"]) == ("book-formula", "D2")


def test_ods_error_cells_are_named(tmp_path: Path) -> None:
    """In the sheet that is read."""
    path = _ods(
        tmp_path / "a.ods",
        [
            [{"valuetype": "string", "text": "id"}],
            [{"valuetype": "string", "text": "#N/A"}],
        ],
    )
    with zipfile.ZipFile(path) as made:
        assert b'office:value-type="string"' in made.read("content.xml")
    with zipfile.ZipFile(path) as archived:
        parts = {name: archived.read(name) for name in archived.namelist()}
    old = b'<table:table-cell office:value-type="string"><text:p>#N/A'
    assert old in parts["content.xml"]
    new = (
        b"<table:table-cell xmlns:calcext="
        b'"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" '
        b'calcext:value-type="error" office:value-type="string"><text:p>#N/A'
    )
    parts["content.xml"] = parts["content.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w") as archived:
        for name, content in parts.items():
            archived.writestr(name, content)
    assert open_sheet(path).warnings[0].facts["cells"] == "A2"


def test_an_ods_that_repeats_a_cell_without_end_is_refused(tmp_path: Path) -> None:
    """A few bytes that stand for a billion cells."""
    cell = {"valuetype": "string", "text": "x", "numbercolumnsrepeated": "16000"}
    rows = [[{"valuetype": "string", "text": "id"}], *[[dict(cell)]] * 2_000]
    fault = _fault(_ods(tmp_path / "a.ods", rows))
    assert (fault.code, fault.facts["columns"]) == ("book-too-wide", 16_000)


def test_an_ods_whose_xml_is_torn_is_refused(tmp_path: Path) -> None:
    """By the look before the reader."""
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("content.xml", b"<a><b></a>")
    assert _fault(path).code == "book-broken"


def test_an_encrypted_part_is_refused(tmp_path: Path) -> None:
    """As zip programs encrypt."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    content = path.read_bytes()
    central = content.rindex(b"PK\x01\x02")
    flags = bytearray(content)
    flags[central + 8] |= 1
    path.write_bytes(bytes(flags))
    assert _fault(path).code == "book-encrypted"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("PasswordError", "book-encrypted"),
        ("XmlError", "book-broken"),
        ("PanicException", "book-broken"),
    ],
)
def test_whatever_the_reader_raises_is_put_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    """A panic of its Rust code too, which is no ordinary exception."""
    import python_calamine

    known = getattr(python_calamine, name, None)
    kind = known or type(name, (BaseException,), {})

    class Raising:
        @staticmethod
        def from_path(_: str) -> None:
            raise kind

    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Raising)
    assert _fault(path).code == code


def test_an_interruption_is_not_put_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C goes on."""
    import python_calamine

    class Raising:
        @staticmethod
        def from_path(_: str) -> None:
            raise KeyboardInterrupt

    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    monkeypatch.setattr(python_calamine, "CalamineWorkbook", Raising)
    with pytest.raises(KeyboardInterrupt):
        open_sheet(path)


def test_a_part_longer_than_it_says_is_refused(tmp_path: Path) -> None:
    """The reader would unpack all of it."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (20).to_bytes(4, "little")
    path.write_bytes(bytes(data))
    assert _fault(path).code == "book-broken"


def test_two_cells_far_apart_are_no_table(tmp_path: Path) -> None:
    """All that lies between them would be kept in memory."""
    path = book(tmp_path / "a.xlsx", [["id"], ["x"]])
    wide = b'<row r="20000"><c r="HA20000"><v>1</v></c></row></sheetData>'
    changed = _rewritten(path, SHEET, b"</sheetData>", wide)
    fault = _fault(changed)
    assert (fault.code, fault.facts["rows"]) == ("book-too-wide", 20_000)
