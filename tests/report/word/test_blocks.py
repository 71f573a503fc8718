"""The Word writer: every block is in the file, and the file is the same each time."""

import re

import pytest

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Contents,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Title,
)
from brukarrevision.report.word import write_docx
from tests.report.word.samples import (
    BASE,
    CHART,
    TABLE,
    document,
    found,
    items,
    opened,
    parts,
    root,
    text,
    value,
    written,
)


def _styled(data: bytes) -> list[tuple[str, str]]:
    return [(str(p.style.name), p.text) for p in opened(data).paragraphs if p.style]


def test_headings_keep_level_and_order() -> None:
    """Headings are read back by style, in order, with their text."""
    data = written(Heading(1, "Ett"), Heading(2, "Två"), Heading(4, "Fyra"))
    assert _styled(data) == [
        ("Heading 1", "Ett"),
        ("Heading 2", "Två"),
        ("Heading 4", "Fyra"),
    ]


def test_title_page() -> None:
    """Title, subtitle and facts stand first."""
    assert _styled(written(Title("Rapport", "om stöd", ("Våren", "Kommunen")))) == [
        ("Title", "Rapport"),
        ("Subtitle", "om stöd"),
        ("Facts", "Våren"),
        ("Facts", "Kommunen"),
    ]


@pytest.mark.parametrize(
    ("style", "name"), [("body", "Normal"), ("lead", "Lead"), ("small", "Small")]
)
def test_paragraph_styles(style: str, name: str) -> None:
    """The three kinds of running text have a style each."""
    block = Paragraph((Run("Hej"),), style)  # type: ignore[arg-type]
    assert _styled(written(block)) == [(name, "Hej")]


def test_runs_keep_their_look() -> None:
    """Bold and italic are read back, and nothing else is."""
    runs = (Run("a", bold=True), Run(" b ", italic=True), Run("c"))
    paragraph = opened(written(Paragraph(runs))).paragraphs[0]
    looks = [(run.text, run.bold, run.italic) for run in paragraph.runs]
    assert looks == [("a", True, None), (" b ", None, True), ("c", None, None)]


def test_table_is_read_back_cell_by_cell() -> None:
    """Header, rows, hidden and empty cells are all there, under a numbered caption."""
    data = written(TABLE)
    rows = [[cell.text for cell in row.cells] for row in opened(data).tables[0].rows]
    assert rows == [list(TABLE.header), *(list(row) for row in TABLE.rows)]
    assert _styled(data) == [
        ("Caption", "Tabell 1. Inflytande"),
        ("Small", TABLE.note),
    ]


def test_tables_and_charts_are_numbered_apart() -> None:
    """Captions count tables and charts each from 1."""
    captions = [text for style, text in _styled(written(TABLE, CHART, TABLE, CHART))]
    assert [one.split(".")[0] for one in captions if "Inflytande" in one] == [
        "Tabell 1",
        "Diagram 1",
        "Tabell 2",
        "Diagram 2",
    ]


def test_english_report_has_english_words() -> None:
    """Captions and page numbers follow the language of the document."""
    data = write_docx(document(TABLE, CHART, language="en-GB"), BASE)
    captions = [text for style, text in _styled(data) if style == "Caption"]
    assert captions == ["Table 1. Inflytande", "Figure 1. Inflytande"]
    footer = opened(data).sections[0].footer.paragraphs[0]
    assert "".join(found_text(footer._p)) == "Page 1 of 1"  # noqa: SLF001


def found_text(element: object) -> list[str]:
    """Return the texts below an element of python-docx."""
    return [node.text for node in element.xpath(".//w:t")]  # type: ignore[attr-defined]


