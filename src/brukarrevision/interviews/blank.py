"""An empty note made from the guide: what is known filled in, hints as comments."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from brukarrevision.audit import Audit
from brukarrevision.interviews import folder
from brukarrevision.interviews.answering import EXAMPLES
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import SELECTING, Instrument, Question
from brukarrevision.model.note import Head
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store, people, quote_log
from brukarrevision.yamlfile.writing import one_line

_NUMBERED = re.compile(r"I-([0-9]{1,6})")
_ACTIVE = re.compile(r"([\\\[\]{}])")

_WORDS: dict[Language, dict[str, str]] = {
    "sv": {
        "how": "Skriv det som sades under varje fråga, utan namn. Koda så här: "
        "[orden]{.kod}, och märk det som kan bli citat: [orden]{.kod .quote}.",
        "consent": "yes eller no",
        "one": "Skriv ett av dessa mellan citattecknen: {choices}.",
        "several": "Skriv ett eller flera av dessa mellan citattecknen, med komma "
        "emellan: {choices}.",
        "ranked": "Skriv dessa mellan citattecknen, det främsta först, med komma "
        "emellan: {choices}.",
        "value": "Skriv svaret mellan citattecknen, som {example}.",
    },
    "en": {
        "how": "Write what was said under each question, without names. Code like "
        "this: [words]{.code}, and mark what may be quoted: [words]{.code .quote}.",
        "consent": "yes or no",
        "one": "Write one of these between the quotation marks: {choices}.",
        "several": "Write one or more of these between the quotation marks, with "
        "commas between: {choices}.",
        "ranked": "Write these between the quotation marks, the foremost first, with "
        "commas between: {choices}.",
        "value": "Write the answer between the quotation marks, as {example}.",
    },
}
_HOW_MANY = {"select_one": "one", "select_multiple": "several", "rank": "ranked"}


def next_id(audit: Audit) -> str:
    """Return an id nobody has or has had: also of those who have withdrawn.

    Notes may lie on another computer, and what was answered or quoted be here.
    """
    gone = folder.withdrawn(audit)
    names = [name.partition(".")[0] for name in folder.files(audit)]
    with Store.open(audit.store_path) as store:
        names += [one.respondent or "" for one in people.origins(store)]
        said = [name for one in quote_log.entries(store) for name in one.sources]
        names += [name.removeprefix(quote_log.source_of_interview("")) for name in said]
    taken = {int(m[1]) for name in names if (m := _NUMBERED.fullmatch(name))}
    number = max(taken, default=0) + 1
    while gone.has_interview(_id(number)):
        number += 1
    return _id(number)


def _id(number: int) -> str:
    return f"I-{number:02d}"


def page(
    plan: Plan,
    instrument: Instrument,
    head: Head,
    *,
    answers: Mapping[str, str] | None = None,
    said: Mapping[str, str] | None = None,
) -> str:
    """Return the text of a file of notes.

    Args:
        plan: its language is that of the hints.
        instrument: its questions become blocks, its instructions comments.
        head: what is known of the interview.
        answers: ids of choices by question, with commas between; empty without.
        said: what was noted by question, as Markdown; empty without.
    """
    words, given = _WORDS[plan.language], answers or {}
    parts = [_head(plan, head, words), _comment(words["how"])]
    for question in instrument.questions():
        if question.type == "note":
            parts.append(_comment(question.label))
        else:
            answer = given.get(question.id, "")
            parts += _block(instrument, question, answer, words)
            parts += [text] if (text := (said or {}).get(question.id)) else []
    return "\n\n".join(parts) + "\n"


def _head(plan: Plan, head: Head, words: Mapping[str, str]) -> str:
    """Return the head with the keys that the plan has something for."""
    keys = [("unit", plan.units), ("group", plan.groups), ("round", plan.rounds)]
    auditors = ", ".join(one_line(one) for one in head.auditors)
    lines = [
        f"id: {one_line(head.id)}",
        f"date: {head.date or ''}",
        f"auditors: [{auditors}]",
        *(f"{key}: {_value(getattr(head, key))}" for key, items in keys if items),
        f"consent: {_yes_or_no(head.consent)}".rstrip() + f" # {words['consent']}",
    ]
    return "\n".join(["---", *(line.rstrip() for line in lines), "---"])


def _value(given: str | date | None) -> str:
    return "" if given is None else one_line(given)


def _yes_or_no(consent: bool | None) -> str:
    return "" if consent is None else "yes" if consent else "no"


def _block(
    instrument: Instrument, question: Question, answer: str, words: Mapping[str, str]
) -> Iterator[str]:
    closed = question.type != "text"
    shown = f' answer="{answer}"' if closed else ""
    label = _ACTIVE.sub(r"\\\1", " ".join(question.label.split()))
    yield f"{{#{question.id}{shown}}}\n## {label}"
    if question.hint:
        yield _comment(question.hint)
    if question.type in SELECTING:
        listed = "; ".join(f"{c.id} = {c.label}" for c in instrument.options(question))
        yield _comment(words[_HOW_MANY[question.type]].format(choices=listed))
    elif closed:
        yield _comment(words["value"].format(example=EXAMPLES[question.type]))


def _comment(text: str) -> str:
    """Return a text as a comment; it cannot end it."""
    plain = re.sub("--+", "–", " ".join(text.split()))
    return f"<!-- {plain.removesuffix('-')} -->"
