"""Zip files: the one table in them is read, in memory and within bounds."""

import io
import zipfile
from pathlib import Path

import pytest

from brukarrevision import zipped
from brukarrevision.errors import FaultyFiles, Problem
from brukarrevision.intake import archive
from brukarrevision.intake.sheet import Sheet, open_sheet

ROOT = "SubmissionDate,q1,KEY\n2026-02-01,Ja,uuid:1\n2026-02-02,Nej,uuid:2\n"
REPEAT = "barn,PARENT_KEY,KEY\n1,uuid:1,uuid:1/barn[1]\n"
AUDIT = "event,node,start,end\nform start,,1,\n"


def _zip(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def _fault(path: Path) -> Problem:
    with pytest.raises(FaultyFiles) as caught:
        open_sheet(path)
    return caught.value.problems[0]


def _rows(sheet: Sheet) -> list[list[str]]:
    return [row for _, row in sheet.rows()]


def test_a_zip_with_one_csv_is_that_csv(tmp_path: Path) -> None:
    """As Google sends it: read as if it had been unpacked, also known again so."""
    content = "Tidstämpel,Får du stöd?\n2026-02-01,Ja\n"
    plain = tmp_path / "svar.csv"
    plain.write_text(content, encoding="utf-8")
    sheet = open_sheet(_zip(tmp_path / "svar.zip", {"Enkät.csv": content}))
    assert sheet.header == (("Tidstämpel", "Får du stöd?"),)
    assert _rows(sheet) == [["2026-02-01", "Ja"]]
    assert (sheet.name, sheet.encoding) == ("svar.zip", "utf-8")
    assert sheet.sha256 == open_sheet(plain).sha256


def test_the_root_of_a_form_is_read_and_its_repeats_are_named(tmp_path: Path) -> None:
    """As ODK Central sends it: pictures and the log of edits are left alone."""
    parts: dict[str, str | bytes] = {
        "Enkät-barn.csv": REPEAT,
        "Enkät.csv": ROOT,
        "Enkät - audit.csv": AUDIT,
        "media/bild.jpg": b"\xff\xd8",
        "media/audit.csv": AUDIT,
    }
    sheet = open_sheet(_zip(tmp_path / "svar.zip", parts))
    assert [row[1] for row in _rows(sheet)] == ["Ja", "Nej"]
    (warning,) = sheet.warnings
    assert (warning.code, warning.facts["names"]) == ("zip-repeats", "Enkät-barn.csv")


def test_what_a_mac_adds_is_no_table(tmp_path: Path) -> None:
    """A folder that was packed there, with shadows of its files."""
    parts: dict[str, str | bytes] = {
        "svar/svar.csv": ROOT,
        "__MACOSX/svar/._svar.csv": b"\0\5\x16\7",
        "svar/._mer.csv": b"\0\5\x16\7",
    }
    assert len(_rows(open_sheet(_zip(tmp_path / "a.zip", parts)))) == 2


def test_nothing_is_written_to_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Raw answers are on disk in the zip alone."""
    path = _zip(tmp_path / "a.zip", {"svar.csv": ROOT})
    for name in ("extract", "extractall"):
        monkeypatch.delattr(zipfile.ZipFile, name)
    open_sheet(path)
    assert list(tmp_path.iterdir()) == [path]


def test_several_tables_are_refused_by_name(tmp_path: Path) -> None:
    """It is not known which of them is the responses."""
    path = _zip(tmp_path / "a.zip", {"ett.csv": ROOT, "två.csv": ROOT})
    fault = _fault(path)
    assert (fault.code, fault.facts["names"]) == ("zip-tables", "ett.csv, två.csv")


@pytest.mark.parametrize("parts", [{}, {"svar.xlsx": b"PK"}, {"media/a.csv": AUDIT}])
def test_a_zip_without_a_table_is_refused(
    tmp_path: Path, parts: dict[str, str | bytes]
) -> None:
    """A workbook in a zip is to be unpacked first."""
    assert _fault(_zip(tmp_path / "a.zip", parts)).code == "zip-no-table"


def test_only_repeats_are_no_table(tmp_path: Path) -> None:
    """Their rows are not persons."""
    path = _zip(tmp_path / "a.zip", {"barn.csv": REPEAT})
    assert _fault(path).code == "zip-no-table"


def test_a_bomb_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too large a table, and too many parts."""
    monkeypatch.setattr(archive, "MAX_BYTES", 1_000_000)
    path = _zip(tmp_path / "a.zip", {"svar.csv": "a,b\n" + "0,0\n" * 300_000})
    assert _fault(path).code == "zip-too-large"
    monkeypatch.setattr(zipped, "MOST_PARTS", 3)
    many = {f"media/{n}.jpg": b"" for n in range(9)}
    path = _zip(tmp_path / "b.zip", {"svar.csv": ROOT, **many})
    assert _fault(path).code == "zip-too-large"


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    """It is not as long as it says."""
    path = _zip(tmp_path / "a.zip", {"svar.csv": "a,b\n" + "0,0\n" * 3_000})
    content = path.read_bytes()
    size = len("a,b\n" + "0,0\n" * 3_000).to_bytes(4, "little")
    assert content.count(size) == 2
    path.write_bytes(content.replace(size, (40).to_bytes(4, "little")))
    assert _fault(path).code == "zip-broken"


@pytest.mark.parametrize("content", [b"", b"PK\3\4 no", b"a;b\n1;2\n"])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    """Whatever it is called."""
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert _fault(path).code == "zip-broken"


def test_a_zip_cut_short_is_refused(tmp_path: Path) -> None:
    """A download that was broken off."""
    path = _zip(tmp_path / "a.zip", {"svar.csv": ROOT})
    path.write_bytes(path.read_bytes()[:-30])
    assert _fault(path).code == "zip-broken"


def test_a_zip_with_a_password_is_refused(tmp_path: Path) -> None:
    """The flag is set in both lists of parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writing:
        writing.writestr("svar.csv", ROOT)
    content = bytearray(made.getvalue())
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    assert _fault(path).code == "zip-encrypted"


def test_letters_and_delimiters_are_found_out_inside(tmp_path: Path) -> None:
    """As in a file that stands alone, with the same words about what is wrong."""
    content = "id;svar\n1;på\n2;så\n".encode("cp1252")
    sheet = open_sheet(_zip(tmp_path / "a.zip", {"svar.csv": content}))
    assert (sheet.encoding, sheet.delimiter) == ("cp1252", ";")
    assert [one.code for one in sheet.warnings] == ["csv-encoding-guessed"]
    torn = _zip(tmp_path / "b.zip", {"svar.csv": 'a;b\n1;"2\n'})
    assert _fault(torn).code == "csv-quote"
