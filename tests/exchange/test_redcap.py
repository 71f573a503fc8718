"""REDCap data dictionaries read: fields, choices, branching, and what is left out."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.redcap import claims, read

HEADER = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Matrix Group Name",
    "Field Annotation",
)
SHORT = dict(
    zip(
        (
            *("name", "form", "section", "type", "label", "choices", "hint"),
            *("validation", "min", "max", "identifier", "relevant", "required"),
            *("matrix", "annotation"),
        ),
        HEADER,
        strict=True,
    )
)
RECORD = {"name": "record_id", "type": "text", "label": "Record"}


class Dictionary:
    """Writes dictionaries into a folder and reads them."""

    def __init__(self, folder: Path) -> None:
        """Write into a folder."""
        self.path = folder / "dictionary.csv"

    def write(self, *fields: Mapping[str, str]) -> Path:
        with self.path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, HEADER, restval="")
            writer.writeheader()
            for one in (RECORD, *fields):
                cells = {"form": "enkat", **one}
                writer.writerow({SHORT[key]: text for key, text in cells.items()})
        return self.path

    def __call__(self, *fields: Mapping[str, str]) -> Questionnaire:
        return read(self.write(*fields), "enkat", "sv")


@pytest.fixture
def dictionary(tmp_path: Path) -> Dictionary:
    return Dictionary(tmp_path)


def field(name: str, kind: str = "text", **more: str) -> dict[str, str]:
    return {"name": name, "type": kind, "label": f"Om {name}?", **more}


def told(found: Questionnaire) -> list[tuple[str, int]]:
    return [(note.code, note.place.row) for note in found.notes]


YES = field("q1", "radio", choices="1, Ja | 2, Nej | 99, Vet ej")
TICKS = field("q2", "checkbox", choices="a, Sort A | b, Sort B")


def test_types_choices_and_limits_are_kept(dictionary: Dictionary) -> None:
    found = dictionary(
        YES,
        TICKS,
        field("q3", validation="integer", min="0", max="9", required="y"),
        field("q4", validation="number_1dp_comma_decimal"),
        field("q5", validation="date_dmy"),
        field("q6", "notes", hint="Skriv."),
        field("q7", "slider", choices="låg | hög", max="10"),
        field("q8", "yesno"),
        field("q9", "descriptive"),
    )
    asked = {q.id: q for q in found.instrument.questions()}
    assert [q.type for q in asked.values()] == [
        *("select_one", "select_multiple", "integer", "decimal", "date", "text"),
        *("range", "select_one", "note"),
    ]
    assert (asked["q3"].start, asked["q3"].end, asked["q3"].required) == (0, 9, True)
    assert (asked["q7"].start, asked["q7"].end) == (0, 10)
    assert asked["q6"].hint == "Skriv."
    options = found.instrument.options(asked["q1"])
    assert [(o.id, o.label, o.missing) for o in options] == [
        ("1", "Ja", None),
        ("2", "Nej", None),
        ("99", "Vet ej", "dont_know"),
    ]
    assert [o.id for o in found.instrument.options(asked["q8"])] == ["1", "0"]


def test_rows_of_a_matrix_share_their_choices(dictionary: Dictionary) -> None:
    found = dictionary(*(YES | {"name": name, "matrix": "m"} for name in ("m1", "m2")))
    assert len({q.choices for q in found.instrument.questions()}) == 1
    assert len(found.instrument.choices) == 1


@pytest.mark.parametrize(
    ("logic", "relevant"),
    [
        ("[q1] = '1'", {"q1": ("1",)}),
        ('[q1] = "1" or [q1]=2', {"q1": ("1", "2")}),
        ("[q2(a)] = '1'", {"q2": ("a",)}),
        ("[q1] = '1' AND [q2(b)] = 1", {"q1": ("1",), "q2": ("b",)}),
        ("[q1] <> '1'", None),
        ("[q2(a)] = '0'", None),
        ("[q2(a)] <> '1'", None),
        ("[q1] > 1", None),
        ("datediff([q1], 'today', 'd') > 3", None),
        ("[event_1_arm_1][q1] = '1'", None),
    ],
)
def test_branching_of_the_simple_kind_is_kept(
    dictionary: Dictionary, logic: str, relevant: dict[str, tuple[str, ...]] | None
) -> None:
    found = dictionary(YES, TICKS, field("q3", relevant=logic))
    asked = found.instrument.question("q3")
    assert asked is not None
    assert asked.relevant == relevant
    assert (("foreign-routing", 5) in told(found)) == (relevant is None)


def test_nothing_that_identifies_people_is_kept(dictionary: Dictionary) -> None:
    found = dictionary(
        field("q1", identifier="y"),
        field("kontakt", validation="email"),
        field("q2") | {"label": "Namn:"},
        field("telephone_1"),
        field("q3"),
    )
    assert [q.id for q in found.instrument.questions()] == ["q3"]
    assert told(found) == [("foreign-identifies", row) for row in range(2, 7)]


def test_other_types_are_listed(dictionary: Dictionary) -> None:
    rows = [field("a1", "calc"), field("a2", "file"), field("a3", validation="time")]
    found = dictionary(*rows, field("a4", "sql"), field("q1"))
    assert told(found)[1:] == [("foreign-type", row) for row in (3, 4, 5, 6)]
    assert "text time" in found.notes[3].message


def test_annotations_and_lists_without_choices_are_listed(
    dictionary: Dictionary,
) -> None:
    found = dictionary(field("q1", annotation="@HIDDEN"), field("q2", "radio"))
    assert told(found)[1:] == [("foreign-columns", 3), ("foreign-list", 4)]


def test_sections_and_forms_are_areas(dictionary: Dictionary) -> None:
    found = dictionary(
        field("q1", section="<b>Stöd</b>"),
        field("q2"),
        field("q3", section="Mat"),
        field("q4") | {"form": "om_dig"},
    )
    areas = found.instrument.areas
    assert [area.label for area in areas] == ["Stöd", "Mat", "Om dig"]
    assert [len(area.questions) for area in areas] == [2, 1, 1]


def test_a_dictionary_of_people_alone_is_refused(dictionary: Dictionary) -> None:
    with pytest.raises(FaultyFiles) as refused:
        dictionary(field("email"))
    codes = [p.code for p in refused.value.problems]
    assert codes == ["foreign-nothing", *["foreign-identifies"] * 2]


def test_a_code_that_stands_twice_is_told_of(dictionary: Dictionary) -> None:
    found = dictionary(field("q1", "radio", choices="1, Ja | 2, Nej | 1, Kanske"))
    assert [c.label for c in found.instrument.choices["q1"]] == ["Ja", "Nej"]
    assert ("foreign-choice-twice", 3) in told(found)


def test_only_dictionaries_are_claimed(dictionary: Dictionary, tmp_path: Path) -> None:
    answers = tmp_path / "svar.csv"
    answers.write_text("record_id,q1\n1,2\n", encoding="utf-8")
    empty = tmp_path / "tom.csv"
    empty.write_text("", encoding="utf-8")
    assert claims(dictionary.write(YES))
    assert not claims(answers)
    assert not claims(empty)
    assert not claims(tmp_path / "finns-inte.csv")
