"""``quotes edit`` and ``quotes mask``: what is changed must be approved anew (A13)."""

import io
import sys

import pytest

from brukarrevision.store import Store
from brukarrevision.store import quote_log as log
from tests.cli.quoting import (
    AFRAID,
    CALM,
    REACHED,
    add,
    approved,
    in_store,
    report,
)
from tests.conftest import Runner
from tests.fakeaudit import Box, csv

LENA = "Lena hjälper mig, och Lenas kollega från Örebro också."


def text_of(box: Box, quote: str) -> str:
    """Return a quote as the private store has it."""
    with Store.open(box.private / "responses.sqlite") as store:
        return log.kept(store)[quote].text


def two_say(box: Box, br: Runner, *said: str) -> None:
    """Let x1, x2 … say something."""
    rows = (f"x{n};norr;man;helt;{text};helt" for n, text in enumerate(said, start=1))
    box.source.write_bytes(csv(*rows))
    assert br("collect", "prov", box.source).code == 0


def test_an_edit_takes_the_approval_back(desk: Box, br: Runner) -> None:
    """The words that were let through are other ones; the log tells each step."""
    quote = approved(br, "r5", AFRAID)
    done = br("quotes", "edit", "prov", quote, "--text", "Jag vågar inte klaga […]")
    assert done.code == 0
    assert "Citatet var godkänt med en annan text" in done.err
    assert text_of(desk, quote) == "Jag vågar inte klaga […]"
    assert "quotes: []" in (desk.audit / "quotes.yaml").read_text("utf-8")
    assert "klaga" not in report(desk, br)
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert done.code == 0
    assert "klaga \\[…\\]" in report(desk, br)
    assert [one[1:] for one in in_store(desk)] == [
        ("added", ""),
        ("approved", "R1"),
        ("edited", ""),
        ("approved", "R1"),
    ]


def test_the_log_knows_who_changed_it(desk: Box, br: Runner) -> None:
    """By alias, and only one of the team's."""
    quote = add(br, "r5", AFRAID)
    words = ("quotes", "edit", "prov", quote, "--text", "Jag vågar inte […]", "--by")
    assert br(*words, "R7").codes == ["quote-alias"]
    assert br(*words, "R1").code == 0
    assert in_store(desk)[-1] == (quote, "edited", "R1")


def test_nothing_is_put_into_somebodys_mouth(
    desk: Box,
    br: Runner,
) -> None:
    """An edit holds to what the person said, like the quote it is of."""
    quote = add(br, "r5", AFRAID)
    done = br("quotes", "edit", "prov", quote, "--text", "Jag vågar klaga på maten.")
    assert (done.code, done.codes) == (1, ["quote-not-said"])
    done = br("quotes", "edit", "prov", quote, "--text", CALM)
    assert (done.code, done.codes) == (1, ["quote-not-said"])
    assert text_of(desk, quote) == AFRAID
    assert br("quotes", "edit", "prov", quote, "--text", " ").codes == ["quote-empty"]


def test_the_same_text_changes_nothing(desk: Box, br: Runner) -> None:
    """An approval stands as long as the text does."""
    quote = approved(br, "r5", AFRAID)
    before = (desk.audit / "quotes.yaml").read_bytes()
    assert br("quotes", "edit", "prov", quote, "--text", AFRAID).code == 0
    assert (desk.audit / "quotes.yaml").read_bytes() == before
    assert len(in_store(desk)) == 2


@pytest.mark.parametrize(
    "case",
    [
        (True, "\n", AFRAID),
        (True, "Jag vågar inte […]\n", "Jag vågar inte […]"),
        (False, "Jag vågar\ninte […]\n", "Jag vågar inte […]"),
    ],
)
def test_the_text_is_asked_for_or_read(
    desk: Box,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[bool, str, str],
) -> None:
    """At a terminal return alone keeps the old one."""
    asked, typed, left = case
    monkeypatch.setattr("brukarrevision.cli.editor.command", lambda: None)
    quote = add(br, "r5", AFRAID)
    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: asked)
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert br("quotes", "edit", "prov", quote).code == 0
    assert text_of(desk, quote) == left


EDITOR = """\
import sys
CODE = "utf-8" if "[" in sys.argv[1] else "latin-1"
from pathlib import Path
file = Path(sys.argv[-1])
if file.stat().st_mode & 0o077 and sys.platform != "win32":
    sys.exit("others may read it")
file.with_suffix(".bak").write_bytes(file.read_bytes())
file.write_bytes(file.read_bytes().replace(b"maten", sys.argv[1].encode(CODE)))
"""


@pytest.mark.parametrize(
    ("instead", "codes"), [("[…]", ()), ("\xe5", ("yaml-not-utf8",))]
)
def test_at_a_terminal_the_editor_is_opened(
    desk: Box,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    instead: str,
    codes: tuple[str, ...],
) -> None:
    """With the text that is there, in the private directory, where no copy is left."""
    quote = add(br, "r5", AFRAID)
    before = sorted(desk.private.rglob("*"))
    script = desk.root.parent / "editor.py"
    script.write_text(EDITOR, "utf-8")
    with_what = [sys.executable, str(script), instead]
    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: True)
    monkeypatch.setattr("brukarrevision.cli.editor.command", lambda: with_what)
    done = br("quotes", "edit", "prov", quote)
    assert done.codes == [*codes]
    after = AFRAID if codes else AFRAID.replace("maten", "[…]")
    assert text_of(desk, quote) == after
    assert sorted(desk.private.rglob("*")) == before


