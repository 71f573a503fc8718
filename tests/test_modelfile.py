"""From YAML to a model: one fault, one message, in our words."""

from typing import Annotated

import pytest
from pydantic import Field

from brukarrevision.model.base import Id, Model, Number, Text, Whole
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan, Unit
from brukarrevision.modelfile import good_id, hint, model_at, nearest, shown, validate
from brukarrevision.yamlfile import Unclear, read


class Inner(Model):
    """A part."""

    id: Id
    even: Annotated[int, Field(multiple_of=2)] = 2


class Outer(Model):
    """A whole."""

    name: Text
    number: Number | None = None
    low: Annotated[Whole, Field(ge=1, le=9)] = 1
    parts: tuple[Inner, ...] = ()
    table: dict[Id, tuple[Inner, ...]] = {}


def faults(text: str) -> list[str]:
    """Return line, column, code and key of each fault."""
    loaded = validate(read(text.encode(), "f.yaml"), Outer)
    assert (loaded.model is None) == bool(loaded.problems)
    return [
        f"{p.place.line}:{p.place.column} {p.code} {p.facts.get('key')}"
        for p in loaded.problems
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: a\n", []),
        ("name: a\nnumber: 1.5\n", []),
        ("name: a\nnumber: ett\n", ["2:1 yaml-not-number number"]),
        ("name: a\nlow: 0\n", ["2:1 yaml-number-low low"]),
        ("name: a\nlow: 10\n", ["2:1 yaml-number-high low"]),
        ("name: ''\n", ["1:1 yaml-empty name"]),
        ("name:\n", ["1:1 yaml-empty name"]),
        ("low: 1\n", ["1:1 yaml-missing-key name"]),
        ("name: a\nparts: [{id: å}]\n", ["2:10 yaml-bad-id id"]),
        ("name: a\nparts: [{id: a, even: 3}]\n", ["2:17 yaml-wrong-value even"]),
        (
            "name: a\nparts: [{idd: a}]\n",
            [
                "2:9 yaml-missing-key id",
                "2:10 yaml-unknown-key-near idd",
            ],
        ),
        (
            "name: a\ntable: {x: [{id: b, evne: 2}]}\n",
            ["2:21 yaml-unknown-key-near evne"],
        ),
        ("name: a\ntable: {å: []}\n", ["2:9 yaml-bad-id å"]),
        (
            "name: 1\nlow: x\nzzz: 1\n",
            [
                "1:1 yaml-needs-quotes name",
                "2:1 yaml-not-whole low",
                "3:1 yaml-unknown-key zzz",
            ],
        ),
        ("name: a\nparts: 3\n", ["2:1 yaml-not-list parts"]),
        ("name: a\nparts: [3]\n", ["2:9 yaml-not-mapping 0"]),
        ("- name\n", ["1:1 yaml-not-mapping f.yaml"]),
    ],
)
def test_each_fault_has_its_place_and_code(text: str, expected: list[str]) -> None:
    """All at once, in the order of the file."""
    assert faults(text) == expected


def test_a_fault_of_the_text_comes_alone() -> None:
    """What cannot be read is not held against a model."""
    source = read(b"a: 1\na: 2\n", "f.yaml")
    assert [one.code for one in source.problems] == ["yaml-duplicate-key"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Unclear("012"), "012"),
        (True, "true"),
        ([1], "[...]"),
        ({"a": 1}, "{...}"),
        ("x" * 61, "x" * 57 + "..."),
        (3, "3"),
    ],
)
def test_a_value_is_shown_as_it_stands_and_short(value: object, text: str) -> None:
    """So that it can be found in the file."""
    assert shown(value) == text


@pytest.mark.parametrize(
    ("word", "near"),
    [("unti", "unit"), ("UNIT", "unit"), ("grupp", "group"), ("zzz", ""), ("", "")],
)
def test_the_nearest_word_is_found_or_none(word: str, near: str) -> None:
    """Case makes no difference."""
    assert nearest(word, ["unit", "group", "round"]) == near


@pytest.mark.parametrize(
    ("text", "good"),
    [("Åsö: hus 1", "aso-hus-1"), ("…", "q1"), ("a" * 30, "a" * 20), ("Élan", "elan")],
)
def test_a_good_id_is_made_of_any_text(text: str, good: str) -> None:
    """Short, and of the letters an id may have."""
    assert good_id(text) == good


@pytest.mark.parametrize(
    ("model", "path", "found"),
    [
        (Plan, ("units", 0), Unit),
        (Plan, ("title",), None),
        (Plan, ("nothing", "here"), None),
        (Instrument, ("choices", "x", 0), "Choice"),
        (Instrument, ("areas", 0, "questions", 1, "bands", 0), "Band"),
        (Mapping, ("source",), "Source"),
        (Mapping, (), Mapping),
    ],
)
def test_the_model_of_a_part_is_found(
    model: type[Model], path: tuple[str | int, ...], found: object
) -> None:
    """Through lists, mappings and what may be missing."""
    part = model_at(model, path)
    assert found in (part, getattr(part, "__name__", None))


@pytest.mark.parametrize(
    ("word", "known", "text"),
    [
        ("unti", ["unit", "group"], "Menade du unit?"),
        ("zzz", ["unit", "group"], "Det finns: unit, group."),
        ("zzz", [], "Det finns inga."),
    ],
)
def test_a_hint_is_a_guess_or_a_list(word: str, known: list[str], text: str) -> None:
    """Never a question about several words, or about none."""
    assert str(hint(word, known)) == text
