"""Transcripts as plain text, WebVTT or SubRip, put under the questions of a guide.

Times and numbers of cues go; who spoke stays as text. WebVTT: W3C; SubRip has no
standard and is read as players read it.
"""

import re
from collections.abc import Iterator

from brukarrevision.interviews.filled import Filled
from brukarrevision.model.instrument import Instrument
from brukarrevision.normal import normal

KINDS = (".txt", ".vtt", ".srt")

_TIMES = re.compile(
    r"\s*(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
)
_STAMP = re.compile(r"^\s*[\[(]?(\d{1,2}:)?\d{1,2}:\d{2}([.,]\d{1,3})?[\])]?\s+")
_CUE_TIME = re.compile(r"<(\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}>")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:c|i|b|u|v|ruby|rt|lang|font)\b[^>]*>", re.IGNORECASE)
_NUMBERED = re.compile(r"^\s*(?:#+\s*)?(?:[0-9]{1,3}\s*[.):]\s*|\{#)?")
_SKIPPED = ("NOTE", "STYLE", "REGION")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&lrm;": "", "&rlm;": ""}


def read(text: str, kind: str, guide: Instrument) -> Filled:
    """Return a transcript by the questions of a guide.

    Args:
        text: the file.
        kind: one of :data:`KINDS`.
        guide: a line that is the label or the id of one of its questions begins what
            was said there; what stands before the first such line is at none.
    """
    filled, here = Filled(), None
    places = {normal(name): q.id for q in guide.questions() for name in (q.label, q.id)}
    for paragraph in _paragraphs(text, kind):
        lines: list[str] = []
        for line in paragraph:
            if (asked := _asked(line, places)) is None:
                lines.append(line)
                continue
            filled.add(here, "\n".join(lines))
            lines, here = [], asked
        filled.add(here, "\n".join(lines))
    return filled


def _asked(line: str, places: dict[str, str]) -> str | None:
    """Return the question that a line names, if it does nothing else."""
    bare = _NUMBERED.sub("", line, count=1)
    for one in (line, bare, bare.rstrip("}"), bare.rstrip(":")):
        if (name := places.get(normal(one))) is not None:
            return name
    return None


def _paragraphs(text: str, kind: str) -> Iterator[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    if kind == ".txt":
        yield from ([_STAMP.sub("", line) for line in some] for some in blocks)
        return
    for at, some in enumerate(filter(None, blocks)):
        said = _cue(some, first=at == 0)
        if said:
            yield said


def _cue(block: list[str], *, first: bool) -> list[str]:
    """Return what was said in a cue; nothing of a comment or of the file's head."""
    at = next((i for i, line in enumerate(block) if _TIMES.match(line)), None)
    if at is None:
        head = first and block[0].lstrip("\ufeff").startswith("WEBVTT")
        return [] if head or block[0].startswith(_SKIPPED) else list(map(_plain, block))
    return [line for line in map(_plain, block[at + 1 :]) if line.strip()]


def _plain(line: str) -> str:
    said = _VOICE.sub(r"\1: ", _CUE_TIME.sub("", line))
    said = _TAG.sub("", said)
    for entity, sign in _ENTITIES.items():
        said = said.replace(entity, sign)
    return said.replace("&amp;", "&")
