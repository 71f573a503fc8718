"""``quotes``: nothing reaches a report that nobody has approved (A13)."""

import io
import re
import sys

import docx
import pytest

from brukarrevision import audit as audits
from brukarrevision import quotes
from brukarrevision.store import Store
from brukarrevision.store import quote_log as log
from tests.cli.quoting import (
    AFRAID,
    CALM,
    LEFT,
    REACHED,
    add,
    approved,
    in_store,
    report,
)
from tests.conftest import Runner
from tests.fakeaudit import Box, csv


def test_a_quote_on_the_desk_is_in_the_private_store_alone(
    desk: Box, br: Runner
) -> None:
    """Nothing in git knows of it, and no report shows it."""
    quote = add(br, "r5", AFRAID, "--theme", "trygg")
    assert re.fullmatch("c[2-9a-z]{5}", quote)
    assert in_store(desk) == [(quote, "added", "")]
    text = report(desk, br)
    assert "klaga" not in text
    assert "Med egna ord" not in text
    files = [path for path in desk.root.rglob("*") if path.is_file()]
    assert not [path for path in files if "klaga" in path.read_text("utf-8")]


def test_an_approved_quote_is_shown_by_theme_and_without_its_speaker(
    desk: Box, br: Runner
) -> None:
    """In Markdown and Word, and the log knows who let it through."""
    first = approved(br, "r21", "Det är lugnt […] på kvällarna.", "--theme", "lugn")
    last = approved(br, "r5", "Jag vågar inte klaga […]", "--theme", "trygg")
    text = report(desk, br)
    chapter = text.partition("\n## Teman")[2].partition("\n## ")[0]
    assert chapter.index("### Tema: Trygghet") < chapter.index("### Tema: Lugn")
    assert "> Jag vågar inte klaga \\[…\\]" in chapter
    assert "> Det är lugnt \\[…\\] på kvällarna." in chapter
    assert not re.search(r"r5|r21|Norra|Södra|kvinna|man\b|Enkät", chapter)
    word = docx.Document(str(desk.private / "drafts" / "alla.docx"))
    assert "Jag vågar inte klaga […]" in [one.text for one in word.paragraphs]
    assert [one for one in in_store(desk) if one[1] == "approved"] == [
        (first, "approved", "R1"),
        (last, "approved", "R1"),
    ]
    assert (desk.audit / "quotes.yaml").read_text(encoding="utf-8").count("id: ") == 2


def test_a_report_in_english_has_the_chapter_too(desk: Box, br: Runner) -> None:
    """In the words of the plan's language."""
    desk.swap("plan.yaml", "language: sv", "language: en")
    approved(br, "r5", AFRAID)
    text = report(desk, br)
    assert "## In their own words" in text
    assert f"> {AFRAID}" in text


def test_every_report_shows_the_same_quotes(desk: Box, br: Runner) -> None:
    """A quote in one unit's report alone would tell where the speaker is."""
    approved(br, "r5", AFRAID)
    approved(br, "r21", CALM)
    for name in ("alla", "norr", "soder"):
        text = report(desk, br, name)
        assert [AFRAID in text, CALM in text] == [True, True]
    assert "inte bara från Norra huset" in report(desk, br, "norr")


def test_the_order_tells_nothing_of_who_came_first(desk: Box, br: Runner) -> None:
    """Neither that of answers nor of approval."""
    approved(br, "r21", CALM)
    approved(br, "r5", AFRAID)
    audit = audits.require(str(desk.audit), desk.root)
    shown = [one.text for one in quotes.approved(audit)]
    assert shown == sorted((CALM, AFRAID), key=log.hash_of)


