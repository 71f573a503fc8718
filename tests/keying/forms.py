"""Instruments for paper forms, and random papers that answer them."""

from collections.abc import Mapping

from hypothesis import strategies as st

from brukarrevision.keying.asking import SEPARATOR, Item, is_asked
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.plan import Plan
from tests.protect import surveys

PLAN = surveys.plan()


def instrument(*questions: Mapping[str, object], **more: object) -> Instrument:
    """Return an instrument with these questions in one area."""
    area = {"id": "stod", "label": "Stöd", "questions": list(questions)}
    given = {"format": 1, "id": "enkat", "kind": "survey", "title": "Enkät"}
    return Instrument.model_validate(given | {"areas": [area]} | more)


def choices(*labels: str) -> list[dict[str, str]]:
    """Return choices with the ids a, b, c and so on."""
    return [{"id": "abcdefghijklmnopq"[i], "label": x} for i, x in enumerate(labels)]


SMALL = instrument(
    {"id": "s1", "type": "select_one", "label": "Får du stöd?", "choices": "svar"},
    {
        "id": "s2",
        "type": "select_multiple",
        "label": "Med vad?",
        "choices": "vad",
        "relevant": {"s1": ["a"]},
    },
    {"id": "info", "type": "note", "label": "Nu om er."},
    {"id": "s3", "type": "integer", "label": "Hur många år?"},
    {"id": "s4", "type": "rank", "label": "Viktigast först", "choices": "vad"},
    {"id": "s5", "type": "text", "label": "Något mer?"},
    choices={"svar": choices("Ja", "Nej"), "vad": choices("Mat", "Städ", "Ekonomi")},
)


LABELS = ["Ja", "Nej", "a b", "a|b", "0", "1", "2", "10", "3 kanske", "Å ö", "vet ej"]


@st.composite
def instruments(draw: st.DrawFn) -> Instrument:
    """Return an instrument of up to eight questions of any type, some led to."""
    lists = {"l1": 2, "l2": 5, "l3": 11}
    named = st.sampled_from(LABELS)
    every = {
        name: [
            {"id": f"{name}{at}", "label": draw(named)}
            | ({"missing": "dont_know"} if at and draw(st.integers(0, 9)) == 0 else {})
            for at in range(size)
        ]
        for name, size in lists.items()
    }
    questions: list[dict[str, object]] = []
    selecting: dict[str, str] = {}
    for at in range(draw(st.integers(1, 8))):
        of = draw(st.sampled_from(["select_one", "select_multiple", "rank", *_PLAIN]))
        one: dict[str, object] = {"id": f"q{at}", "type": of, "label": f"Fråga {at}?"}
        if of not in _PLAIN:
            one["choices"] = draw(st.sampled_from(list(lists)))
        routed: bool = draw(st.booleans())
        if selecting and routed:
            by = draw(st.sampled_from(list(selecting)))
            wanted = [f"{selecting[by]}{draw(st.integers(0, 1))}"]
            one["relevant"] = {by: wanted}
        if of not in _PLAIN:
            selecting[str(one["id"])] = str(one["choices"])
        questions.append(one)
    return instrument(*questions, choices=every)


_PLAIN = ("integer", "decimal", "date", "text", "note")


@st.composite
def papers(draw: st.DrawFn, items: tuple[Item, ...]) -> dict[str, str]:
    """Return what stands on one paper: an answer or a blank to all that is asked."""
    found: dict[str, str] = {}
    for one in items:
        if is_asked(one, found):
            found[one.id] = draw(_cell(one))
    return found


def _cell(item: Item) -> st.SearchStrategy[str]:
    ids = [one.id for one in item.options]
    if item.kind == "one":
        return st.sampled_from(["", *ids])
    if item.options:
        chosen = st.lists(st.sampled_from(ids), unique=True)
        in_order = item.kind == "order"
        return chosen.map(
            lambda some: SEPARATOR.join(
                some if in_order else sorted(some, key=ids.index)
            )
        )
    of = item.question.type if item.question else "text"
    plain = {
        "integer": st.integers(0, 120).map(str),
        "decimal": st.sampled_from(["0,5", "1.25", "17"]),
        "date": st.dates().map(str).filter(lambda day: day > "1900"),
        "text": st.text("abc '=?-", max_size=12).map(lambda t: " ".join(t.split())),
    }
    return st.just("") | plain[of]


def plan_of(**more: object) -> Plan:
    """Return a plan with other units, groups or rounds."""
    return Plan.model_validate(PLAN.model_dump(mode="json") | more)
