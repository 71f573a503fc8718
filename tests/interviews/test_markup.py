"""The markup of notes: what works, and what would silently stay text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.interviews.markup import Block, Note, parse
from brukarrevision.interviews.reader import without_comments

HEAD = """\
---
id: I-03
date: 2026-03-12
auditors: [R1, R2]
unit: affektiv
group: medsip
round: "2026"
consent: yes
---
"""
FIRST = HEAD.count("\n") + 2
"""The line of what ``noted`` puts under the head."""


def noted(text: str, name: str = "I-03.md") -> Note:
    """Return a note that has no faults."""
    note, faults = parse(f"{HEAD}\n{text}\n", name)
    assert note is not None
    assert not faults, [(one.code, str(one.place)) for one in faults]
    return note


def block(text: str) -> Block:
    """Return the only block of a note: a question with a text under it."""
    (found,) = noted(f"{{#g1}}\n## Fråga\n\n{text}").blocks
    return found


def faults(text: str, *, under: bool = True) -> list[str]:
    """Return code, line and column of each fault, counted from the text's start."""
    above = "{#g1}\n## Fråga\n\n" if under else ""
    _, found = parse(f"{HEAD}\n{above}{text}\n", "I-03.md")
    assert {one.place.file for one in found} <= {"I-03.md"}
    lines = FIRST + above.count("\n") - 1
    return [f"{p.code}:{p.place.line - lines}:{p.place.column}" for p in found]


def test_the_example_of_the_format() -> None:
    """A note as auditors write it."""
    note = noted(
        "{#lakarbesok answer=delvis}\n## Hur fungerar läkarbesöken?\n\n"
        "Träffar läkare sällan. [Läkaren ringer bara på telefon.]{.tillgang}\n\n"
        "> [Jag har inte sett en läkare på tre månader.]{.tillgang .quote}\n"
    )
    assert note.coder == ""
    assert note.head.id == "I-03"
    assert note.head.auditors == ("R1", "R2")
    assert note.head.round == "2026"
    assert note.head.consent is True
    (found,) = note.blocks
    assert (found.question, found.answer, found.line) == (
        "lakarbesok",
        "delvis",
        FIRST,
    )
    assert found.text == (
        "Träffar läkare sällan. Läkaren ringer bara på telefon.\n\n"
        "Jag har inte sett en läkare på tre månader."
    )
    one, two = found.spans
    assert (one.codes, one.quote, one.line, one.column) == (
        ("tillgang",),
        False,
        FIRST + 3,
        24,
    )
    assert (two.codes, two.quote, two.line, two.column) == (
        ("tillgang",),
        True,
        FIRST + 5,
        3,
    )
    for span in found.spans:
        assert found.text[span.start : span.end] == span.text
    assert one.text == "Läkaren ringer bara på telefon."


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[a]{.trygghet-på-ö}", [("trygghet-på-ö",)]),
        ("[a]{.a .b}", [("a", "b")]),
        ("[a]{.a}{.b}", [("a", "b")]),
        ("[a]{.x .x}", [("x",)]),
        ("[a [b]{.inre} c]{.yttre}", [("yttre",), ("inre",)]),
        ("[a *b* **c**]{.x}", [("x",)]),
        ("[a\nb]{.x}", [("x",)]),
        ("- [a]{.x}\n- [b]{.y}", [("x",), ("y",)]),
        ("> [a]{.x}", [("x",)]),
        ("[NAMN_1] sa [att [NAMN_2] kom]{.x}", [("x",)]),
        ("[a]{.x %kommentar% .y}", [("x", "y")]),
        ("[a]{.tema:under} [b]{.tema-under}", [("tema:under",), ("tema-under",)]),
        ("`[a]{.x}` och \\[a]{.x}", []),
        ("    [a]{.x}", [("x",)]),
        ("[NAMN_1]: [a]{.x}", [("x",)]),
    ],
)
def test_markup_that_works(text: str, codes: list[tuple[str, ...]]) -> None:
    """Each span has its codes, and its text is what its offsets say."""
    found = block(text)
    assert [span.codes for span in found.spans] == codes
    for span in found.spans:
        assert found.text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("answer=2", "2"),
        ("answer=mycket-bra", "mycket-bra"),
        ('answer="mycket bra"', "mycket bra"),
        ('answer="1,3"', "1,3"),
        ('answer=""', ""),
        ("", None),
    ],
)
def test_an_answer_is_as_written(line: str, answer: str | None) -> None:
    """With and without quotation marks."""
    (found,) = noted(f"{{#g1 {line}}}\n## Fråga").blocks
    assert found.answer == answer


@pytest.mark.parametrize(
    "above",
    [
        "{#g1 answer=2}\n\n## Fråga",
        "{#g1}\n{answer=2}\n## Fråga",
        "  {#g1 answer=2}\n## Fråga",
        "{#g1 answer=2}",
        "{#g1 answer=2} <!-- så här -->\n## Fråga",
    ],
)
def test_lines_of_attributes_that_work(above: str) -> None:
    """A question begins at its line, whatever stands between it and what was said."""
    (found,) = noted(f"{above}\n\nOrd.").blocks
    assert (found.question, found.answer, found.text) == ("g1", "2", "Ord.")


