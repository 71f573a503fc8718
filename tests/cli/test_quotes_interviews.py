"""Quotes from the notes of interviews: candidates, and what they become (A13)."""

import pytest

from brukarrevision.store import Store
from brukarrevision.store import quote_log as log
from tests.cli.quoting import AFRAID, in_store, report
from tests.conftest import Runner
from tests.fakeaudit import Box, csv

NIGHT = "På natten kommer ingen när jag ringer."
LOUD = "Det är för högt ljud."
NOTE = f"""\
---
id: I-03
auditors: [R1]
unit: norr
consent: {{consent}}
---

{{{{#s2}}}}
## Vad kan bli bättre?

[{NIGHT}]{{{{.trygg .quote}}}} Mer vill jag inte säga.
[[{LOUD}]{{{{.quote}}}} Tyvärr.]{{{{.lugn}}}}

[Det här är kodat och inget citat.]{{{{.lugn}}}}
"""


def note(box: Box, consent: str = "yes", name: str = "I-03.md") -> None:
    """Write the notes of an interview."""
    folder = box.private / "interviews"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(NOTE.format(consent=consent), "utf-8")


def answered(box: Box, br: Runner, unit: str = "norr") -> None:
    """Read the closed answers of the interview in."""
    box.source.write_bytes(csv(f"I-03;{unit};man;helt;;helt"))
    assert br("collect", "prov", box.source).code == 0


@pytest.fixture
def noted(desk: Box, br: Runner) -> Box:
    """Return an audit with an interview that was read in."""
    note(desk)
    answered(desk, br)
    return desk


def candidates(br: Runner, *more: str) -> list[list[str]]:
    """Return the rows of the table of candidates."""
    done = br("quotes", "candidates", "prov", *more)
    assert done.code == 0
    assert "Rådata" in done.err
    return [line.split("\t") for line in done.out.splitlines()[2:] if line]


def test_what_is_marked_in_the_notes_is_listed(noted: Box, br: Runner) -> None:
    """With its place and the themes on and around it; nothing else that was said."""
    first = ["I-03:s2:1", "trygg", NIGHT]
    second = ["I-03:s2:2", "lugn", LOUD]
    assert candidates(br) == [first, second]
    assert candidates(br, "--theme", "lugn") == [second]
    note(noted, name="I-03.coder-R2.md")
    assert candidates(br) == [first, second]
    done = br("quotes", "candidates", "prov", "--theme", "lungt")
    assert (done.code, done.codes) == (2, ["quote-place"])


def test_without_consent_nothing_is_a_candidate(noted: Box, br: Runner) -> None:
    """Nor can it be quoted by hand."""
    note(noted, consent="no")
    assert candidates(br) == []
    done = br("quotes", "add", "prov", "--from", "I-03:s2:1")
    assert (done.code, done.codes) == (2, ["quote-no-candidate"])
    done = br("quotes", "add", "prov", "--from", "I-03", "--text", NIGHT)
    assert done.codes == ["quote-not-said"]
    note(noted, name="I-03.coder-R2.md")
    assert candidates(br) == []


def test_what_is_of_nobody_knows_whom_is_no_candidate(noted: Box, br: Runner) -> None:
    """A file that says that it is of two people: either may withdraw."""
    note(noted, name="I-07.md")
    (noted.private / "interviews" / "I-03.md").unlink()
    assert candidates(br) == []
    assert br("check", "prov").codes.count("note-id-differs") == 1


def test_a_candidate_becomes_a_quote_by_its_place(noted: Box, br: Runner) -> None:
    """Without typing it; its theme comes along, and the report shows it."""
    done = br("quotes", "add", "prov", "--from", "I-03:s2:1")
    assert done.code == 0
    quote = done.out.strip()
    assert NIGHT not in done.out + done.err
    assert br("quotes", "approve", "prov", quote, "--by", "R1", "--yes").code == 0
    text = report(noted, br)
    assert text.index("### Tema: Trygghet") < text.index(f"> {NIGHT}")
    assert "I-03" not in text
    done = br("quotes", "add", "prov", "--from", "I-03:s2:9")
    assert (done.code, done.codes) == (2, ["quote-no-candidate"])