def test_a_mask_hides_words_wherever_they_stand(
    desk: Box,
    br: Runner,
) -> None:
    """In the genitive too, and what was done is said."""
    two_say(desk, br, LENA)
    quote = add(br, "x1", LENA)
    done = br("quotes", "mask", "prov", quote, "lena", "namn", "--by", "R1")
    assert done.code == 0
    assert "Dolt på 2 ställen." in done.err
    text = "[NAMN_1] hjälper mig, och [NAMN_1] kollega från Örebro också."
    assert text_of(desk, quote) == text
    assert text in done.err
    assert in_store(desk)[-1] == (quote, "edited", "R1")
    done = br("quotes", "approve", "prov", quote, "--by", "R1")
    assert "Kanske en plats: Örebro (en kommun)." in done.err
    assert "namn" not in done.err.replace("NAMN_1", "")


def test_the_same_words_have_the_same_mask_in_every_quote(
    desk: Box,
    br: Runner,
) -> None:
    """And other words another one; the key holds none of them."""
    two_say(desk, br, LENA, "Jag saknar Lena. Xylia är ny.")
    first, second = add(br, "x1", LENA), add(br, "x2", "Jag saknar Lena. Xylia är ny.")
    for quote, words in ((second, "Xylia"), (second, "Lena"), (first, "Lenas")):
        assert br("quotes", "mask", "prov", quote, words, "NAMN").code == 0
    assert br("quotes", "mask", "prov", first, "Lena", "NAMN").code == 0
    assert text_of(desk, second) == "Jag saknar [NAMN_2]. [NAMN_1] är ny."
    assert text_of(desk, first).count("[NAMN_2]") == 2
    with Store.open(desk.private / "responses.sqlite") as store:
        key = store.rows("SELECT name, value FROM secrets WHERE name LIKE 'mask:%'")
    assert len(key) == 2
    assert not [one for one in key if "lena" in str(one).lower()]


def test_a_mask_takes_an_approval_back_and_a_phone_number_away(
    desk: Box,
    br: Runner,
) -> None:
    """What stopped the approval does not stop it any more."""
    quote = add(br, "r9", REACHED)
    assert br("quotes", "approve", "prov", quote, "--by", "R1", "--yes").code == 3
    assert br("quotes", "mask", "prov", quote, "070-174 06 05", "TELEFON").code == 0
    assert br("quotes", "approve", "prov", quote, "--by", "R1", "--yes").code == 0
    assert "> Ring mig på \\[TELEFON" in report(desk, br)
    done = br("quotes", "mask", "prov", quote, "Ring mig", "HÄNDELSE")
    assert "måste godkännas på nytt" in done.err
    assert "quotes: []" in (desk.audit / "quotes.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("maten", "GRÖNT"), "quote-mask-kind"),
        (("soppan", "NAMN"), "quote-mask-nothing"),
        ((" ", "NAMN"), "quote-mask-nothing"),
        (("mat", "NAMN"), "quote-mask-nothing"),
        (("maten",), "quote-mask-words"),
    ],
)
def test_what_cannot_be_masked(
    desk: Box,
    br: Runner,
    words: tuple[str, ...],
    code: str,
) -> None:
    """Nothing is changed, and the words are in no message."""
    quote = add(br, "r5", AFRAID)
    named = ("prov", quote) if len(words) > 1 else (quote,)
    done = br("quotes", "mask", *named, *words)
    assert (done.code, done.codes) == (2, [code])
    assert words[0] not in done.err.replace('"Lena"', "") or not words[0].strip()
    assert text_of(desk, quote) == AFRAID


@pytest.mark.usefixtures("desk")
def test_a_withdrawn_quote_cannot_be_changed(br: Runner) -> None:
    """Its text is gone."""
    quote = add(br, "r5", AFRAID)
    assert br("quotes", "withdraw", "prov", quote, "--yes").code == 0
    for words in (("edit", "prov", quote, "--text", AFRAID), ("mask", "prov", quote)):
        more = ("maten", "NAMN") if words[0] == "mask" else ()
        assert br("quotes", *words, *more).codes == ["quote-is-withdrawn"]
    assert br("quotes", "edit", "prov", "cxxxxx").codes == ["quote-unknown"]


def test_the_list_shows_one_theme_and_those_under_it(
    desk: Box,
    br: Runner,
) -> None:
    """A theme that does not exist is told."""
    book = desk.audit / "codebook.yaml"
    more = "  - {id: natt, label: Natt, parent: lugn}\n"
    book.write_text(book.read_text("utf-8") + more, "utf-8")
    add(br, "r5", AFRAID, "--theme", "trygg")
    add(br, "r21", CALM, "--theme", "natt")
    for theme, shown in (("lugn", [False, True]), ("trygg", [True, False])):
        out = br("quotes", "list", "prov", "--theme", theme).out
        assert [AFRAID in out, CALM in out] == shown
    done = br("quotes", "list", "prov", "--theme", "lungt")
    assert (done.code, done.codes) == (2, ["quote-place"])
