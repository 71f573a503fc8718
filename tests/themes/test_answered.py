"""How far coders agree on the answers to closed questions."""

import pytest

from brukarrevision.interviews.markup import Note, parse
from brukarrevision.model.instrument import Area, Choice, Instrument, Question
from brukarrevision.themes.answered import by_question, levels

PUBLISHED = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff, 2011: four coders, twelve units."""

LISTS = {
    "poang": tuple(Choice(id=f"c{n}", label="L", score=n) for n in range(1, 6)),
    "sidor": (
        Choice(id="c1", label="L", side="negative"),
        Choice(id="c2", label="L", side="neutral"),
        Choice(id="c3", label="L", side="positive"),
        Choice(id="vetej", label="L", missing="dont_know"),
    ),
    "blandat": (
        Choice(id="c1", label="L", side="positive"),
        Choice(id="c2", label="L", side="negative"),
        Choice(id="c3", label="L", side="positive"),
    ),
    "namn": (Choice(id="c1", label="L"), Choice(id="c2", label="L")),
}


def guide(kind: str, choices: str | None = None) -> Instrument:
    """Return a guide with one question, ``q``."""
    question = Question(id="q", type=kind, label="Fråga", choices=choices)
    area = Area(id="a", label="A", questions=(question,))
    return Instrument(
        format=1, id="i", kind="interview", title="T", areas=(area,), choices=LISTS
    )


def note(interview: int, coder: str, answer: str) -> Note:
    """Return notes with an answer to ``q``."""
    head = f"---\nid: I-{interview}\nconsent: yes\n---\n"
    name = f"I-{interview}.coder-{coder}.md" if coder else f"I-{interview}.md"
    found, _ = parse(f'{head}\n{{#q answer="{answer}"}}\n', name)
    assert found is not None
    return found


def pair(*answers: tuple[str, str]) -> list[Note]:
    """Return the notes of two coders, an interview for each pair of answers."""
    return [
        note(at, coder, answer)
        for at, both in enumerate(answers)
        for coder, answer in zip(("", "R2"), both, strict=True)
    ]


@pytest.mark.parametrize(
    ("of", "prefix"), [(guide("select_one", "poang"), "c"), (guide("integer"), "")]
)
def test_published_values_come_out_of_notes(of: Instrument, prefix: str) -> None:
    """Of scores and of numbers: nominal, ordinal and interval."""
    notes = [
        note(at, coder and f"R{coder}", prefix + value)
        for coder, row in zip(("", "2", "3", "4"), PUBLISHED, strict=True)
        for at, value in enumerate(row.split())
        if value != "."
    ]
    (found,) = by_question([of], notes)
    rounded = {kind: round(one.value or 0, 6) for kind, one in found.alpha.items()}
    assert rounded == {"nominal": 0.743421, "ordinal": 0.815388, "interval": 0.849107}


@pytest.mark.parametrize(
    ("of", "kinds"),
    [
        (guide("select_one", "poang"), ("nominal", "ordinal", "interval")),
        (guide("select_one", "sidor"), ("nominal", "ordinal")),
        (guide("select_one", "blandat"), ("nominal",)),
        (guide("select_one", "namn"), ("nominal",)),
        (guide("select_multiple", "poang"), ("nominal",)),
        (guide("range"), ("nominal", "ordinal", "interval")),
        (guide("date"), ("nominal",)),
    ],
)
def test_the_answers_say_which_alpha_there_is(
    of: Instrument, kinds: tuple[str, ...]
) -> None:
    """A distance only where there is one."""
    assert levels(of, next(of.questions())) == kinds


def test_do_not_know_has_no_place_on_a_scale() -> None:
    """It is an answer like any other where only same and different count."""
    notes = pair(("c1", "c1"), ("c3", "c2"), ("vetej", "vetej"))
    (found,) = by_question([guide("select_one", "sidor")], notes)
    assert found.alpha["nominal"].units == 3
    assert found.alpha["ordinal"].units == 2


def test_the_order_of_ticks_is_no_difference() -> None:
    """In a ranking it is."""
    notes = pair(("c1,c2", "c2, c1"), ("c1", "c1"))
    (found,) = by_question([guide("select_multiple", "poang")], notes)
    assert found.percent.value == 1
    (found,) = by_question([guide("rank", "poang")], notes)
    assert found.percent.value == 0.5


def test_what_cannot_be_computed_has_a_reason() -> None:
    """One value only; nothing that two have answered is not there at all."""
    (found,) = by_question([guide("select_one", "poang")], pair(("c1", "c1")))
    assert {one.reason for one in found.alpha.values()} == {"one_value"}
    alone = [note(1, "", "c1"), note(2, "R2", "c1"), *pair(("", "c2"))]
    assert not list(by_question([guide("select_one", "poang")], alone))
    assert not list(by_question([guide("integer")], pair(("tre", "3"), ("nan", "1"))))
