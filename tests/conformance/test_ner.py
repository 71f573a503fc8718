"""How much of what names people is found in a known collection of Swedish texts."""

import pytest

from tests.conformance.ner import TEXTS, figures

pytestmark = pytest.mark.skipif(
    not TEXTS.is_file(), reason="needs the collection of texts"
)


@pytest.mark.parametrize("kind", ["personal_number", "email", "phone", "address"])
def test_what_stops_a_quote_is_found(kind: str) -> None:
    """At least 99 of 100, in letters, forms and talk."""
    figure = figures()[kind]
    assert figure.wanted > 85
    assert figure.recall >= 0.99


def test_names_are_pointed_at_for_review() -> None:
    """At least 95 of 100, and most of what is pointed at is a name."""
    figure = figures()["name"]
    assert figure.wanted > 400
    assert figure.recall >= 0.95
    assert figure.precision >= 0.75
