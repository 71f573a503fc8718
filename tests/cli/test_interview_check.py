"""``interview check``: faults are told by their place, never by what was said."""

import json

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import HEAD, NOTE, SAID, guided, put


@pytest.fixture
def noted(box: Box) -> Box:
    """Return an audit with one interview."""
    guided(box)
    put(box)
    return box


def test_notes_without_faults(noted: Box, br: Runner) -> None:
    """Nothing is said of them but that."""
    ran = br("interview", "check", "prov")
    assert ran.code == 0, ran.err
    assert ran.codes == []
    assert "Allt ser bra ut." in ran.err
    assert noted.private.exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (".tillgang", ".tillgong", "I-03.md:12:1: fel: Kodboken har ingen sådan kod."),
        ("{#g2 answer=ibland}", "{#g8}", "I-03.md:14:1: fel: Ingen fråga"),
        ("=ibland", "=iblan", "I-03.md:14:1: fel: Svaret är inget av"),
        ("=ibland", '="ibland,ofta"', "I-03.md:14:1: fel: Frågan har fler svar"),
        ("{#g2 answer=ibland}", "{#g3 answer=nej}", "I-03.md:14:1: fel: Svaret är in"),
        ("{#g2 answer=ibland}", "{#g4 answer=10}", "I-03.md:14:1: fel: Svaret är inte"),
        ("{#g2 answer=ibland}", "{#g4 answer=sju}", "I-03.md:14:1: fel: Svaret är i"),
        ("{#g2 answer=ibland}", "{#g5 answer=snart}", "I-03.md:14:1: fel: Svaret är"),
        ("{#g2 answer=ibland}", "{#gstart}", "I-03.md:14:1: fel: Det här är en anv"),
        ("{#g1}", "{#g1 answer=x}", "I-03.md:9:1: fel: Frågan är öppen"),
        ("unit: norr", "unit: nor", "I-03.md: fel: unit nämner något"),
        ("[R1]", "[R7]", "I-03.md: fel: auditors nämner något"),
        ("id: I-03", "id: I-04", "I-03.md: fel: Anteckningens id"),
        ("consent: yes", "consent: no", "I-03.md: varning: Den som intervjuades"),
        ("unit: norr\n", "", "I-03.md: varning: I huvudet är detta inte ifyllt: unit."),
        ("consent: yes", "consent:", "ifyllt: consent."),
    ],
)
def test_each_fault_is_told_where_it_is(
    noted: Box, br: Runner, old: str, new: str, told: str
) -> None:
    """And both by ``interview check`` and by ``check``."""
    assert old in NOTE
    put(noted, NOTE.replace(old, new))
    for words in (("interview", "check", "prov"), ("check", "prov")):
        ran = br(*words)
        assert told in ran.all
        assert ran.code == (1 if ": fel:" in ran.err else 0)
        assert SAID not in ran.all


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        (".tillgang", ".tillgång", "Menade du tillgang?"),
        ("#g1", "#G1", "Menade du g1?"),
        ("unit: norr", "unit: norra", "Menade du norr?"),
        ("unit:", "units:", "Menade du unit?"),
        ("answer=", "anser=", "Menade du answer?"),
    ],
)
def test_what_was_meant_is_told(
    noted: Box, br: Runner, old: str, new: str, hint: str
) -> None:
    """For codes, questions, ids of the plan and keys."""
    put(noted, NOTE.replace(old, new))
    assert hint in br("interview", "check", "prov").err


def test_no_message_tells_what_somebody_answered(noted: Box, br: Runner) -> None:
    """Of an answer that is none, all choices are told, and not the nearest."""
    put(noted, NOTE.replace("=ibland", "=iblandd"))
    ran = br("interview", "check", "prov")
    assert "iblandd" not in ran.all
    assert "Menade du" not in ran.all
    assert "aldrig, ibland, ofta, vetej" in ran.err


def test_a_file_that_is_nobodys(noted: Box, br: Runner) -> None:
    """Names that cannot be understood, and coders who are not in the team."""
    put(noted, NOTE, "anteckning 3.md")
    put(noted, NOTE, "gamla/I-03.md")
    put(noted, NOTE, "I-03.coder-R9.md")
    put(noted, NOTE, "I-03.coder-R2.md")
    assert br("interview", "check", "prov").codes == [
        "note-place-unknown",
        "note-file-name",
        "note-stray",
    ]


def test_a_file_that_is_no_text(noted: Box, br: Runner) -> None:
    """Old Windows letters, and a file that is far too large."""
    path = put(noted)
    path.write_bytes(NOTE.replace("Kanarie", "å").encode("latin-1"))
    put(noted, HEAD.replace("I-03", "I-04") + "x" * 1_000_000, "I-04.md")
    ran = br("interview", "check", "prov")
    assert ran.codes == ["yaml-not-utf8", "yaml-too-large"]
    assert "I-03.md:10" in ran.err


def test_faults_for_programs(noted: Box, br: Runner) -> None:
    """The same facts as JSON."""
    put(noted, NOTE.replace(".tillgang", ".tillgong"))
    ran = br("interview", "check", "prov", "--format", "json")
    (one,) = json.loads(ran.out)["problems"]
    assert (one["code"], one["line"], one["column"]) == ("note-code-unknown", 12, 1)


def test_somebody_who_withdrew_is_not_used(noted: Box, br: Runner) -> None:
    """Notes that came back from a copy are told of and passed over."""
    assert br("data", "withdraw", "prov", "I-03", "--yes").code == 0
    put(noted, NOTE.replace(".tillgang", ".fel"))
    ran = br("interview", "check", "prov")
    assert ran.codes == ["note-withdrawn"]
    assert "data withdraw prov I-03" in ran.err
