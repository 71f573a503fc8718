"""Text files in every encoding people send."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.intake.decode import decode

SWEDISH = "id;fråga\r\n1;Årets möte på ön var bra\r\n"


def _file(folder: Path, content: bytes) -> Path:
    path = folder / "svar.csv"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, written: str, found: str) -> None:
    """Byte order marks, then UTF-8, then Windows-1252."""
    assert decode(_file(tmp_path, SWEDISH.encode(written))).encoding == found


def test_windows_1252_is_said_aloud(tmp_path: Path) -> None:
    """A guess is a warning; UTF-8 is none."""
    guessed = decode(_file(tmp_path, SWEDISH.encode("cp1252")))
    assert [one.code for one in guessed.warnings] == ["csv-encoding-guessed"]
    assert decode(_file(tmp_path, SWEDISH.encode())).warnings == ()


def test_an_encoding_that_is_given_is_used(tmp_path: Path) -> None:
    """The user knows better than the order of guessing."""
    found = decode(_file(tmp_path, SWEDISH.encode("mac_roman")), "mac_roman")
    assert (found.encoding, found.warnings) == ("mac-roman", ())


def test_an_unknown_encoding_is_wrong_usage(tmp_path: Path) -> None:
    """So is a codec that does not make text of bytes."""
    for name in ("utf-9", "hex", ""):
        path = _file(tmp_path, b"a")
        if name:
            with pytest.raises(WrongUsage):
                decode(path, name)
        else:
            assert decode(path, name).encoding == "utf-8"


def test_macroman_is_named(tmp_path: Path) -> None:
    """Without Å, MacRoman can be read as Windows-1252: the letters give it away."""
    text = "fråga;svar\nnär;på mötet\n"
    found = decode(_file(tmp_path, text.encode("mac_roman")))
    warning = found.warnings[-1]
    assert warning.code == "csv-unlikely-letters"
    assert "mac_roman" in warning.remedy


def test_macroman_with_a_ring_is_refused_with_the_name(tmp_path: Path) -> None:
    """Å is a byte that Windows-1252 lacks; the line is told."""
    text = "fråga;svar\nbra;Åsa\n"
    with pytest.raises(FaultyFiles) as caught:
        decode(_file(tmp_path, text.encode("mac_roman")))
    fault = caught.value.problems[0]
    assert (fault.code, fault.place.line) == ("csv-undefined-byte", 2)
    assert "mac_roman" in fault.remedy


def test_old_dos_is_named(tmp_path: Path) -> None:
    """Code page 850 has its å, ä and ö elsewhere."""
    text = "fr†ga;svar\n"
    found = decode(_file(tmp_path, text.encode("cp1252")))
    assert "cp850" in found.warnings[-1].remedy


def test_text_encoded_twice_is_said(tmp_path: Path) -> None:
    """UTF-8 that was read as Windows-1252 and saved as UTF-8."""
    twice = SWEDISH.encode().decode("cp1252", "ignore").encode()
    found = decode(_file(tmp_path, twice))
    assert [one.code for one in found.warnings] == ["csv-decoded-twice"]


def test_a_nul_byte_is_refused_with_its_line(tmp_path: Path) -> None:
    """Whatever ends the lines."""
    for end in ("\n", "\r\n", "\r"):
        with pytest.raises(FaultyFiles) as caught:
            decode(_file(tmp_path, f"id;svar{end}1;a{end}2;\0{end}".encode()))
        fault = caught.value.problems[0]
        assert (fault.code, fault.place.line) == ("csv-nul", 3)


def test_a_byte_that_an_encoding_lacks_has_its_line(tmp_path: Path) -> None:
    """Far into the file too, and nothing of the text is told."""
    lines = ["rad"] * 300_000
    content = "\n".join(lines).encode() + b"\n\xff\xfehemligt"
    with pytest.raises(FaultyFiles) as caught:
        decode(_file(tmp_path, content), "utf-8")
    fault = caught.value.problems[0]
    assert fault.place.line == 300_001
    assert "hemligt" not in fault.message + fault.remedy


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    """Both are faults in words."""
    for path in (tmp_path, tmp_path / "saknas.csv"):
        with pytest.raises(FaultyFiles):
            decode(path)


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_what_is_decoded_is_what_was_written(text: str) -> None:
    """In UTF-8 and UTF-16, for any text."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for encoding in ("utf-8", "utf-8-sig", "utf-16"):
            plain = text.lstrip("\ufeff")
            path = _file(Path(folder), plain.encode(encoding))
            found = decode(path)
            assert path.read_bytes().decode(found.encoding) == plain
