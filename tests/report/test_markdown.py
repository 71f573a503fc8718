"""The Markdown twin: what it says is what the blocks say, and nothing is markup."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Chart,
    Contents,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Run,
    Table,
    Title,
)
from brukarrevision.report.markdown import write_markdown

from .reading import flat, kinds, texts


def twin(*blocks: Block, draft: str = "") -> str:
    """Return the twin of a document of these blocks."""
    return write_markdown(Document("T", "sv-SE", "A", "T", blocks, draft))


def body(text: str, **look: bool) -> Paragraph:
    """Return a paragraph of one run."""
    return Paragraph((Run(text, **look),))  # type: ignore[arg-type]


characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
tricky = st.one_of(
    st.text(characters, min_size=1),
    st.text("*_`[](){}<>|\\#&~-+=.!1 \n\tåa", min_size=1),
).filter(lambda text: bool(text.strip()))
runs = st.builds(
    Run,
    tricky,
    bold=st.booleans(),
    italic=st.booleans(),
    link=st.sampled_from(["", "https://exempel.se/a_(b)?c=1&d=*"]),
)
paragraphs = st.builds(Paragraph, st.lists(runs, min_size=1, max_size=4).map(tuple))
leaves = st.one_of(
    paragraphs,
    st.builds(Heading, st.integers(1, 4), tricky),
    st.builds(Quote, st.lists(runs, min_size=1, max_size=3).map(tuple)),
)
lists = st.recursive(
    paragraphs,
    lambda inner: st.builds(
        BulletList,
        st.lists(
            st.tuples(paragraphs, inner) | st.tuples(paragraphs), min_size=1, max_size=3
        ).map(tuple),
        ordered=st.booleans(),
    ),
    max_leaves=6,
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Return a table with any text in its cells."""
    row = st.tuples(tricky, tricky, tricky)
    rows = draw(st.lists(row, min_size=1, max_size=3))
    caption, note = draw(tricky), draw(tricky)
    return Table(caption, draw(row), tuple(rows), ("left", "right", "right"), note)


def said(block: Block) -> list[str]:
    """Return the texts of a block, in order."""
    match block:
        case Paragraph(found) | Quote(found):
            return [flat("".join(run.text for run in found))]
        case Heading(_, text):
            return [flat(text)]
        case BulletList(items):
            return [text for item in items for part in item for text in said(part)]
        case Table():
            rows = [block.header, *block.rows]
            cells = [flat(cell) for row in rows for cell in row]
            return [flat(block.caption), *cells, flat(block.note)]
        case _:
            return []


@given(st.lists(st.one_of(leaves, lists, tables()), min_size=1, max_size=4))
def test_a_common_reader_finds_the_text_of_the_blocks(found: list[Block]) -> None:
    """Whatever stands in them, in the same order."""
    assert texts(twin(*found)) == [text for block in found for text in said(block)]


STARTS = (
    "1. Ett|2) Två|- streck|+ plus|---|===|# rubrik|> citat|* stjärna|    kod|```|~~~|"
    "&lt;|&#65;|<b>|1.|-|[[rapport]]|![bild](a.png)|https://exempel.se|a\n- b|***|~~x~~"
)


@pytest.mark.parametrize("text", [*STARTS.split("|"), "| a |"])
@pytest.mark.parametrize(
    "kind", [body, lambda t: Title("T", t), lambda t: Note("T", (body(t),))]
)
def test_no_text_is_taken_for_markup(kind: Callable[[str], Block], text: str) -> None:
    """At the beginning of a paragraph, a subtitle or a box."""
    written = twin(kind(text))
    assert texts(written)[-1] == flat(text)
    assert not kinds(written) & {"bullet_list_open", "ordered_list_open", "hr"}


def test_tables_keep_their_columns() -> None:
    """A bar or a line end in a cell parts nothing."""
    rows = (("a | b", "1"), ("c\nd", "2"), ("---", "---:"))
    table = Table("Tabell", ("Svar", "Antal"), rows, ("left", "right"), "Not.")
    assert twin(table) == (
        "*Tabell*\n\n| Svar | Antal |\n| --- | ---: |\n"
        "| a \\| b | 1 |\n| c d | 2 |\n| --- | ---: |\n\nNot.\n"
    )


def test_a_list_begins_anew_after_a_list() -> None:
    """Numbers restart; the two are not taken for one."""
    one = BulletList(((body("a"),), (body("b"),)), ordered=True)
    assert twin(one, one, one) == "1. a\n2. b\n\n1) a\n2) b\n\n1. a\n2. b\n"
    dots = BulletList(((body("a"),),))
    assert twin(dots, dots, body("x"), dots) == "- a\n\n* a\n\nx\n\n- a\n"


def test_lists_in_lists_are_indented() -> None:
    """Under the text of their item."""
    inner = BulletList(((body("b"),), (body("c"),)))
    outer = BulletList(((body("a"), inner), (body("d"),)), ordered=True)
    assert twin(outer) == "1. a\n\n   - b\n   - c\n2. d\n"


def test_looks_and_links() -> None:
    """Bold, italic and links are told; blanks stand outside the asterisks."""
    found = Paragraph(
        (
            Run("Se "),
            Run("här ", bold=True),
            Run("och", italic=True),
            Run(" läs ", bold=True, italic=True),
            Run("mer", link="https://exempel.se/a(b)"),
        )
    )
    assert twin(found) == (
        "Se **här** *och* ***läs*** [mer](https://exempel.se/a%28b%29)\n"
    )


def test_a_look_that_markdown_cannot_tell_is_left_out() -> None:
    """The text is more than its look."""
    found = Paragraph((Run("a"), Run("(b)", bold=True), Run("c", italic=True)))
    assert twin(found) == "a(b)c\n"


def test_every_kind_of_block() -> None:
    """Contents and page breaks say nothing; a chart is told in words."""
    chart = Chart("Stöd", "Staplar. Alla siffror står i tabellen.", (), ())
    found = twin(
        Title("Titel", "Enheten", ("Fakta",)),
        Contents("Innehåll"),
        PageBreak(),
        Note("Obs", (body("Ett."), body("Två."))),
        chart,
        draft="UTKAST",
    )
    assert found == (
        "**UTKAST**\n\n# Titel\n\nEnheten\n\nFakta\n\n"
        "> **Obs**\n>\n> Ett.\n>\n> Två.\n\n"
        "*Stöd.* Staplar. Alla siffror står i tabellen.\n"
    )