def test_what_was_noted_can_be_quoted_and_edited(noted: Box, br: Runner) -> None:
    """Any words of it, and no others."""
    add = ("quotes", "add", "prov", "--from", "I-03", "--text")
    done = br(*add, "Mer vill jag inte säga.")
    assert done.code == 0
    quote = done.out.strip()
    edit = ("quotes", "edit", "prov", quote, "--text")
    assert br(*edit, "Mer vill jag inte […]").code == 0
    assert br(*edit, AFRAID).codes == ["quote-not-said"]
    assert br(*add, AFRAID).codes == ["quote-not-said"]
    assert [one[1] for one in in_store(noted)] == ["added", "edited"]


def test_nobody_is_quoted_twice(noted: Box, br: Runner) -> None:
    """Be it from the notes or from the response made of them."""
    places = ("I-03:s2:1", "I-03:s2:2")
    added = (br("quotes", "add", "prov", "--from", place) for place in places)
    first, second = [done.out.strip() for done in added]
    with Store.open(noted.private / "responses.sqlite") as store:
        (one, _) = log.entries(store)
        (origin,) = (o for o in store.origins("enkat") if o.respondent == "I-03")
    assert set(one.sources) == {"interview:I-03", *log.sources_of(origin)}
    assert br("quotes", "approve", "prov", first, "--by", "R1", "--yes").code == 0
    done = br("quotes", "approve", "prov", second, "--by", "R1", "--yes")
    assert (done.code, done.codes) == (3, ["quote-same-person"])


def test_nobody_is_quoted_twice_by_row_and_by_notes(desk: Box, br: Runner) -> None:
    """Though the first quote was laid down before the answers were read in."""
    note(desk)
    first = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    lamp = "Mer ljus i hallen."
    desk.source.write_bytes(csv(f"I-03;norr;man;helt;{lamp};helt"))
    assert br("collect", "prov", desk.source).code == 0
    assert br("quotes", "approve", "prov", first, "--by", "R1", "--yes").code == 0
    second = br("quotes", "add", "prov", "--from", "2:2", "--text", lamp).out.strip()
    approve = ("quotes", "approve", "prov", second, "--by", "R1", "--yes")
    assert br(*approve).codes == ["quote-same-person"]
    note(desk, consent="no")
    assert br(*approve).codes == ["quote-no-consent"]


