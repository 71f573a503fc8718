"""Instruments made up by hypothesis, and what of an instrument a form can say."""

from typing import Any

from hypothesis import strategies as st

from brukarrevision.model.instrument import NUMERIC, SELECTING, Instrument, Question

_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs")
)
TEXTS = (
    st.text(_LETTERS, min_size=1, max_size=12)
    .map(lambda text: f"Om {text}")
    .filter(lambda text: "${" not in text)
)
"""What people write: in any script, with any sign."""

_LANGUAGES = st.sampled_from(["en", "ar", "so", "fi"])
_TRANSLATIONS = st.dictionaries(_LANGUAGES, TEXTS, max_size=2)
_TOLD = ("dont_know", "declined")
"""What a label tells by itself; that a question does not apply, people say in any way.
"""

_MAYBE = st.booleans()
_TYPES = st.sampled_from(
    [*SELECTING, *sorted(NUMERIC), "date", "text", "note", "select_one"]
)


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Draw an instrument of up to eight questions that lead to each other."""
    lists = {
        f"l{number}": [
            {"id": f"c{at}", "label": f"{draw(TEXTS)} {at}"}
            | _some("translations", draw(_TRANSLATIONS))
            for at in range(draw(st.integers(2, 4)))
        ]
        for number in range(2)
    }
    asked: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 8))):
        asked.append(_question(draw, number, asked, lists))
    cut = draw(st.integers(0, len(asked) - 1))
    parts = [part for part in (asked[:cut], asked[cut:]) if part]
    areas = [
        {"id": f"area{at}", "label": draw(TEXTS), "questions": part}
        for at, part in enumerate(parts)
    ]
    used = {one.get("choices") for one in asked}
    return Instrument.model_validate(
        {
            "format": 1,
            "id": "enkat",
            "kind": "survey",
            "title": draw(TEXTS),
            "choices": {name: some for name, some in lists.items() if name in used},
            "areas": areas,
        }
    )


def _question(
    draw: st.DrawFn,
    number: int,
    before: list[dict[str, Any]],
    lists: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    kind = draw(_TYPES)
    kind = "text" if kind == "note" and not before else kind
    one: dict[str, Any] = {
        "id": f"q{number}",
        "type": kind,
        "label": f"{draw(TEXTS)} {number}",
    }
    one |= _some("translations", draw(_TRANSLATIONS))
    if draw(_MAYBE):
        one |= {"hint": draw(TEXTS)} | _some("hint_translations", draw(_TRANSLATIONS))
    if kind in SELECTING:
        one["choices"] = draw(st.sampled_from(sorted(lists)))
    if kind == "range":
        one |= {"start": 0, "end": 10, "step": draw(st.sampled_from([1, 2, 5]))}
    elif kind in NUMERIC and draw(_MAYBE):
        one |= {"start": draw(st.integers(-5, 5)), "end": draw(st.integers(6, 99))}
    if kind != "note" and draw(_MAYBE):
        one["required"] = True
    leading = [some for some in before if some["type"] in SELECTING]
    if draw(_MAYBE) and leading:
        parent = draw(st.sampled_from(leading))
        ids = [choice["id"] for choice in lists[parent["choices"]]]
        some = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
        one["relevant"] = {parent["id"]: tuple(sorted(some))}
    return one


def _some(name: str, what: dict[str, str]) -> dict[str, dict[str, str]]:
    return {name: what} if what else {}


def said(instrument: Instrument) -> dict[str, Any]:
    """Return what a form says of an instrument: all that whoever answers can see."""
    return {
        "title": instrument.title,
        "background": [_asked(instrument, one) for one in instrument.background],
        "areas": [
            (area.label, [_asked(instrument, one) for one in area.questions])
            for area in instrument.areas
        ],
    }


def _asked(instrument: Instrument, question: Question) -> dict[str, Any]:
    hidden = {"sensitive", "reversed", "observable", "indicator", "bands", "choices"}
    one = question.model_dump(exclude=hidden)
    one["relevant"] = question.routing
    one["translations"] = _others(question.translations, question.label)
    one["hint_translations"] = _others(question.hint_translations, question.hint)
    one["choices"] = [
        choice.model_dump(include={"id", "label"})
        | {"translations": _others(choice.translations, choice.label)}
        | {"missing": choice.missing if choice.missing in _TOLD else None}
        for choice in instrument.options(question)
    ]
    return one


def _others(translations: dict[str, str], text: str | None) -> dict[str, str]:
    """Return translations that say something else than the text itself."""
    return {code: said for code, said in translations.items() if said != text}
