"""How many of the identifiers in a known collection of Swedish texts are found."""

import json
import re

import pytest

from brukarrevision.identifiers import find
from tests.conformance.data import DATA

TEXTS = DATA / "ner" / "domain.json"

pytestmark = pytest.mark.skipif(
    not TEXTS.is_file(), reason="needs the collection of texts"
)

SHAPES = {
    "personal_number": r"(\d{2})?\d{6}[- ]\d{4}|\d{4} \d{2}-?\d{2}-\d{4}",
    "phone": r"(0\d{1,3}-|0\d{2} |\+46 )[\d ]{5,}",
    "email": r"\S+@\S+",
}


@pytest.mark.parametrize("kind", SHAPES)
def test_at_least_99_of_100_are_found(kind: str) -> None:
    """By shape alone, in letters, forms and talk."""
    wanted = found = 0
    for one in json.loads(TEXTS.read_text(encoding="utf-8")):
        text = one["text"]
        told = {text[i.start : i.end] for i in find(text) if i.kind == kind}
        meant = [t for t in one["forvantad"] if re.fullmatch(SHAPES[kind], t)]
        wanted += len(meant)
        found += sum(text in told for text in meant)
    assert wanted > 85
    assert found >= 0.99 * wanted
