"""The synthetic answers of the example: invented, reproducible, readable."""

import csv
import importlib.util
import re
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from ruamel.yaml import YAML

from brukarrevision.model.instrument import Instrument

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "audits" / "sip-exempel"
SYNTHETIC = EXAMPLE / "synthetic"
SIZES = {"enkat": 41, "narstaende": 9, "utansip": 7}
UNIT = "Vilken mottagning hör du till?"
FORMS = {"ID", "Starttid", "Slutförandetid", "E-post", "Namn", UNIT}


def load_script() -> ModuleType:
    """Import ``scripts/make_example.py``."""
    path = ROOT / "scripts" / "make_example.py"
    spec = importlib.util.spec_from_file_location("make_example", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def rows(name: str) -> list[dict[str, str]]:
    """Return the responses in a synthetic file."""
    path = SYNTHETIC / f"{name}-syntetisk.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";", strict=True))


def instrument(name: str) -> Instrument:
    """Return an instrument of the example."""
    path = EXAMPLE / "instruments" / f"{name}.yaml"
    raw = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return Instrument.model_validate(raw)


every_file = pytest.mark.parametrize("name", SIZES)


def test_committed_files_are_what_the_script_makes() -> None:
    """Nobody has edited an answer by hand."""
    made = load_script().files()
    assert {path.name for path in made} == {p.name for p in SYNTHETIC.glob("*.csv")}
    for path, text in made.items():
        assert path.read_text(encoding="utf-8-sig") == text


@every_file
def test_files_begin_with_the_mark_that_excel_needs(name: str) -> None:
    """UTF-8 with a byte order mark, as Forms and Excel write it."""
    data = (SYNTHETIC / f"{name}-syntetisk.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfID;Starttid;")


def test_there_are_57_answers_over_three_files_and_three_units() -> None:
    """The third unit is too small to be shown, as happens in real audits."""
    assert {name: len(rows(name)) for name in SIZES} == SIZES
    units = Counter(row[UNIT] for row in rows("enkat"))
    assert sorted(units.values()) == [3, 16, 22]


def test_everything_is_marked_as_synthetic_and_names_nobody() -> None:
    """File names and readme say so; no name, address, number of a person or phone."""
    for path in SYNTHETIC.glob("*.csv"):
        assert "syntetisk" in path.stem
    assert "syntetiska" in (SYNTHETIC / "README.md").read_text(encoding="utf-8")
    for name in SIZES:
        for row in rows(name):
            assert row["E-post"] == "anonymous"
            assert row["Namn"] == ""
            text = " ".join(value for key, value in row.items() if "tid" not in key)
            assert not re.search(r"@|\d{6,}|\d[ -]\d", text)


@every_file
def test_every_header_is_a_question_or_a_column_of_forms(name: str) -> None:
    """So the import needs no help to find its columns."""
    headers = list(rows(name)[0])
    labels = [question.label for question in instrument(name).questions()]
    assert [header for header in headers if header not in FORMS] == labels


@every_file
def test_every_cell_holds_labels_a_number_or_nothing(name: str) -> None:
    """Cells are as Forms writes them: a label, or labels with ``;`` after each."""
    one = instrument(name)
    for row in rows(name):
        for question in one.questions():
            cell = row[question.label]
            known = {option.label for option in one.options(question)}
            if question.type == "select_one":
                assert cell in known | {""}
            elif question.type == "select_multiple":
                assert cell == "" or cell.endswith(";")
                assert set(filter(None, cell.split(";"))) <= known
            elif question.type == "integer":
                assert cell == "" or any(b.holds(int(cell)) for b in question.bands)


def test_answers_hold_what_an_import_has_to_stand() -> None:
    """Blanks, don't know, several choices, a stray answer past the routing."""
    one = instrument("enkat")
    answers = rows("enkat")
    cells = [row[question.label] for row in answers for question in one.questions()]
    assert cells.count("Vet ej") > 10
    routed = {question.label for question in one.questions() if question.routing}
    free = {question.label for question in one.questions() if question.type == "text"}
    plain = [
        value
        for row in answers
        for key, value in row.items()
        if key not in routed | free | FORMS
    ]
    assert 5 <= plain.count("") <= 20
    s3, s4 = one.question("s3"), one.question("s4")
    assert s3 is not None
    assert s4 is not None
    stray = [row for row in answers if row[s4.label] and row[s3.label] != "Ja"]
    assert len(stray) == 1


@every_file
def test_instruments_of_the_example_are_those_of_the_template(name: str) -> None:
    """Whoever starts from the template meets the questions seen in the example."""
    template = ROOT / "templates" / "audit" / "sip" / "sv" / "instruments"
    ours = (EXAMPLE / "instruments" / f"{name}.yaml").read_text(encoding="utf-8")
    assert ours == (template / f"{name}.yaml").read_text(encoding="utf-8")
