"""The head of a note: what stands between two lines of ``---``."""

import re

from brukarrevision import modelfile, yamlfile
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.model.note import Head
from brukarrevision.modelfile import hint

KEYS = tuple(Head.model_fields)

_FENCE = re.compile(r"---[ \t]*")
_EXAMPLES = {
    "id": "id: I-03",
    "date": "date: 2026-03-12",
    "auditors": "auditors: [R1, R2]",
    "unit": "unit: affektiv",
    "group": "group: narstaende",
    "round": 'round: "2026"',
    "consent": "consent: yes",
}


def parted(text: str) -> tuple[str | None, str]:
    """Return head and body of a file, each with its lines where they stood.

    Args:
        text: with LF line ends.

    Returns:
        The YAML of the head, None if there is none; and all else.
    """
    lines = text.split("\n")
    fences = [at for at, line in enumerate(lines) if _FENCE.fullmatch(line)]
    if len(fences) < 2 or fences[0]:  # noqa: PLR2004 - a fence above, a fence below
        return None, text
    end = fences[1]
    body = [""] * (end + 1) + lines[end + 1 :]
    return "\n".join(["", *lines[1:end], ""]), "\n".join(body)


def read(yaml: str | None, name: str) -> tuple[Head | None, tuple[Problem, ...]]:
    """Return what a head says, or what is wrong with it.

    Of what stands in it nothing is repeated: a message names keys and places alone.
    """
    if yaml is None:
        return None, (problem("note-no-head", Place(name, 1)),)
    source = yamlfile.read(yaml.encode(), name)
    if source.problems:
        return None, tuple(_safe(one) for one in source.problems)
    loaded = modelfile.validate(source, Head)
    return loaded.model, tuple(_safe(one) for one in loaded.problems)


def _safe(one: Problem) -> Problem:
    """Return a fault of YAML or of the model without the words it would quote."""
    key = str(one.facts.get("key", ""))
    if one.code.startswith("yaml-unknown-key"):
        return problem("note-key-unknown", one.place, hint=hint(key, KEYS))
    if one.code == "yaml-missing-key":
        return problem("note-key-missing", one.place, key=key)
    if one.code == "yaml-duplicate-key" and key in KEYS:
        return one
    if key in _EXAMPLES:
        facts = {"key": key, "example": _EXAMPLES[key]}
        return problem("note-key-value", one.place, **facts)
    if key.isdigit():  # an item of the only list there is
        facts = {"key": "auditors", "example": _EXAMPLES["auditors"]}
        return problem("note-key-value", one.place, **facts)
    return problem("note-head-unclear", one.place) if one.facts else one