def test_whose_answers_are_in_no_number_is_not_quoted(desk: Box, br: Runner) -> None:
    """Not before they are read in, and not from a unit that is too small."""
    note(desk)
    quote = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    approve = ("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    done = br(*approve)
    assert (done.code, done.codes) == (3, ["quote-not-counted"])
    answered(desk, br, unit="liten")
    done = br(*approve)
    assert (done.code, done.codes) == (3, ["quote-too-few"])


def test_the_gate_holds_quotes_of_interviews_against_the_store(
    noted: Box, br: Runner
) -> None:
    """Where the answers were taken away, the quote is stopped."""
    quote = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    assert br("quotes", "approve", "prov", quote, "--by", "R1", "--yes").code == 0
    with Store.open(noted.private / "responses.sqlite", write=True) as store:
        (number,) = (o.number for o in store.origins("enkat") if o.respondent == "I-03")
        with store.transaction():
            store.forget_import(number, "enkat")
    done = br("report", "prov")
    assert (done.code, done.codes) == (3, ["quote-not-counted"])


def test_who_takes_the_consent_back_is_not_quoted(noted: Box, br: Runner) -> None:
    """Neither in a report nor after another reading."""
    quote = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    approve = ("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert br(*approve).code == 0
    for consent in ("no", "", "[["):
        note(noted, consent=consent)
        for words in (("report", "prov"), approve):
            done = br(*words)
            assert (done.code, done.codes) == (3, ["quote-no-consent"])


def test_what_is_corrected_in_the_notes_is_not_quoted(noted: Box, br: Runner) -> None:
    """Not as it was before; what was only coded or masked otherwise still is."""
    quote = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    approve = ("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert br(*approve).code == 0
    path = noted.private / "interviews" / "I-03.md"
    before = path.read_text("utf-8")
    path.write_text(before.replace(f"[{NIGHT}]{{.trygg .quote}}", NIGHT), "utf-8")
    assert NIGHT in report(noted, br)
    path.write_text(before.replace("ingen", "nästan ingen"), "utf-8")
    for words in (("report", "prov"), approve):
        done = br(*words)
        assert (done.code, done.codes) == (3, ["quote-taken-back"])
    assert br("quotes", "withdraw", "prov", quote, "--yes").code == 0
    assert br("report", "prov").code == 0


def test_whoever_withdraws_takes_their_quotes_along(desk: Box, br: Runner) -> None:
    """Those of the notes too: text and tie are nowhere, and the list says so."""
    note(desk)
    quote = br("quotes", "add", "prov", "--from", "I-03:s2:1").out.strip()
    done = br("data", "withdraw", "prov", "I-03", "--yes")
    assert done.code == 0
    assert "themes --to" in done.err
    assert candidates(br) == []
    assert f"{quote}\ttillbakadraget" in br("quotes", "list", "prov").out
    store = (desk.private / "responses.sqlite").read_bytes()
    assert NIGHT.encode() not in store
    assert b"interview:I-03" not in store


def test_quotes_do_not_tell_that_all_have_spoken_of_a_theme(
    desk: Box, br: Runner
) -> None:
    """Of five, three may be quoted of it and its parts: nearly all, not all but one."""
    ids = [f"I-{at:02}" for at in range(1, 6)]
    for at, one in enumerate(ids):
        said = NIGHT.replace("natten", f"natt {at}")
        text = NOTE.format(consent="yes").replace("I-03", one).replace(NIGHT, said)
        path = desk.private / "interviews" / f"{one}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    desk.swap("plan.yaml", "{id: soder,", "{id: vast, label: V}\n  - {id: soder,")
    desk.source.write_bytes(csv(*(f"{one};vast;man;helt;;helt" for one in ids)))
    assert br("collect", "prov", desk.source).code == 0
    places = [f"{one}:s2:{1 + at % 2}" for at, one in enumerate(ids)]
    added = [br("quotes", "add", "prov", "--from", place) for place in places]
    approve = [
        ("quotes", "approve", "prov", one.out.strip(), "--by", "R1", "--yes")
        for one in added
    ]
    assert [br(*words).code for words in approve] == [0] * 5
    assert br("report", "prov").code == 0
    desk.swap("codebook.yaml", "{id: lugn,", "{id: lugn, parent: trygg,")
    done = br("report", "prov")
    assert (done.code, done.codes) == (3, ["quote-theme-full"] * 2)
    assert br(*approve[0]).codes == ["quote-theme-full"]


TOLD = ("ring 070-174 06 05", "skriv till a@example.com", "jag är 640823-3235")


def test_fifteen_candidates_twelve_quotes(desk: Box, br: Runner) -> None:
    """Three name somebody outright; a mask makes one of them fit, one is withdrawn."""
    words = [f"Nummer {at} saknar sitt hem." for at in range(1, 13)]
    words += [f"Vill ni veta mer: {one}." for one in TOLD]
    ids = [f"I-{at:02}" for at in range(1, 16)]
    folder = desk.private / "interviews"
    folder.mkdir()
    for one, said in zip(ids, words, strict=True):
        text = NOTE.format(consent="yes").replace("I-03", one).replace(NIGHT, said)
        (folder / f"{one}.md").write_text(text, "utf-8")
    desk.source.write_bytes(csv(*(f"{one};norr;man;helt;;helt" for one in ids)))
    assert br("collect", "prov", desk.source).code == 0
    quotes = [
        br("quotes", "add", "prov", "--from", place).out.strip()
        for place, _, text in candidates(br, "--theme", "trygg")
        if text in words
    ]
    approve = ("--by", "R1", "--yes")
    codes = [br("quotes", "approve", "prov", one, *approve).code for one in quotes]
    assert codes == [0] * 12 + [3] * 3
    done = br("quotes", "mask", "prov", quotes[-1], "640823-3235", "PNR")
    assert "[PNR_1]" in done.err
    assert br("quotes", "withdraw", "prov", quotes[0], "--yes").code == 0
    assert br("quotes", "approve", "prov", quotes[-1], *approve).code == 0
    text = report(desk, br)
    assert [f"> {one}" in text for one in words] == [False] + [True] * 11 + [False] * 3
    assert not [one for one in ("640823", "070", "example", *ids) if one in text]
