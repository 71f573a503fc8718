"""Which survey tool wrote a file, told by its headers; only a name in the mapping."""

from collections.abc import Sequence

from brukarrevision.intake.header import Heading
from brukarrevision.intake.names import compact

_SIGNS: tuple[tuple[str, frozenset[str], int], ...] = (
    ("qualtrics", frozenset({"recordeddate", "distributionchannel", "startdate"}), 2),
    ("limesurvey", frozenset({"submitdate", "lastpage", "startlanguage", "seed"}), 2),
    ("kobotoolbox", frozenset({"uuid", "submissiontime", "formhubuuid"}), 2),
    ("odk-central", frozenset({"submissiondate", "metainstanceid", "key"}), 2),
    ("surveymonkey", frozenset({"respondentid", "collectorid"}), 1),
    (
        "microsoft-forms",
        frozenset({"starttid", "slutförandetid", "slutfördtidpunkt"}),
        2,
    ),
    ("microsoft-forms", frozenset({"starttime", "completiontime"}), 2),
    ("google-forms", frozenset({"timestamp", "tidstämpel"}), 1),
)


def tool_of(headings: Sequence[Heading]) -> str:
    """Return the name of the tool, ``table`` where nothing tells it."""
    words = {compact(heading.raw) for heading in headings}
    if any(word.startswith("redcap") for word in words):
        return "redcap"
    if any("___" in heading.raw for heading in headings):
        return "redcap"
    for tool, signs, least in _SIGNS:
        if len(words & signs) >= least:
            return tool
    coded = sum(bool(heading.code and heading.sub) for heading in headings)
    return "limesurvey" if coded > 1 else "table"
