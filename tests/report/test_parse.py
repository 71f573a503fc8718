"""Markdown to blocks: what auditors and templates may write, and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.report.blocks import (
    Block,
    BulletList,
    Heading,
    Note,
    Paragraph,
    Quote,
    Run,
)
from brukarrevision.report.parse import blocks, plain
from brukarrevision.report.text import Marks, escape, prose

from .reading import flat


def read(text: str) -> tuple[Block, ...]:
    """Return the blocks of a text without marks."""
    return blocks(text, ())


def one(text: str) -> str:
    """Return the text of the only paragraph, heading or item there is."""
    (block,) = read(text)
    while isinstance(block, BulletList):
        ((block,),) = block.items
    return block.text if isinstance(block, Heading) else plain(block.runs)  # type: ignore[union-attr]


labels = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda text: bool(escape(text).strip())
)


@given(
    labels, st.sampled_from(["{}", "# {}", "- {}", "1. {}", "Före {} efter", "> {}"])
)
def test_an_escaped_label_comes_back_as_it_was(label: str, around: str) -> None:
    """Wherever a template puts it, up to white space and our own marks."""
    bare = "".join(c for c in label if not "\ue000" <= c <= "\uf8ff" and c != "\0")
    wanted = flat(around.lstrip("#->1. ").format(bare))
    assert flat(one(around.format(escape(label)))) == wanted


@given(labels.filter(lambda text: not text[0].isspace() and not text[-1].isspace()))
def test_a_label_may_stand_in_bold(label: str) -> None:
    """As the questions do before their sentences."""
    (block,) = read(f"**{escape(label).strip()}** är det.")
    assert isinstance(block, Paragraph)
    if escape(label).strip() == escape(label):
        assert block.runs[0].bold
        assert block.runs[-1] == Run(" är det.")


def test_prose_becomes_headings_paragraphs_lists_and_quotes() -> None:
    """With bold, italic and links; lines of a paragraph are one text."""
    text = "# A\nEn rad\noch **en** *till*, [här](https://exempel.se).\n\n> Citat.\n"
    assert read(text) == (
        Heading(1, "A"),
        Paragraph(
            (
                Run("En rad"),
                Run(" "),
                Run("och "),
                Run("en", bold=True),
                Run(" "),
                Run("till", italic=True),
                Run(", "),
                Run("här", link="https://exempel.se"),
                Run("."),
            )
        ),
        Quote((Run("Citat."),)),
    )


def test_looks_within_looks_end_where_they_end() -> None:
    """Bold within bold leaves the rest bold."""
    (block,) = read("**a *b* c** d")
    assert isinstance(block, Paragraph)
    assert [(r.text, r.bold, r.italic) for r in block.runs] == [
        ("a ", True, False),
        ("b", True, True),
        (" c", True, False),
        (" d", False, False),
    ]
    (twice,) = read("**a **b** c** d")
    assert isinstance(twice, Paragraph)
    assert [r.text for r in twice.runs if not r.bold] == [" d"]


def test_lists_are_nested_and_begin_anew() -> None:
    """A list in an item, and a second numbered list of its own."""
    first, _, second = read("1. a\n   - b\n     - c\n2. d\n\nMellan.\n\n1. e\n")
    inner = BulletList(((Paragraph((Run("c"),)),),))
    middle = BulletList(((Paragraph((Run("b"),)), inner),))
    assert first == BulletList(
        ((Paragraph((Run("a"),)), middle), (Paragraph((Run("d"),)),)), ordered=True
    )
    assert second == BulletList(((Paragraph((Run("e"),)),),), ordered=True)


def test_what_stands_in_a_quote_is_kept() -> None:
    """Lists too; headings there, and in lists, are bold text."""
    quote, inside, strong = read("> # Rubrik\n> - punkt\n\n- # Rubrik\n")[0:3]
    assert quote == Quote((Run("Rubrik", bold=True),))
    assert inside == BulletList(((Paragraph((Run("punkt"),)),),))
    assert strong == BulletList(((Paragraph((Run("Rubrik", bold=True),)),),))


def test_headings_go_down_one_level_at_a_time() -> None:
    """No level is skipped, whatever was written (WCAG 1.3.1)."""
    found = read("### a\n# b\n#### c\n## d\n#### e\n#### f\n# g\n")
    levels = [block.level for block in found if isinstance(block, Heading)]
    assert levels == [1, 1, 2, 2, 3, 4, 1]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[x](https://exempel.se/a?b=1)", "https://exempel.se/a?b=1"),
        ("[x](HTTP://exempel.se)", "HTTP://exempel.se"),
        ("[x](mailto:a@exempel.se)", "mailto:a@exempel.se"),
        ("[x](ftp://exempel.se)", ""),
        ("[x](file.docx)", ""),
        ("[x](#a)", ""),
        ("[x](//exempel.se)", ""),
        ("[x](ms-word:ofe|u|https://exempel.se)", ""),
        ("[x](tel:123)", ""),
    ],
)
def test_links_lead_to_the_web_and_to_mail_alone(text: str, link: str) -> None:
    """Other addresses are left out; the text stays."""
    (block,) = read(text)
    assert isinstance(block, Paragraph)
    assert block.runs == (Run("x", link=link),)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "vbscript:x",
        "file:///etc/passwd",
        "data:text/html,x",
        "&#106;avascript:x",
        "java\tscript:x",
    ],
)
def test_no_link_runs_or_opens_anything(address: str) -> None:
    """Not in any spelling."""
    found = read(f"[x]({address}) [y](<{address}>)")
    runs = [run for b in found if isinstance(b, Paragraph) for run in b.runs]
    assert not any(run.link for run in runs)


def test_pictures_are_their_description() -> None:
    """Nothing is fetched; no stray sign is left."""
    assert one("Se ![en *karta*](https://exempel.se/k.png) här.") == "Se en karta här."


@pytest.mark.parametrize(
    "text",
    [
        "<b>fet</b>",
        "<script>x</script>",
        "&lt;",
        "`kod`",
        "~~x~~",
        "https://exempel.se",
        "<https://exempel.se>",
        "    indraget",
        "| a | b |",
        "```",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    """Raw HTML, entities, code and tables stand as they were written."""
    assert one(text) == text.strip()


def test_a_rule_is_not_text() -> None:
    """A line drawn between paragraphs says nothing."""
    assert read("a\n\n---\n\nb") == (Paragraph((Run("a"),)), Paragraph((Run("b"),)))


def test_marks_become_their_blocks() -> None:
    """Where they stand alone, in lists and after them too."""
    marks = Marks()
    note = Note("Obs", ())
    text = f"Före{marks.put(note)}- punkt{marks.put(note)}efter"
    found = blocks(text, marks.blocks)
    assert [type(block).__name__ for block in found] == [
        "Paragraph",
        "Note",
        "BulletList",
        "Note",
        "Paragraph",
    ]


def test_a_mark_of_nothing_is_text() -> None:
    """A template cannot reach for blocks that are not there."""
    assert one("\ue0007\ue001") == "\ue0007\ue001"


@pytest.mark.parametrize(
    ("text", "below", "wanted"),
    [
        ("# A\n\n## B", 1, "## A\n\n### B"),
        ("##### A", 2, "#### A"),
        ("x\n  # A", 2, "x\n  ### A"),
        ("#\tA", 1, "##\tA"),
        ("> # A", 2, "> ### A"),
        ("#inte en rubrik", 1, "#inte en rubrik"),
        ("C# är ett språk", 1, "C# är ett språk"),
        ("<!-- hemligt\nsom # A -->Kvar", 1, "Kvar"),
        ("a <!-- x --> b <!-- y --> c", 1, "a  b  c"),
        ("\ue0000\ue001", 1, "0"),
    ],
)
def test_prose_is_put_below_a_level(text: str, below: int, wanted: str) -> None:
    """Its headings; comments and marks are left out."""
    assert prose(text, below) == wanted
