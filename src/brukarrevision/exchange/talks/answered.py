"""The closed answer to a question, from its boxes or from what is written there."""

import re
from collections.abc import Sequence

from brukarrevision.exchange.talks.document import Line
from brukarrevision.exchange.talks.ticks import Seen
from brukarrevision.interviews import answering
from brukarrevision.model.instrument import SELECTING, Question

_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:[.,][0-9]{1,9})?")


def chosen(question: Question, boxes: Sequence[tuple[Seen, Line]]) -> tuple[str, bool]:
    """Return the choices that are ticked, and whether there is a doubt about them.

    Several where one was asked for are all kept, so that nothing is lost; the note has
    an error then.
    """
    if question.type == "rank":
        return _ranked([box for box, _ in boxes])
    sure = dict.fromkeys(
        box.option for box, line in boxes if box.ticked and not line.struck
    )
    odd = any(
        (line.struck and box.ticked) or (line.strong and not box.ticked)
        for box, line in boxes
    )
    many = len(sure) > 1 and question.type != "select_multiple"
    return ",".join(sure), many or odd


def _ranked(boxes: Sequence[Seen]) -> tuple[str, bool]:
    placed = sorted((box.place, box.option) for box in boxes if box.place)
    if [place for place, _ in placed] != list(range(1, len(placed) + 1)):
        return "", True
    odd = any(box.ticked and not box.place for box in boxes)
    return ",".join(one for _, one in placed), odd


def valued(question: Question, said: list[str]) -> tuple[str, bool]:
    """Return the number or date that stands alone on a line, or that there is none.

    The line is taken off what was said.
    """
    if question.type in SELECTING or question.type in ("text", "note") or not said:
        return "", False
    fitting = {one: value for one in said if (value := _value(question, one))}
    if len(set(fitting.values())) != 1:
        return "", True
    said[:] = [one for one in said if one not in fitting]
    return next(iter(fitting.values())), False


def _value(question: Question, text: str) -> str:
    """Return a text as the question's answer, or nothing if it is none."""
    plain = text.strip()
    if _NUMBER.fullmatch(plain):
        plain = plain.replace(",", ".")
    return plain if answering.is_of_kind(question, plain) else ""