@pytest.mark.parametrize("theme", [["--theme", "trygg"], []])
def test_no_quote_stands_under_questions_that_are_routed(
    desk: Box, br: Runner, theme: list[str]
) -> None:
    """There it would tell what the speaker answered before."""
    approved(br, "r5", AFRAID, "--area", "stod", *theme)
    place = "Tema: Trygghet" if theme else "Citat: Stöd"
    assert f"### {place}" in report(desk, br)
    routed = "label: Vad kan bli bättre?, relevant: {s1: [inte, delvis, helt]}"
    desk.swap("instruments/enkat.yaml", "label: Vad kan bli bättre?", routed)
    text = report(desk, br)
    assert ("### Tema: Trygghet" in text) == bool(theme)
    assert "### Citat: Stöd" not in text
    assert AFRAID in text


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("{id: c1, text: Någon sa det., instrument: enkat}", "quote-not-approved"),
        ("{id: ID, text: Jag vågar klaga., instrument: enkat}", "quote-changed"),
        ("{id: ID, text: Ring 070-174 06 05., instrument: enkat}", "quote-identifier"),
    ],
)
def test_no_report_is_built_while_a_quote_is_not_approved(
    desk: Box, br: Runner, yaml: str, code: str
) -> None:
    """Whoever wrote it into the file; publishing is refused too, and check says why."""
    quote = approved(br, "r5", AFRAID)
    line = f"  - {yaml}\n".replace("ID", quote)
    desk.write("quotes.yaml", f"format: 1\nquotes:\n{line}")
    for words in (["report", "prov"], ["publish", "prov", "v1", "--yes"]):
        done = br(*words)
        assert (done.code, done.out) == (3, "")
        assert code in done.codes
    checked = br("check", "prov")
    assert checked.code == 1
    assert code in checked.codes
    assert "quotes.yaml:3:" in checked.err
    assert "070" not in checked.err
    assert not (desk.private / "drafts").exists()


def test_an_approval_gives_the_approved_text_back(desk: Box, br: Runner) -> None:
    """And a file that lost it, since writing stopped between store and file."""
    quote = approved(br, "r5", AFRAID)
    was = (desk.audit / "quotes.yaml").read_bytes()
    desk.swap("quotes.yaml", "inte klaga", "klaga")
    again = ["quotes", "approve", "prov", quote, "--by", "S1", "--yes"]
    assert br(*again).code == 0
    assert (desk.audit / "quotes.yaml").read_bytes() == was
    (desk.audit / "quotes.yaml").unlink()
    assert br(*again).code == 0
    assert (desk.audit / "quotes.yaml").read_bytes() == was
    assert [a for _, a, _ in in_store(desk)].count("approved") == 1


def test_comments_in_the_file_stay(desk: Box, br: Runner) -> None:
    """Whether quotes come or go."""
    desk.write("quotes.yaml", "format: 1\n# Våra citat.\nquotes: []\n# Slut.\n")
    quotes_ = [approved(br, "r5", AFRAID), approved(br, "r21", CALM)]
    assert "# Våra citat." in (text := (desk.audit / "quotes.yaml").read_text("utf-8"))
    assert text.rstrip().endswith("# Slut.")
    assert [line[8:] for line in text.splitlines() if "id:" in line] == sorted(quotes_)
    assert br("quotes", "withdraw", "prov", quotes_[0], "--yes").code == 0
    text = (desk.audit / "quotes.yaml").read_text("utf-8")
    assert "# Våra citat." in text
    assert [line[8:] for line in text.splitlines() if "id:" in line] == [quotes_[1]]


@pytest.mark.parametrize("how", ["quote", "person"])
def test_a_withdrawn_quote_is_gone_from_the_next_report(
    desk: Box, br: Runner, how: str
) -> None:
    """Whether the quote or the person is withdrawn; the file loses it too."""
    quote = approved(br, "r5", AFRAID)
    other = approved(br, "r21", CALM)
    assert AFRAID in report(desk, br)
    words = ["quotes", "withdraw", "prov", quote, "--by", "S1", "--yes"]
    if how == "person":
        words = ["data", "withdraw", "prov", "r5", "--yes"]
    assert br(*words).code == 0
    text = report(desk, br)
    assert [AFRAID in text, CALM in text] == [False, True]
    assert quote not in (desk.audit / "quotes.yaml").read_text(encoding="utf-8")
    assert other in (desk.audit / "quotes.yaml").read_text(encoding="utf-8")
    kept = (desk.private / "responses.sqlite").read_bytes()
    assert (b"klaga" in kept) == (how == "quote")  # the answer itself is still there
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (2, ["quote-is-withdrawn"])


