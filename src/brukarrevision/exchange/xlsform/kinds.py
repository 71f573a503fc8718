"""The types of questions that an XLSForm may have, and what they are here."""

import re
from dataclasses import dataclass

from brukarrevision.model.instrument import QuestionType

PLAIN: dict[str, QuestionType] = {
    "integer": "integer",
    "int": "integer",
    "decimal": "decimal",
    "range": "range",
    "date": "date",
    "text": "text",
    "string": "text",
    "note": "note",
}
_SELECT: dict[str, QuestionType] = {
    "select_one": "select_one",
    "select1": "select_one",
    "select one": "select_one",
    "select one from": "select_one",
    "add select one prompt using": "select_one",
    "select_multiple": "select_multiple",
    "select all that apply": "select_multiple",
    "select all that apply from": "select_multiple",
    "add select multiple prompt using": "select_multiple",
    "rank": "rank",
}
META = frozenset(
    """
    start end today deviceid phonenumber simserial subscriberid username email imei
    audit start-geopoint background-geopoint background-audio
    """.split()  # noqa: SIM905 - easier to read
)
"""What a form takes from the device without asking."""

_COMMANDS = "|".join(sorted(_SELECT, key=len, reverse=True))
_CHOOSES = re.compile(
    rf"(?P<command>{_COMMANDS})\s+(?P<list>\S+)"
    r"(?P<other>\s+(?:or_other|or other|or specify other))?"
)
_CONTROL = re.compile(r"(?P<do>begin|end)[ _](?P<what>lgroup|looped group|\w+)(?: .*)?")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a row is.

    Attributes:
        question: its type, if it is a question that there is here.
        listed: the list it chooses from; ``other``: with room for own words.
        control: ``begin`` or ``end`` of a group; ``repeat``: that is asked repeatedly.
        meta: whether the form takes it from the device.
    """

    question: QuestionType | None = None
    listed: str | None = None
    other: bool = False
    control: str = ""
    repeat: bool = False
    meta: bool = False


def kind(text: str) -> Kind:
    """Return what a row of that type is."""
    plain = " ".join(text.split())
    low = plain.lower()
    if low in PLAIN:
        return Kind(PLAIN[low])
    if found := _CHOOSES.fullmatch(plain):
        other = found["other"] is not None
        return Kind(_SELECT[found["command"]], found["list"], other)
    if found := _CONTROL.fullmatch(low):
        return Kind(control=found["do"], repeat=found["what"] != "group")
    return Kind(meta=low in META or low.startswith("uri:"))
