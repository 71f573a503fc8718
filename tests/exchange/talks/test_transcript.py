"""Transcripts: times go, words and speakers stay, and questions are found."""

import pytest

from brukarrevision import audit as audits
from brukarrevision.exchange.talks import transcript
from tests.fakeaudit import Box
from tests.interviews.notes import guided

VTT = """\
WEBVTT - Samtal

NOTE Inget av det här
är sagt.

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v R1>Hur är det?

00:00:05.000 --> 00:00:08.000
<v Boende><i>Bra</i> &amp; lugnt.</v>

00:01:05.000 --> 00:01:08.000
<v Boende>Maten <00:01:06.000>är god, 3 < 4.
"""
SRT = """\
1
00:00:01,000 --> 00:00:04,000
{\\an8}Första raden
andra raden

2
00:00:05,000 --> 00:00:08,000
<font color="red">Tredje</font>
"""


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        (
            ".vtt",
            VTT,
            ["R1: Hur är det?", "Boende: Bra & lugnt.\nMaten är god, 3 < 4."],
        ),
        (".srt", SRT, ["Första raden\nandra raden\nTredje"]),
        (".txt", "[00:01:02] A: Hej\r\n00:01:03 B: Hej\r\n\r\n12:30 åt vi", None),
    ],
)
def test_what_was_said_is_all_that_stays(
    kind: str, text: str, said: list[str] | None
) -> None:
    """A time of the day is no time code."""
    wanted = said or ["A: Hej\nB: Hej", "12:30 åt vi"]
    assert transcript.paragraphs(text, kind) == wanted


def test_a_question_on_a_line_of_its_own_begins_what_was_said_of_it(box: Box) -> None:
    """By its label or its id, numbered or not; whatever comes first is at none."""
    guided(box)
    guide = audits.require(str(box.audit), box.root).instruments["intervju"]
    text = (
        "Välkomna.\n\n1. Hur är det att bo  här?\nBra.\n\nLugnt.\n{#g4}\nTre.\nG2\nNej."
    )
    found = transcript.paragraphs(text, ".txt")
    talk = transcript.talk(guide, found, "samtal.txt")
    assert talk.left == ("Välkomna.",)
    assert talk.said == {"g1": ["Bra.", "Lugnt."], "g4": ["Tre."], "g2": ["Nej."]}
