"""How the responses came about, tallied as questions are."""

from typing import TYPE_CHECKING

from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Choice, Instrument, Question
from brukarrevision.model.mapping import HELPS, MODES
from brukarrevision.wording import said

if TYPE_CHECKING:
    import pandas as pd

HOW = ("mode", "help")
"""What is known of how a response came about, tallied as questions are."""


def coded(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Return the responses with mode and help as coded cells."""
    return frame.assign(**{name: _coded(frame, name) for name in HOW})


def _coded(frame: "pd.DataFrame", name: str) -> list[str]:
    return [f"={v}" if isinstance(v, str) and v else "" for v in frame[name]]


def how_instrument(instrument: Instrument, language: Language) -> Instrument:
    """Return the instrument with questions of how the responses came about.

    Its background stays, so that the respondents are split as they are elsewhere (R1).
    """
    words = {
        "mode": said(language, "Hur svaret lämnades", "How the response was given"),
        "help": said(language, "Hjälp med att svara", "Help with answering"),
    }
    questions = tuple(
        Question.model_construct(
            id=i, type="select_one", label=words[i], choices=f"_{i}"
        )
        for i in HOW
    )
    lists = {
        "_mode": _how_choices(MODES, language),
        "_help": _how_choices(HELPS, language),
    }
    return Instrument.model_construct(
        **{
            **dict(instrument),
            "background": (*instrument.background, *questions),
            "areas": (),
            "choices": {**instrument.choices, **lists},
        }
    )


def _how_choices(values: tuple[str, ...], language: Language) -> tuple[Choice, ...]:
    return tuple(
        Choice.model_construct(id=v, label=said(language, *_HOW_WORDS[v]))
        for v in values
    )


_HOW_WORDS = {
    "paper": ("På papper", "On paper"),
    "phone": ("Per telefon", "By phone"),
    "web": ("På webben", "On the web"),
    "meeting": ("På ett möte", "At a meeting"),
    "interview": ("I en intervju", "In an interview"),
    "none": ("Svarade utan hjälp", "Answered without help"),
    "staff": ("Hjälp av personal", "Help from staff"),
    "family": ("Hjälp av närstående", "Help from family"),
    "other": ("Hjälp av någon annan", "Help from somebody else"),
    "proxy": ("Någon annan svarade", "Somebody else answered"),
}
