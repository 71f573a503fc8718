"""Text: any string in the world can be written, and none becomes anything but text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.report.blocks import (
    BulletList,
    Chart,
    Document,
    Heading,
    Note,
    Paragraph,
    Quote,
    Run,
    Series,
    Table,
    Title,
)
from brukarrevision.report.word import write_docx
from brukarrevision.report.word.text import clean, one_line, safe_address
from tests.report.word.samples import BASE, found, opened, parts, root, text, written

NAUGHTY = (
    "",
    " ",
    "\t\n\r",
    "\0\x01\x08\x0b\x0c\x1f\x7f",
    "\ud800 \udfff \ud83d\ude00",
    "\ufffe\uffff\ufeff",
    "\u2028\u2029\x85",
    "<w:p/>]]>&amp;&#0;<!--",
    '"><script>alert(1)</script>',
    "{{ 7*7 }} {% raw %} ${x} %s %(x)s {0} {x!r}",
    "=1+1",
    'HYPERLINK "http://x" TOC \\o INCLUDETEXT',
    "[[rapport]] [[utkast]]",
    "_x0041_",
    "åäö ÅÄÖ é ñ 日本語 العربية \u202eomvänt 👩‍👩‍👧",
    "a" * 5000,
    "http://exempel.se",
)


def _everywhere(words: str) -> Document:
    """Return a document with the words in every place that takes words."""
    runs = (Run(words), Run(words, bold=True, link=words))
    return Document(
        words,
        words,
        words,
        words,
        (
            Title(words, words, (words,)),
            Heading(1, words),
            Paragraph(runs),
            Quote(runs),
            Note(words, (Paragraph(runs),)),
            BulletList(((Paragraph(runs),),)),
            Table(words, (words, words), ((words, words),), ("left", "right"), words),
            Chart(words, words, (words,), (Series(words, (3,)),), words),
        ),
        words,
    )


@pytest.mark.parametrize("words", NAUGHTY)
def test_naughty_strings_can_be_written(words: str) -> None:
    """Each is written, checked and read again by another program."""
    data = write_docx(_everywhere(words), BASE)
    cells = [cell.text for cell in opened(data).tables[0].rows[0].cells]
    assert cells == [clean(words)] * 2


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec=None), max_size=40))
def test_any_string_can_be_written(words: str) -> None:
    """No text of any characters makes a file that cannot be read."""
    assert opened(write_docx(_everywhere(words), BASE)).tables


@pytest.mark.parametrize("words", NAUGHTY)
def test_text_never_becomes_a_field(words: str) -> None:
    """No text becomes a field, and only addresses become links."""
    body = root(write_docx(_everywhere(words), BASE))
    assert not found(body, ".//w:instrText")
    assert not found(body, ".//w:fldSimple")
    assert bool(found(body, ".//w:hyperlink")) == words.startswith("http://exempel")


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a  b\t\tc \t d", "a b c d"),
        ("a\x00b\ufffec\ud800d", "abcd"),
        ("hård\u00a0blank", "hård\u00a0blank"),
    ],
)
def test_clean(dirty: str, tidy: str) -> None:
    """Line ends and blanks are made one kind, forbidden characters go."""
    assert clean(dirty) == tidy


def test_one_line() -> None:
    """A caption has no line ends."""
    assert one_line(" a\n b \n") == "a b"


def test_line_ends_become_breaks() -> None:
    """A line end in a text is a line break in Word."""
    assert opened(written(text("en\ntvå"))).paragraphs[0].text == "en\ntvå"


@pytest.mark.parametrize(
    "address",
    ["https://a.se/x?y=1&z=2#å", "HTTP://a.se", "mailto:a@b.se", "tel:+46-8-1"],
)
def test_addresses_that_can_be_linked(address: str) -> None:
    """Web, e-mail and telephone addresses become links, escaped for Word."""
    assert safe_address(address).isascii()
    rels = parts(written(Paragraph((Run("hit", link=address),))))
    assert b'TargetMode="External"' in rels["word/_rels/document.xml.rels"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "C:\\Users\\x",
        "//a.se",
        "http://",
        "http://[",
        "mailto:",
        "exempel.se",
        "",
    ],
)
def test_addresses_that_stay_text(address: str) -> None:
    """What is no address to link to is written as text alone."""
    data = written(Paragraph((Run("hit", link=address),)))
    assert opened(data).paragraphs[0].text == "hit"
    assert not found(root(data), ".//w:hyperlink")


def test_a_link_without_words_is_left_out() -> None:
    """There is nothing to press, so there is no link."""
    runs = (Run("", link="https://a.se"), Run("text"))
    assert not found(root(written(Paragraph(runs))), ".//w:hyperlink")


def test_one_address_is_one_relationship() -> None:
    """Two links to one place share what leads there."""
    run = Run("hit", link="https://a.se")
    rels = parts(written(Paragraph((run, Run(" och "), run))))
    assert rels["word/_rels/document.xml.rels"].count(b"https://a.se") == 1
