"""Every Word file can be read by a screen reader (EN 301 549, clause 10)."""

import re

import pytest
from docx.oxml.ns import nsmap

from brukarrevision.report.word import write_docx
from brukarrevision.report.word.colours import contrast
from tests.report.word.samples import (
    BASE,
    CHART,
    document,
    found,
    letterhead,
    opened,
    parts,
    root,
    saved,
    value,
)

LETTERHEAD = saved(letterhead("Brevhuvud"))
FILES = [
    pytest.param(write_docx(document(), BASE), id="base"),
    pytest.param(write_docx(document(draft="UTKAST"), LETTERHEAD), id="letterhead"),
]


@pytest.mark.parametrize("data", FILES)
def test_tables_have_a_header_row(data: bytes) -> None:
    """The first row of each table is a header that is repeated on the next page."""
    for table in found(root(data), ".//w:tbl"):
        first, *others = found(table, "w:tr")
        assert found(first, "w:trPr/w:tblHeader")
        assert not any(found(row, "w:trPr/w:tblHeader") for row in others)
        look = found(table, "w:tblPr/w:tblLook")[0]
        assert value(look, "firstRow") == value(look, "firstColumn") == "1"


@pytest.mark.parametrize("data", FILES)
def test_tables_are_simple_and_named(data: bytes) -> None:
    """Rows do not break, no cells are merged, no tables nested; all have a name."""
    for table in found(root(data), ".//w:tbl"):
        rows = found(table, "w:tr")
        assert all(found(row, "w:trPr/w:cantSplit") for row in rows)
        assert len({len(found(row, "w:tc")) for row in rows}) == 1
        for forbidden in ("gridSpan", "vMerge", "tbl"):
            assert not found(table, f".//w:{forbidden}")
        assert value(found(table, "w:tblPr/w:tblCaption")[0])
        assert value(found(table, "w:tblPr/w:tblDescription")[0]).startswith("Kolumner")


@pytest.mark.parametrize("data", FILES)
def test_pictures_have_alt_text_and_ids_of_their_own(data: bytes) -> None:
    """Charts stand in line with the text, described, with unique ids in the file."""
    drawings = [
        drawing
        for name, content in parts(data).items()
        if name.startswith("word/") and name.endswith(".xml") and content
        for drawing in root(data, name).iter(f"{{{nsmap['wp']}}}docPr")
    ]
    assert [one.get("descr") for one in drawings] == [CHART.alt]
    ids = [one.get("id") for one in drawings]
    assert len(set(ids)) == len(ids)
    assert not list(root(data).iter(f"{{{nsmap['wp']}}}anchor"))


@pytest.mark.parametrize("data", FILES)
def test_no_empty_paragraphs_or_runs_of_blanks(data: bytes) -> None:
    """Nothing is spaced by empty paragraphs, spaces or tabs."""
    body = root(data)
    for paragraph in found(body, "w:body/w:p"):
        texts = [one.text or "" for one in found(paragraph, ".//w:t")]
        assert "".join(texts).strip() or found(paragraph, ".//w:drawing")
        assert not re.search(r"\s{2}|\t", "".join(texts))
    assert not found(body, ".//w:tab")


@pytest.mark.parametrize("data", FILES)
def test_headings_begin_at_one_and_skip_none(data: bytes) -> None:
    """The headings are those of the document, on the levels it gave them."""
    levels = [
        int(str(one.style.name)[-1])
        for one in opened(data).paragraphs
        if one.style and str(one.style.name).startswith("Heading")
    ]
    assert levels == [1, 2, 3]


@pytest.mark.parametrize("data", FILES)
def test_title_and_language_are_set(data: bytes) -> None:
    """The file has a title and a language (WCAG 2.4.2 and 3.1.1)."""
    properties = opened(data).core_properties
    assert properties.title.endswith("Rapport")
    assert properties.language == "sv-SE"
    styles = root(data, "word/styles.xml")
    assert value(found(styles, "w:docDefaults//w:lang")[0]) == "sv-SE"


@pytest.mark.parametrize("data", FILES)
def test_nothing_is_locked_or_updated(data: bytes) -> None:
    """No protection, and no fields that Word asks about when the file opens."""
    settings = root(data, "word/settings.xml")
    for forbidden in ("documentProtection", "writeProtection", "updateFields"):
        assert not found(settings, f"w:{forbidden}")


def test_paper_is_a4() -> None:
    """The page of our base file is A4, upright."""
    page = found(root(write_docx(document(), BASE)), ".//w:pgSz")[0]
    assert (value(page, "w"), value(page, "h")) == ("11906", "16838")


def test_links_have_words() -> None:
    """The text of a link is no address."""
    for link in found(root(write_docx(document(), BASE)), ".//w:hyperlink"):
        words = "".join(one.text or "" for one in found(link, ".//w:t"))
        assert "://" not in words


def test_text_can_be_read() -> None:
    """All text has a contrast of 4.5:1 against what it stands on (WCAG 1.4.3)."""
    styles, header = (root(BASE, f"word/{name}.xml") for name in ("styles", "header"))
    inks = {
        value(one) for part in (styles, header) for one in found(part, ".//w:color")
    }
    papers = {value(one, "fill") for one in found(styles, ".//w:shd")} | {"FFFFFF"}
    assert len(inks) > 3
    assert len(papers) > 2
    for ink in inks:
        assert all(contrast(ink, paper) >= 4.5 for paper in papers)