def test_a_withdrawn_quote_that_is_put_back_is_left_out(desk: Box, br: Runner) -> None:
    """As when an old file comes back with git; the command says so."""
    quote = approved(br, "r5", AFRAID)
    was = (desk.audit / "quotes.yaml").read_text(encoding="utf-8")
    assert br("quotes", "withdraw", "prov", quote, "--yes").code == 0
    desk.write("quotes.yaml", was)
    done = br("report", "prov")
    assert (done.code, done.codes) == (0, ["quote-withdrawn"])
    assert AFRAID not in (desk.private / "drafts" / "alla.md").read_text("utf-8")


def test_nobody_is_quoted_twice(desk: Box, br: Runner) -> None:
    """Two quotes together could tell who it is."""
    approved(br, "r5", "Jag vågar inte klaga […]")
    second = add(br, "r5", "[…] det är så.")
    done = br("quotes", "approve", "prov", second, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-same-person"])
    with Store.open(desk.private / "responses.sqlite", write=True) as store:
        (said,) = {one.source for one in log.entries(store) if one.quote == second}
        with store.transaction():
            text = log.kept(store)[second].text
            log.enter(store, second, "approved", text=text, sources=said.split("\x1f"))
    file = (desk.audit / "quotes.yaml").read_text(encoding="utf-8")
    more = f'  - {{id: {second}, text: "{text}", instrument: enkat}}\n'
    desk.write("quotes.yaml", file + more)
    done = br("report", "prov")
    assert (done.code, done.codes) == (3, ["quote-same-person"])


def test_those_who_are_in_no_number_are_not_quoted(desk: Box, br: Runner) -> None:
    """They are too few where they are."""
    quote = add(br, "r32", LEFT)
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-too-few"])
    assert not (desk.audit / "quotes.yaml").exists()


def test_who_came_after_a_release_is_quoted_when_they_are_enough(
    desk: Box, br: Runner
) -> None:
    """A quote that is new in a report could only be by one of the few who are."""
    assert br("publish", "prov", "v1", "--yes").code == 0
    late = "Nu har jag kommit hit och det känns bra."
    desk.source.write_bytes(csv(f"n1;norr;man;helt;{late};helt"))
    assert br("collect", "prov", desk.source).code == 0
    quote = add(br, "n1", late)
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-too-few"])
    assert (
        br(
            "quotes", "approve", "prov", add(br, "r5", AFRAID), "--by", "R1", "--yes"
        ).code
        == 0
    )


@pytest.mark.usefixtures("desk")
def test_what_names_somebody_is_not_approved(br: Runner) -> None:
    """Until it is replaced; the message names the kind alone."""
    quote = add(br, "r9", REACHED)
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-identifier"])
    assert "ett telefonnummer" in done.err
    assert "070" not in done.err
    good = add(br, "r9", "Ring mig på [telefonnummer] om ni vill veta mer.")
    done = br("quotes", "approve", "prov", good, "--by", "R1", "--yes")
    assert done.code == 0


def test_possible_names_are_told_and_nothing_is_written_without_a_yes(
    desk: Box, br: Runner
) -> None:
    """A person decides: on a terminal, or with --yes."""
    desk.source.write_bytes(csv("x1;norr;man;helt;Det var Lena som hjälpte mig.;helt"))
    assert br("collect", "prov", desk.source).code == 0
    quote = add(br, "x1", "Det var Lena som hjälpte mig.")
    done = br("quotes", "approve", "prov", quote, "--by", "R1")
    assert (done.code, done.codes) == (2, ["quote-needs-yes"])
    assert "Kanske ett namn: Lena (finns i listan med namn)." in done.err
    assert not (desk.audit / "quotes.yaml").exists()


@pytest.mark.parametrize("answer", ["j\n", "\n", "n\n"])
def test_at_a_terminal_the_question_is_asked(
    desk: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    """Return alone is no."""
    quote = add(br, "r5", AFRAID)
    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(answer))
    done = br("quotes", "approve", "prov", quote, "--by", "R1")
    assert "Kan ingen känna igen den som talar" in done.err
    assert (desk.audit / "quotes.yaml").exists() == (answer == "j\n") == (not done.code)


def test_text_is_read_from_stdin(
    desk: Box, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that it stays out of the shell's history."""
    monkeypatch.setattr(sys, "stdin", io.StringIO(AFRAID.replace(" ", "\n") + "\n"))
    done = br("quotes", "add", "prov", "--from", "1:6")
    assert (done.code, done.codes) == (0, [])
    with Store.open(desk.private / "responses.sqlite") as store:
        assert [one.text for one in log.kept(store).values()] == [AFRAID]
    monkeypatch.setattr(sys, "stdin", io.StringIO(" \n"))
    assert br("quotes", "add", "prov", "--from", "1:6").codes == ["quote-empty"]


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("words", "code", "exit_code"),
    [
        (["add", "prov", "--from", "r99", "--text", AFRAID], "quote-source", 2),
        (["add", "prov", "--from", "9:9", "--text", AFRAID], "quote-source", 2),
        (["add", "prov", "--from", "r6", "--text", AFRAID], "quote-not-said", 1),
        (["add", "prov", "--from", "r5", "--text", "[…]"], "quote-not-said", 1),
        (
            ["add", "prov", "--from", "r5", "--text", AFRAID, "--theme", "x"],
            "quote-place",
            2,
        ),
        (
            ["add", "prov", "--from", "r5", "--text", AFRAID, "--area", "x"],
            "quote-place",
            2,
        ),
        (["approve", "prov", "c1", "--by", "R9"], "quote-alias", 2),
        (["approve", "prov", "c1", "--by", "R1"], "quote-unknown", 2),
        (["withdraw", "prov", "c1", "--yes"], "quote-unknown", 2),
        (["withdraw", "a", "b", "c1", "--yes"], "quote-one", 2),
        (["withdraw", "prov", "c1", "--by", "R9", "--yes"], "quote-alias", 2),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_mistake_is_told_and_nobodys_words_are(
    br: Runner, words: list[str], code: str, exit_code: int, lang: str
) -> None:
    """With what to do instead."""
    done = br("quotes", *words, lang=lang)
    assert (done.code, done.codes, done.out) == (exit_code, [code], "")
    assert "klaga" not in done.err
    assert "→" in done.err


def test_one_id_in_two_files_is_asked_about(desk: Box, br: Runner) -> None:
    """Ids count within a file's unit; the row says which."""
    for unit, m1 in (("norr", "helt"), ("soder", "inte")):
        file = desk.source.with_name(f"{unit}.csv")
        file.write_bytes(csv(f"1;;man;helt;Det är som det är;{m1}"))
        assert br("collect", "prov", file, "--unit", unit).code == 0
    done = br("quotes", "add", "prov", "--from", "1", "--text", "Det är som det är")
    assert (done.code, done.codes) == (2, ["quote-source-many"])
    first = approved(br, "2:2", "Det är som det är")
    assert approved(br, "3:2", "Det är som det är") != first


def test_without_the_private_store_no_quote_is_shown(desk: Box, br: Runner) -> None:
    """Nobody can know; check says so without stopping a copy elsewhere."""
    approved(br, "r5", AFRAID)
    (desk.private / "responses.sqlite").unlink()
    for words in (["report", "prov"], ["quotes", "list", "prov"]):
        done = br(*words)
        assert (done.code, done.codes) == (3, ["quote-unverified"])
    done = br("check", "prov")
    assert (done.code, "quote-unchecked" in done.codes) == (0, True)


def test_what_a_quote_answered_may_be_gone_from_the_plan(desk: Box, br: Runner) -> None:
    """It is told, rather than approved."""
    quote = add(br, "r5", AFRAID)
    desk.swap("plan.yaml", "instruments: [enkat]", "instruments: [ny]")
    text = (desk.audit / "instruments/enkat.yaml").read_text(encoding="utf-8")
    desk.write("instruments/ny.yaml", text.replace("id: enkat", "id: ny", 1))
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (2, ["quote-place"])


@pytest.mark.parametrize("place", ["theme", "area"])
def test_where_a_quote_is_placed_may_be_gone_too(
    desk: Box, br: Runner, place: str
) -> None:
    """It is told when it is to be approved, and no report breaks."""
    quote = add(br, "r5", AFRAID, "--theme", "trygg", "--area", "stod")
    if place == "theme":
        desk.swap("codebook.yaml", "id: trygg", "id: trygghet")
    else:
        desk.swap("instruments/enkat.yaml", "id: stod", "id: hjalp")
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (2, ["quote-place"])
    assert not (desk.audit / "quotes.yaml").exists()


@pytest.mark.parametrize("how", ["quote", "person"])
def test_what_is_withdrawn_while_somebody_reads_it_is_not_approved(
    desk: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Its text does not come back into the file."""
    quote = add(br, "r5", AFRAID)
    words = ["quotes", "withdraw", "prov", quote, "--yes"]
    if how == "person":
        words = ["data", "withdraw", "prov", "r5", "--yes"]

    def meanwhile(_: str, *, default: bool) -> bool:
        assert br(*words).code == 0
        return not default

    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: True)
    monkeypatch.setattr("brukarrevision.console.confirm", meanwhile)
    done = br("quotes", "approve", "prov", quote, "--by", "R1")
    assert (done.code, done.codes) == (2, ["quote-is-withdrawn"])
    assert not (desk.audit / "quotes.yaml").exists()


@pytest.mark.parametrize("left", [True, False])
def test_no_quote_is_added_once_raw_data_is_erased(
    desk: Box, br: Runner, monkeypatch: pytest.MonkeyPatch, left: bool
) -> None:
    """Also if that happens while it is being written, wholly or half."""
    store = desk.private / "responses.sqlite"
    was = store.read_bytes()

    def meanwhile(_: str) -> str:
        assert br("data", "purge", "prov", "--yes").code == 0
        if left:
            desk.private.mkdir()
            store.write_bytes(was)
        return AFRAID

    monkeypatch.setattr("brukarrevision.console.can_ask", lambda: True)
    monkeypatch.setattr("brukarrevision.console.ask", meanwhile)
    done = br("quotes", "add", "prov", "--from", "r5")
    assert done.codes == ["data-erased" if left else "quote-unverified"]
    assert not left or store.read_bytes() == was


@pytest.mark.usefixtures("desk")
def test_the_list_says_how_far_each_has_come(br: Runner) -> None:
    """And warns where it shows what only the auditors may see."""
    one = approved(br, "r5", AFRAID, "--theme", "trygg", "--area", "stod")
    done = br("quotes", "list", "prov")
    assert f"{one}\tgodkänt\ttrygg\tstod\t{AFRAID}" in done.out
    assert done.err == ""
    other = add(br, "r21", CALM)
    done = br("quotes", "list", "prov")
    assert f"{other}\tinlagt\t–\t–\t{CALM}" in done.out
    assert "bara till för er" in done.err
    assert br("quotes", "withdraw", "prov", one, "--yes").code == 0
    assert f"{one}\ttillbakadraget\t–\t–\t–" in br("quotes", "list", "prov").out


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("quotes.yaml", "{id: a, text: T, instrument: x}", "quote-place"),
        ("quotes.yaml", "{id: a, text: T, instrument: enkat, theme: x}", "quote-place"),
        ("quotes.yaml", "{id: a, text: T, instrument: enkat, area: x}", "quote-place"),
        (
            "quotes.yaml",
            "{id: a, text: T, instrument: enkat, unit: norr}",
            "yaml-unknown-key",
        ),
        (
            "quotes.yaml",
            "{id: a, text: T, instrument: enkat, age: 65}",
            "yaml-unknown-key",
        ),
    ],
)
def test_check_finds_what_is_wrong_in_the_file(
    full: Box, br: Runner, file: str, text: str, code: str
) -> None:
    """Nothing about the speaker can be written there."""
    full.write(file, f"format: 1\nquotes:\n  - {text}\n")
    done = br("check", "prov")
    assert done.code == 1
    assert code in done.codes


def test_themes_have_ids_of_their_own(full: Box, br: Runner) -> None:
    """And so have quotes."""
    full.write(
        "codebook.yaml",
        "format: 1\nthemes:\n- {id: a, label: A}\n- {id: A, label: B}\n",
    )
    done = br("check", "prov")
    assert (done.code, done.codes[:1]) == (1, ["plan-duplicate-id"])


def test_help_of_the_desk_lists_its_commands(br: Runner) -> None:
    """In both languages."""
    for lang in ("sv", "en"):
        text = br("quotes", "--help", lang=lang).out
        for name in ("list", "add", "approve", "withdraw"):
            assert f"\n  {name} " in text