def test_two_questions_in_a_row_are_two() -> None:
    """A question without heading and notes is not lost in the next."""
    found = noted("{#g1}\n\n{#g2}\n\nOrd.").blocks
    assert [(one.question, one.text) for one in found] == [("g1", ""), ("g2", "Ord.")]


def test_many_comments_without_end_take_no_time() -> None:
    """They are looked through once, and not once for each of them."""
    assert without_comments("<!--" * 200_000) == "<!--" * 200_000
    assert (
        without_comments("<!-- å\n-->b<!---->c<!-- d") == "      \n   b       c<!-- d"
    )


def test_comments_and_own_subheadings_are_no_notes() -> None:
    """Hints of the guide are not taken for what was said."""
    found = block(
        "<!-- Fråga\n\nefter [mer]{.x} -->\n\nOrd. <!-- x --> Mer.\n\n### Sen"
    )
    assert " ".join(found.text.split()) == "Ord. Mer."
    assert not found.spans


def test_windows_files_read_the_same() -> None:
    """CRLF line ends and a mark of byte order change nothing."""
    text = f"{HEAD}\n{{#g1}}\n## Fråga\n\n[Läkaren\nringer]{{.x}}\n"
    assert parse("\ufeff" + text.replace("\n", "\r\n"), "I-03.md") == parse(
        text, "I-03.md"
    )


def test_offsets_count_code_points() -> None:
    """An emoji and å count one each, and so do columns."""
    found = block("å😀 [ä😀ö]{.x}\n\n😀 [b]{.y}")
    assert [(s.start, s.end, s.column) for s in found.spans] == [(3, 6, 4), (10, 11, 3)]


def test_the_second_coder_stands_in_the_name() -> None:
    """As in I-03.coder-R2.md."""
    assert noted("{#g1}", "I-03.coder-R2.md").coder == "R2"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ord.\n{#g2}", ["note-line-text:2:1"]),
        (
            "{#g2 answer=sällan}\n## Två",
            ["note-line-text:1:1", "note-heading-alone:2:1"],
        ),
        ("{#g2 answer=1,3}", ["note-line-text:1:1"]),
        ("[a] {.x}", ["note-span-space:1:5"]),
        ("[a]{x}", ["note-span-text:1:4"]),
        ("[a]{kod=läkarbesök}", ["note-span-text:1:4"]),
        ("[a]{.x", ["note-span-unclosed:1:4"]),
        ("[a\n\nb]{.x}", ["note-span-blank-line:3:3"]),
        ("ord b]{.x}", ["note-span-unopened:1:7"]),
        ("[a]{.tema/under}", ["note-span-text:1:4"]),
        ("[a]{.tema.under}", ["note-span-text:1:4"]),
        ("[a](b){.x}", ["note-braces-text:1:7"]),
        ("*a*{.x}", ["note-braces-text:1:4"]),
        ("Ord []{.x}", ["note-span-empty:1:5"]),
        ("[a]{}", ["note-span-no-code:1:1"]),
        ("[a]{kod=x}", ["note-span-attribute:1:1"]),
        ("[a]{.Quote}", ["note-quote-case:1:1"]),
        ("> {.quote}\n> ord", ["note-line-nothing:1:1"]),
        ("{.quote}\nord", ["note-line-nothing:1:1"]),
        ("{#g2} [a]{.x}", ["note-line-more:1:7"]),
        ("## Två", ["note-heading-alone:1:1"]),
        ("### [Två]{.x}", ["note-heading-span:1:5"]),
        ("<!-- ord", ["note-comment-open:1:1"]),
        ("{#g2 anser=1}", ["note-attribute-unknown:1:1"]),
        ("{#g1}", ["note-question-twice:1:1"]),
        ("> ord\n{#g2}", ["note-line-text:2:1"]),
        ("- ord [a\n  b] {.x}", ["note-span-space:2:6"]),
    ],
)
def test_what_would_stay_text_is_told(text: str, found: list[str]) -> None:
    """With line and column; nothing is taken for less than it was meant to be."""
    assert faults(text) == found


def test_an_id_after_the_heading_is_told() -> None:
    """Other readers take it, this one does not."""
    assert faults("## Fråga {#q3}", under=False) == [
        "note-heading-alone:1:1",
        "note-heading-id:1:10",
    ]