def test_swedish_footer_has_page_fields() -> None:
    """The footer counts pages with fields that Word fills in."""
    footer = root(written(text("x")), "word/footer.xml")
    assert "".join(node.text or "" for node in found(footer, ".//w:t")) == "Sida 1 av 1"
    fields = [value(one, "instr").strip() for one in found(footer, ".//w:fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_lists_are_real_and_start_again() -> None:
    """Every list has its own number; ordered ones start at 1 by an override."""
    data = written(
        BulletList(items("a")),
        BulletList(items("b", "c"), ordered=True),
        BulletList(items("d"), ordered=True),
    )
    numbers = [value(one) for one in found(root(data), ".//w:numId")]
    assert numbers[1] == numbers[2]
    assert len(set(numbers)) == 3
    numbering = root(data, "word/numbering.xml")
    starts = {
        value(num, "numId"): found(num, ".//w:startOverride")
        for num in found(numbering, "w:num")
    }
    assert [bool(starts[number]) for number in numbers] == [False, True, True, True]


def test_list_in_a_list_is_one_level_down() -> None:
    """A list inside an item has the next level and a number of its own."""
    inner = BulletList(items("inre"), ordered=True)
    data = written(BulletList(((text("yttre"), text("mer"), inner),)))
    levels = [value(one) for one in found(root(data), ".//w:ilvl")]
    assert levels == ["0", "1"]
    assert [style for style, _ in _styled(data)] == [
        "List Bullet",
        "List Continue",
        "List Number",
    ]


def test_a_list_deeper_than_word_can_is_flattened() -> None:
    """Word has nine levels; what lies deeper stays on the ninth."""
    block: Block = BulletList(items("inre"))
    for _ in range(12):
        block = BulletList(((text("x"), block),))
    levels = [int(value(one)) for one in found(root(written(block)), ".//w:ilvl")]
    assert max(levels) == 8


def test_other_blocks_in_lists_and_notes() -> None:
    """A table in a note or a quote in a list is written as it would be elsewhere."""
    data = written(
        Note("Ruta", (TABLE, Contents("Inget"), Quote((Run("citat"),)))),
        BulletList(((Quote((Run("först"),)), text("sedan")),)),
    )
    assert ("Quote", "citat") in _styled(data)
    assert ("List Bullet", "sedan") in _styled(data)
    assert len(opened(data).tables) == 1


def test_contents_link_to_headings() -> None:
    """The list of contents has headings to its depth, linked, without page numbers."""
    data = written(
        Contents("Innehåll", 2), Heading(1, "Ett"), Heading(2, "Två"), Heading(3, "Tre")
    )
    links = found(root(data), ".//w:hyperlink")
    shown = ["".join(n.text or "" for n in found(one, ".//w:t")) for one in links]
    assert shown == ["Ett", "Två"]
    marks = {value(one, "name"): one for one in found(root(data), ".//w:bookmarkStart")}
    for link, title in zip(links, shown, strict=True):
        paragraph = marks[value(link, "anchor")].getparent()
        assert paragraph is not None
        assert "".join(str(one) for one in paragraph.itertext()) == title


def test_contents_count_headings_inside_other_blocks() -> None:
    """A heading in a box or a list is listed as well, and links are right after it."""
    data = written(
        Contents("Innehåll"),
        Note("Ruta", (Heading(1, "I rutan"),)),
        BulletList(((Heading(2, "I listan"),),)),
        Heading(1, "Sist"),
    )
    marks = {
        value(one, "name"): "".join(str(part) for part in up.itertext())
        for one in found(root(data), ".//w:bookmarkStart")
        if (up := one.getparent()) is not None
    }
    links = found(root(data), ".//w:hyperlink")
    shown = ["I rutan", "I listan", "Sist"]
    assert [marks[value(one, "anchor")] for one in links] == shown


def test_contents_without_headings_leave_nothing() -> None:
    """A list of contents with nothing in it has no title either."""
    assert _styled(written(Contents("Innehåll"), text("x"))) == [("Normal", "x")]


def test_page_break_belongs_to_the_next_paragraph() -> None:
    """A page break makes no paragraph; before a table it is the caption's."""
    data = written(text("a"), PageBreak(), TABLE, PageBreak())
    breaks = [
        found(one, "w:pPr/w:pageBreakBefore") != []
        for one in found(root(data), "w:body/w:p")
    ]
    assert breaks == [False, True, False]


def test_note_is_bordered_paragraphs() -> None:
    """A note is no table, and two notes in a row stay two boxes."""
    data = written(Note("A", (text("a"),)), Note("B", (text("b"),)))
    assert [style for style, _ in _styled(data)] == ["Note Title", "Note"] * 2
    indents = [value(one, "left") for one in found(root(data), ".//w:ind")]
    assert indents == ["199", "199"]


def test_text_after_a_table_has_air_above() -> None:
    """The space below a table without a note is set on what follows."""
    bare = Table("T", ("a",), (("b",),), ("left",))
    spacing = found(root(written(bare, text("efter"))), "w:body/w:p/w:pPr/w:spacing")
    assert [value(one, "before") for one in spacing] == ["280"]


def test_empty_blocks_leave_no_paragraphs() -> None:
    """Blocks without text write nothing, so there are no empty paragraphs."""
    data = written(
        text(""),
        text(" \n "),
        Heading(1, ""),
        Quote(()),
        Title("", "", ("",)),
        Note("", ()),
        BulletList(((), (text(""),))),
        Table("", (), (), ()),
    )
    assert opened(data).paragraphs == []


def test_a_bare_document_can_be_written() -> None:
    """A document without blocks is still a file that opens."""
    empty = document()
    data = write_docx(
        type(empty)("", "", "", "", (), ""),
        BASE,
    )
    assert opened(data).paragraphs == []


def test_properties_are_reset() -> None:
    """Title, language and author are the document's, dates fixed, comments empty."""
    properties = opened(written(text("x"))).core_properties
    assert properties.title == "Rapport"
    assert properties.language == "sv-SE"
    assert properties.author == "Revisionsgruppen"
    assert properties.last_modified_by == "Revisionsgruppen"
    assert properties.created is not None
    assert properties.created.isoformat().startswith("2000-01-01T00:00:00")
    assert properties.comments == ""
    assert b"<Application>" not in parts(written(text("x")))["docProps/app.xml"]


def test_running_title_stands_in_the_header() -> None:
    """The base file's header gets the running title, and no mark if it is no draft."""
    header = opened(written(text("x"))).sections[0].header
    assert [one.text for one in header.paragraphs] == ["Löpande titel"]


def test_draft_is_marked_on_every_page_and_in_the_title() -> None:
    """A draft says so in the header and in the properties."""
    data = write_docx(document(text("x"), draft="UTKAST"), BASE)
    assert opened(data).sections[0].header.paragraphs[0].text == "Löpande titel\tUTKAST"
    assert opened(data).core_properties.title == "UTKAST: Rapport"


def test_two_builds_are_byte_identical() -> None:
    """The same document and base give the same bytes."""
    assert write_docx(document(), BASE) == write_docx(
        document(), bytes(bytearray(BASE))
    )


def test_parts_have_fixed_dates_and_order() -> None:
    """The content types come first, the other parts by name."""
    names = list(parts(write_docx(document(), BASE)))
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_language_is_the_documents() -> None:
    """The default language of the file follows the document."""
    for language in ("sv-SE", "en-GB"):
        data = write_docx(document(text("x"), language=language), BASE)
        lang = found(root(data, "word/styles.xml"), "w:docDefaults//w:lang")
        assert value(lang[0]) == language


def test_no_part_tells_of_machine_or_program() -> None:
    """No path, program or user stands in any part."""
    told = re.compile(rb"python|/tmp/|/home/|C:\\", re.IGNORECASE)
    for name, content in parts(write_docx(document(), BASE)).items():
        assert not told.search(content), name
