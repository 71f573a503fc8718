"""An invented project: nobody in it exists, and nobody has said any of it."""

from brukarrevision.exchange.refi.project import (
    Case,
    Coding,
    Document,
    Passage,
    Project,
)
from brukarrevision.model.codebook import Codebook

CODEBOOK = Codebook.model_validate(
    {
        "format": 1,
        "themes": [
            {
                "id": "tillgang",
                "label": "Tillgång till vård",
                "definition": "Att få träffa någon <när man behöver> & hur.",
                "example": "”Läkaren ringer bara.” 🩺",
            },
            {"id": "lakare", "label": "Läkare", "parent": "tillgang"},
            {"id": "bemotande", "label": "Bemötande", "definition": "Hur man möts."},
            {"id": "brist", "label": "Läkare", "parent": "bemotande"},
        ],
    }
)

_FIRST = "Åh 😀 läkaren ringer. Ö så sällan, säger de.\n\nMen 👩‍👩‍👧 och é är bra."
_SECOND = "Personalen är snäll – för det mesta."


def span(text: str, words: str, code: str, coder: str = "") -> Coding:
    """Return a coding of some words of a text."""
    start = text.index(words)
    return Coding(start, start + len(words), code, coder)


INTERVIEW = Document(
    "I-03.md",
    (
        Passage(
            "I-03",
            "lakarbesok",
            "Hur fungerar läkarbesöken? 😀",
            _FIRST,
            (
                span(_FIRST, "läkaren ringer.", "lakare"),
                span(_FIRST, "läkaren ringer.", "tillgang"),
                span(_FIRST, "läkaren ringer.", "lakare", "R2"),
                span(_FIRST, "😀 läkaren", "bemotande"),
                span(_FIRST, "👩‍👩‍👧 och é är bra.", "bemotande", "R2"),
            ),
        ),
        Passage(
            "I-03",
            "bemotande",
            "Hur är personalen?",
            _SECOND,
            (span(_SECOND, _SECOND, "bemotande"),),
        ),
    ),
)
ANSWERS = Document(
    "enkat.s2.md",
    (
        Passage("r1", "s2", "r1", "Mer tid 🕐 tack", (Coding(4, 9, "tillgang"),)),
        Passage("r2", "s2", "r2", "Vet inte"),
    ),
)
PROJECT = Project(
    key="prov-1/prov",
    title="Revision av provhuset",
    language="sv",
    codebook=CODEBOOK,
    documents=(INTERVIEW, ANSWERS),
    cases=(
        Case("I-03", {"unit": "Norra huset", "round": "Våren 2026"}),
        Case("r1", {"unit": "Södra huset"}),
        Case("r2"),
    ),
    coders={"": "R1", "R2": "R2"},
)
