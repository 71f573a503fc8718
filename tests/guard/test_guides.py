"""A guide may lie in git while it is empty, and never once it is filled in."""

import pytest

from brukarrevision.exchange.paper import Wish
from brukarrevision.guard import detect
from brukarrevision.guard.content import contents
from brukarrevision.guard.known import Known
from tests.exchange.talks.writing import empty, filled
from tests.fakeaudit import Box
from tests.interviews.notes import guided


def codes(data: bytes) -> list[str]:
    """Return the codes of what is found in a Word file by itself."""
    known = Known().close()
    found = contents("guide.docx", data)
    return [f.code for one in found for f in detect.findings(one, known)]


WISHES = [
    Wish(paper="guide"),
    Wish(paper="guide", layout="easy", unit="norr"),
    Wish(paper="questionnaire"),
]


@pytest.mark.parametrize("wish", WISHES, ids=lambda one: f"{one.paper} {one.layout}")
def test_an_empty_form_is_no_raw_data(box: Box, wish: Wish) -> None:
    assert codes(empty(guided(box), wish)) == []


@pytest.mark.parametrize("place", ["interview_id", "n_g1", "n_g5"])
def test_a_guide_that_is_filled_in_is(box: Box, place: str) -> None:
    """By its id, or by whatever is noted at any question."""
    data = filled(empty(guided(box)), {place: "Något"})
    assert codes(data) == ["guard-interview"]
