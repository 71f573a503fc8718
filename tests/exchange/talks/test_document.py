"""A Word file as lines: what stands in it now, and nothing that was taken away."""

import io
import time
import zipfile

import pytest
from docx.oxml.ns import nsdecls

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.talks.document import Line, lines

TYPES = b"<Types/>"


def word(inside: str, name: str = "word/document.xml") -> bytes:
    """Return a Word file with a text, given as its XML."""
    stream = io.BytesIO()
    more = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    text = f"<w:document {nsdecls('w')} {more}><w:body>{inside}</w:body></w:document>"
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr(name, text)
    return stream.getvalue()


def run(text: str, look: str = "") -> str:
    """Return a run."""
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"{run('Nu')}<w:del><w:r><w:delText>då</w:delText></w:r></w:del>", "Nu"),
        (f"<w:ins>{run('Nytt')}</w:ins>", "Nytt"),
        (
            f"<w:moveFrom>{run('Två')}</w:moveFrom><w:moveTo>{run('Två')}</w:moveTo>",
            "Två",
        ),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "☒"),
        (f"<w:sdt><w:sdtContent>{run('Ruta')}</w:sdtContent></w:sdt>", "Ruta"),
        ("<w:r><w:instrText>AUTHOR</w:instrText></w:r>", ""),
        (f"<w:r><mc:Fallback>{run('För äldre program')}</mc:Fallback></w:r>", ""),
    ],
)
def test_a_paragraph_says_what_it_says_now(inside: str, text: str) -> None:
    found, told = lines(word(f"<w:p>{inside}</w:p>"), "a.docx")
    assert [one.text for one in found] == [text]
    assert not told


@pytest.mark.parametrize(
    "inside",
    [
        '<w:r><w:commentReference w:id="1"/></w:r>',
        f"<w:r><w:drawing><a:blip {nsdecls('a')}/></w:drawing></w:r>",
        '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict>',
        "<w:altChunk/>",
    ],
)
def test_what_stays_behind_is_told(inside: str) -> None:
    """Somebody may have pasted a photograph of what they wrote by hand."""
    found, told = lines(word(f"<w:p>{inside}{run('a')}</w:p>"), "a.docx")
    assert [one.text for one in found] == ["a"]
    assert [one.code for one in told] == ["talk-aside"]


def test_a_bookmark_before_a_paragraph_is_of_it() -> None:
    """Programs put it there when the paragraph is all of what it marks."""
    mark = '<w:bookmarkStart w:id="1" w:name="q_g1"/>'
    cell = f"<w:tbl><w:tr><w:tc><w:p>{run('b')}</w:p></w:tc></w:tr></w:tbl>"
    found, _ = lines(word(f"{mark}<w:p>{run('a')}</w:p>{cell}"), "a.docx")
    assert found == (Line("a", ("q_g1",)), Line("b", cell=1))


@pytest.mark.parametrize(
    ("look", "strong"),
    [
        ("<w:b/>", True),
        ('<w:b w:val="0"/>', False),
        ('<w:u w:val="single"/>', True),
        ('<w:u w:val="none"/>', False),
        ('<w:highlight w:val="yellow"/>', True),
        ('<w:shd w:val="clear" w:fill="auto"/>', False),
    ],
)
def test_what_stands_out_is_seen(look: str, strong: bool) -> None:
    (found,), _ = lines(word(f"<w:p>{run('a', look)}</w:p>"), "a.docx")
    assert found.strong is strong


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (word("", "word/other.xml"), "talk-not-docx"),
        (word("<w:p/>" * 20_001), "talk-too-large"),
        (word(f"<w:p>{run('a') * 10}{run('b' * 1_000_001)}</w:p>"), "talk-too-large"),
        (word("<w:p><w:r>" * 300 + "</w:r></w:p>" * 300), "talk-not-docx"),
    ],
)
def test_what_is_no_conversation_is_refused_at_once(data: bytes, code: str) -> None:
    began = time.monotonic()
    with pytest.raises(FaultyFiles) as stop:
        lines(data, "a.docx")
    assert [one.code for one in stop.value.problems] == [code]
    assert time.monotonic() - began < 5