def test_words_before_the_first_question_are_told() -> None:
    """They would be counted nowhere."""
    assert faults("Ord.", under=False) == ["note-outside:1:1"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: I-03\n", "", "note-key-missing:2"),
        ("consent: yes", "consent: ja", "note-key-value:8"),
        ("consent: yes", "consent: 1", "note-key-value:8"),
        ('"2026"', "2026", "note-key-value:7"),
        ("[R1, R2]", "[R1, 010]", "note-key-value:4"),
        ("[R1, R2]", "R1", "note-key-value:4"),
        ("2026-03-12", "12 mars", "note-key-value:3"),
        ("unit:", "enhet:", "note-key-unknown:5"),
        ("unit: affektiv", "unit: [affektiv", "yaml-syntax:6"),
        ("unit: affektiv", "id: I-04", "yaml-duplicate-key:5"),
        ("unit: affektiv", "ord: 1\nord: 2", "note-head-unclear:6"),
        (HEAD, "", "note-no-head:1"),
    ],
)
def test_faults_of_the_head(old: str, new: str, code: str) -> None:
    """Types are held to, whatever version of YAML an editor speaks."""
    assert old in HEAD
    note, found = parse(HEAD.replace(old, new), "I-03.md")
    assert note is None
    assert [f"{one.code}:{one.place.line}" for one in found] == [code]


@pytest.mark.parametrize("said", ["yes", "true", '"yes"'])
def test_yes_is_yes_in_every_yaml(said: str) -> None:
    """Also aliases that an older YAML takes for truths."""
    head = HEAD.replace("yes", said).replace("R1, R2", "NO, ON")
    note, found = parse(head, "I-03.md")
    assert not found
    assert note is not None
    assert note.head.consent is True
    assert note.head.auditors == ("NO", "ON")


def test_no_message_repeats_what_stands_in_a_note() -> None:
    """A fault tells where to look, and not what was said there."""
    text = HEAD.replace("unit:", "Hemligt-a:").replace("yes", "Hemligt-b")
    body = "{#Hemligt-c hemligt=1 Hemligt}\nHemligt.\n{#Hemligt-d}\n[Hemligt]{x}\n"
    _, found = parse(f"{text}\n{body}\n## Hemligt [Hemligt]{{.Hemligt .Quote}}", "I.md")
    assert len(found) >= 4
    for one in found:
        assert "hemligt" not in f"{one.message} {one.remedy}".lower()


WORDS = st.text(alphabet="abå😀 .\n", min_size=1, max_size=12)


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from("xyz")), max_size=5), st.data())
def test_editing_around_a_span_moves_no_code(
    parts: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    """Text is put in, taken out and put in another order: each code keeps its words."""
    marked = [
        (_tame(before), f"ord{_tame(said)}", code) for before, said, code in parts
    ]
    order = data.draw(st.permutations(marked))
    kept = data.draw(st.lists(st.booleans(), min_size=len(order), max_size=len(order)))
    extra = data.draw(WORDS)
    changed = [
        f"{_tame(extra) if keep else before} [{said}]{{.{code}}}"
        for (before, said, code), keep in zip(order, kept, strict=True)
    ]
    found = block("\n\n".join(changed) or "ord")
    told = [(span.text, span.codes) for span in found.spans]
    assert told == [(said, (code,)) for _, said, code in order]


def _tame(text: str) -> str:
    """Return words on one line."""
    return " ".join(text.split()) or "a"


SIGNS = st.sampled_from(
    [
        *'[]{}#.`*\\<>-=" \n\t\x00\r_!&å😀%:(',
        *("{#g1}\n", "{#g2 answer=1}", "]{.x}", ".quote", "## ", "> ", "- ", "1. "),
        *("\n\n", "---\n", "id: I-1\n", "<!--", "-->"),
    ]
)


@given(st.lists(SIGNS, max_size=60).map("".join))
def test_no_text_is_too_odd(text: str) -> None:
    """Faults are told in places that the file has; nothing is raised."""
    for file in (text, HEAD + text):
        note, found = parse(file, "I-03.md")
        lines = file.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for one in found:
            assert 1 <= one.place.line <= len(lines)
            assert one.place.column <= len(lines[one.place.line - 1]) + 1
            assert one.message
            assert one.remedy
        for block in note.blocks if note else ():
            for span in block.spans:
                assert block.text[span.start : span.end] == span.text
                assert lines[span.line - 1][span.column - 1] == "["


PARTS = st.sampled_from(
    [
        *("a", " ", "\n", "\n\n", "    ", "\t", "<b>", "|", ":", "(", ")", "!", "_"),
        *("[", "]", "{", "}", "{.x}", "]{.x}", "[ord]{.x}", "*", "**", "## ", "### "),
        *("> ", "- ", "1. ", "---\n", "\n===\n", "{#g2}\n", "{#g3 answer=1}\n"),
    ]
)


@given(st.lists(PARTS, max_size=14).map("".join))
def test_no_code_and_no_question_is_lost_without_a_word(text: str) -> None:
    """Either there is a fault, or each code and each question there is was read."""
    note, found = parse(f"{HEAD}\n{{#g1}}\n\n{text}", "I-03.md")
    assert note is not None
    if not found:
        spans = [span for block in note.blocks for span in block.spans]
        assert len(spans) == text.count("]{.x}")
        assert len(note.blocks) == 1 + text.count("{#")
