"""A transcript as paragraphs: plain text, WebVTT (W3C) or SubRip.

Times and the numbers of cues go; who spoke stays, as text. SubRip has no standard and
is read as players read it. Whatever cannot be told to be a time or markup is kept.
"""

import html
import re
from collections.abc import Iterator, Sequence

from brukarrevision.exchange.talks.talk import Said, Talk
from brukarrevision.interviews.escaping import lines_of
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.normal import normal

KINDS = (".txt", ".vtt", ".srt")

_CLOCK = r"(?:\d+:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_STAMP = re.compile(
    rf"[\[(<]{_CLOCK}[\])>]\s*|\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?\s+"
)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_TAG = re.compile(
    rf"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<{_CLOCK}>|\{{\\an?\d+\}}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")
_NUMBER = re.compile(r"[#\s]*(?:[0-9]{1,3}\s*[.):]\s*)?")
_BRACES = "{}#[]: "


def paragraphs(text: str, kind: str) -> list[str]:
    """Return what was said, each paragraph with its line breaks.

    Args:
        text: the file.
        kind: one of :data:`KINDS`.
    """
    blocks = _blocks(text)
    if kind == ".txt":
        return ["\n".join(map(_unstamped, block)) for block in blocks]
    return list(_turns([line for block in blocks for line in _cue(block)]))


def _blocks(text: str) -> Iterator[list[str]]:
    """Yield lines that have no empty line between them."""
    block: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if line := "\n".join(lines_of(line)):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unstamped(line: str) -> str:
    return _STAMP.sub("", line, count=1) if _STAMP.match(line) else line


def _cue(block: Sequence[str]) -> Iterator[str]:
    """Yield what was said in a cue; nothing of comments and of the file's head."""
    times = [at for at, line in enumerate(block[:2]) if _TIMES.match(line)]
    if not times and _ASIDE.match(block[0]):
        return
    for line in block[times[0] + 1 if times else 0 :]:
        said = html.unescape(_TAG.sub("", _VOICE.sub(r"\1: ", line)))
        yield from lines_of(said)


def _turns(lines: Sequence[str]) -> Iterator[str]:
    """Yield what each one said in a row, if it is told who spoke."""
    turn: list[str] = []
    speaker = ""
    for line in lines:
        name, colon, rest = line.partition(": ")
        if colon and name == speaker:
            turn.append(rest)
            continue
        if colon and turn:
            yield "\n".join(turn)
            turn = []
        speaker = name if colon else speaker
        turn.append(line)
    if turn:
        yield "\n".join(turn)


def talk(guide: Instrument, found: Sequence[str], name: str) -> Talk:
    """Return a transcript by the questions of a guide.

    Args:
        guide: a line that is the label or the id of one of its questions begins what
            was said there; what stands before the first of them is at none.
        found: the paragraphs.
        name: of the file.
    """
    places = {normal(q.id): q.id for q in _asked(guide)}
    places |= {normal(q.label).strip(_BRACES): q.id for q in _asked(guide)}
    said: Said = {}
    left: list[str] = []
    here = left
    for paragraph in found:
        lines: list[str] = []
        for line in paragraph.split("\n"):
            bare = normal(_NUMBER.sub("", line.strip(_BRACES), count=1))
            question = places.get(normal(line).strip(_BRACES)) or places.get(bare)
            if question is None:
                lines.append(line)
                continue
            here += ["\n".join(lines)] if lines else []
            lines, here = [], said.setdefault(question, [])
        here += ["\n".join(lines)] if lines else []
    return Talk(name, guide, said=said, left=tuple(left))


def _asked(guide: Instrument) -> list[Question]:
    return [one for one in guide.questions() if one.type != "note"]
