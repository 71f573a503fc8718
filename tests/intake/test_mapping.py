"""A mapping drafted from headers for an instrument that exists."""

import pytest

from brukarrevision import yamlfile
from brukarrevision.errors import FaultyFiles
from brukarrevision.intake import uses
from brukarrevision.intake.log import UnmatchedAnswers
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from tests.intake.samples import INSTRUMENT, FakeAudit, table

D1 = "Jag fick säga det jag ville på mötet."
D2 = "Vilka var med?"


def _uses(audit: FakeAudit, rows: list[list[str]], **wishes: object) -> list[str]:
    """Return the uses of the columns of the mapping that an import drafts."""
    audit.collect(table(audit.folder / "svar.csv", rows), **wishes)
    (mapping,) = audit.mappings.values()
    return [f"{c.use}/{c.choice}" if c.choice else c.use for c in mapping.columns]


@pytest.mark.parametrize(
    "header",
    [
        "d1",
        "D1",
        D1,
        "jag fick säga det  jag ville\u00a0på mötet. *",
        f"{D1}:",
        "I could say what I wanted.",
        f"d1. {D1}",
        f"Q4: {D1}",
        "Jag fick säga<br>det jag ville på mötet.",
        "grupp/d1",
        f"Om mötet [{D1}]",
        f"matris[d1]. [{D1}]",
    ],
)
def test_headers_that_name_a_question(audit: FakeAudit, header: str) -> None:
    """By id, label, translation, code before the text, group before the name."""
    assert _uses(audit, [["id", header], ["1", "helt"]]) == ["respondent", "d1"]


@pytest.mark.parametrize(
    "headers",
    [
        ["d2/lakare", "d2/ombud"],
        ["grupp/d2/lakare", "grupp/d2/ombud"],
        ["d2[lakare]", "d2[ombud]"],
        ["d2___lakare", "d2___ombud"],
        ["d2_lakare", "d2_ombud"],
        ["d2.lakare.", "d2.ombud."],
        [f"{D2} [Läkare]", f"{D2} [Personligt ombud]"],
        [f"{D2} - Läkare", f"{D2} - Personligt ombud"],
        [f"d2[SQ1]. {D2} [Läkare]", f"d2[SQ2]. {D2} [Personligt ombud]"],
    ],
)
def test_headers_that_name_an_option(audit: FakeAudit, headers: list[str]) -> None:
    """A column for each option, as the tools write them."""
    found = _uses(audit, [["id", *headers], ["1", "1", "0"], ["2", "1", "1"]])
    assert found == ["respondent", "d2/lakare", "d2/ombud"]
    assert audit.column("d2") == ["=lakare", "=lakare ombud"]


def test_two_header_rows_that_name_options(audit: FakeAudit) -> None:
    """SurveyMonkey's shape; the mapping states both rows."""
    rows = [
        ["Respondent ID", D1, D2, ""],
        ["", "Response", "Läkare", "Personligt ombud"],
        ["11", "Stämmer helt", "Läkare", ""],
        ["12", "Vet ej", "Läkare", "Personligt ombud"],
    ]
    assert _uses(audit, rows) == ["respondent", "d1", "d2/lakare", "d2/ombud"]
    assert audit.mappings["enkat-surveymonkey"].source.header_rows == 2
    assert audit.column("d2") == ["=lakare", "=lakare ombud"]


@pytest.mark.parametrize(
    ("header", "use", "cell", "column", "value"),
    [
        ("Enhet", "unit", "Norra mottagningen", "unit", "norr"),
        ("unit", "unit", "soder", "unit", "soder"),
        ("Vilken mottagning?", "unit", "södra mottagningen", "unit", "soder"),
        ("Grupp", "group", "Närstående", "group", "narstaende"),
        ("Du är", "group", "Brukare", "group", "brukare"),
        ("omgång", "round", "våren 2026", "round", "2026"),
        ("Svarande", "respondent", " 007 ", "respondent", "007"),
        ("insamling", "mode", "Papper", "mode", "paper"),
        ("Hjälp", "help", "Personal", "help", "staff"),
        ("help", "help", "proxy", "help", "proxy"),
    ],
)
def test_columns_about_the_response(  # noqa: PLR0917 - one row of the table
    audit: FakeAudit, header: str, use: str, cell: str, column: str, value: str
) -> None:
    """In Swedish and English, by header or by what all cells are."""
    assert _uses(audit, [["d1", header], ["helt", cell]]) == ["d1", use]
    assert audit.column(column) == [value]


def test_the_tools_own_and_identifying_columns_are_ignored(audit: FakeAudit) -> None:
    """And nothing of them is stored."""
    headers = ["Starttid", "Slutförandetid", "E-post", "Namn", "IP-adress", "Token"]
    rows = [["ID", *headers, "d1"], ["1", *["HEMLIGT"] * 6, "helt"]]
    assert _uses(audit, rows) == ["respondent", *["ignore"] * 6, "d1"]
    assert b"HEMLIGT" not in audit.stored()


def test_a_column_that_fits_nothing_is_named(audit: FakeAudit) -> None:
    """With its number and the nearest question; its answers are not stored."""
    header = "Jag fick säga det jag ville på möten"
    rows = [["id", "d4", header], ["1", "2", "HEMLIGT"]]
    (log,) = audit.collect(table(audit.folder / "svar.csv", rows))
    (warning,) = [one for one in log.warnings if one.code == "map-not-a-question"]
    assert warning.message.startswith(f"Kolumn 3 ”{header}”: ingen fråga – närmast: ")
    assert "Jag fick säga det jag ville på mötet." in warning.message
    assert [(one.column, one.known) for one in log.unused] == [(3, True)]
    assert b"HEMLIGT" not in audit.stored()


def test_no_question_at_all_is_an_error(audit: FakeAudit) -> None:
    """The known questions are named, and nothing is written."""
    path = table(audit.folder / "svar.csv", [["a", "b"], ["1", "2"]])
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path)
    assert caught.value.problems[0].code == "map-nothing-fits"
    assert "d1, d2" in caught.value.problems[0].remedy
    assert not audit.mappings
    assert not audit.store_path.exists()


def test_a_question_in_two_columns_is_refused(audit: FakeAudit) -> None:
    """Whether the headers are equal or only mean the same."""
    path = audit.folder / "svar.csv"
    for headers, code in (
        (["id", "d1", "d1"], "map-duplicate-header"),
        (["id", "d1", D1], "map-question-twice"),
        (["id", "d4", "x", "x"], "map-duplicate-header"),
    ):
        table(path, [headers, ["1"] * len(headers)])
        with pytest.raises(FaultyFiles) as caught:
            audit.collect(path)
        fault = next(p for p in caught.value.problems if p.severity == "error")
        assert fault.code == code
        columns = "2, 3" if len(headers) == 3 else "3, 4"
        assert fault.facts["columns"] == columns


def test_a_ranking_in_columns_of_its_own(audit: FakeAudit) -> None:
    """A column for each place, as LimeSurvey writes it."""
    label = "d7[{0}]. Viktigast för dig [Rang {0}]"
    rows = [["id", label.format(1), label.format(2)]]
    rows += [["1", "Läkare", "Personligt ombud"], ["2", "Läkare", ""]]
    assert _uses(audit, rows) == ["respondent", "d7", "d7"]
    assert audit.column("d7") == ["=lakare ombud", "=lakare"]


def test_a_row_code_that_is_no_question(audit: FakeAudit) -> None:
    """The question stands before the bracket, with nothing in it."""
    rows = [
        ["id", "d1[SQ001]. Jag fick säga det jag ville på mötet. []"],
        ["1", "helt"],
    ]
    assert _uses(audit, rows) == ["respondent", "d1"]


def test_a_misspelt_unit_does_not_hide_the_column(audit: FakeAudit) -> None:
    """Most cells are units: the rest is asked about, and nothing is imported."""
    rows = [["id", "d1", "Vilken mottagning?"]]
    units = ["Norra mottagningen", "norr", "soder", "Norra motagningen"]
    rows += [[str(at), "helt", unit] for at, unit in enumerate(units, start=1)]
    with pytest.raises(UnmatchedAnswers) as caught:
        audit.collect(table(audit.folder / "a.csv", rows))
    (one,) = caught.value.unmatched
    assert (one.question, one.values) == ("unit", (("Norra motagningen", 1),))


def test_a_blank_column_is_no_unit(audit: FakeAudit) -> None:
    """All of nothing is no sign."""
    rows = [["id", "d1", "Tomt"], ["1", "helt", ""], ["2", "inte", ""]]
    assert _uses(audit, rows) == ["respondent", "d1", "ignore"]


def test_joined_and_ticked_columns_are_counted_once(audit: FakeAudit) -> None:
    """KoboToolbox exports both: the ticks are used."""
    rows = [["_uuid", "d2", "d2/lakare", "d2/ombud"], ["a", "lakare", "1", "0"]]
    assert _uses(audit, rows) == ["respondent", "ignore", "d2/lakare", "d2/ombud"]
    assert audit.column("d2") == ["=lakare"]


def test_the_separator_is_read_off(audit: FakeAudit) -> None:
    """Semicolon, comma, space: what splits the cells into known options."""
    for cell, separator in (
        ("Läkare;Personligt ombud;", ";"),
        ("Läkare, Anhörig, vän eller granne", ", "),
        ("lakare ombud", " "),
    ):
        audit.mappings.clear()
        path = table(audit.folder / f"{len(cell)}.csv", [["id", "d2"], [cell, cell]])
        audit.collect(path, dry_run=False)
        (mapping,) = audit.mappings.values()
        assert mapping.columns[1].separator == separator


def test_the_mapping_comes_back_from_yaml(audit: FakeAudit) -> None:
    """Headers with odd signs, too; it is sound and says nothing it need not."""
    headers = ["id", "d1", "rad\nbrytning: #", "'=x", " d4 "]
    _uses(audit, [headers, ["1", "helt", "x", "y", "3"]])
    (mapping,) = audit.mappings.values()
    text = yamlfile.dump(mapping)
    from brukarrevision import modelfile

    path = audit.folder / "m.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = modelfile.read(path, Mapping, "m.yaml")
    assert loaded.model == mapping
    assert not list(uses.faults(mapping, "m", INSTRUMENT))
    assert "encoding" not in text


def test_what_the_user_said_is_kept_in_the_mapping(audit: FakeAudit) -> None:
    """So that the next file needs no options."""
    rows = [["id", "d1"], ["1", "Stämmer helt"]]
    path = table(audit.folder / "a.csv", rows, encoding="mac_roman", delimiter="|")
    audit.collect(path, encoding="mac_roman", delimiter="|")
    (mapping,) = audit.mappings.values()
    assert (mapping.source.encoding, mapping.source.delimiter) == ("mac_roman", "|")
    other = [*rows, ["2", "Stämmer delvis"]]
    path = table(audit.folder / "b.csv", other, encoding="mac_roman", delimiter="|")
    assert audit.collect(path)[0].rows_used == 1


@pytest.mark.parametrize(
    ("column", "code"),
    [
        ({"use": "d99"}, "map-unknown-question"),
        ({"use": "d2", "choice": "nej"}, "map-unknown-choice"),
        ({"use": "d1", "values": {"a": "nej"}}, "map-unknown-choice"),
        ({"use": "d4", "values": {"a": "inte"}}, "map-unknown-choice"),
        ({"use": "d3"}, "map-question-twice"),
    ],
)
def test_a_mapping_that_is_wrong_in_itself(
    column: dict[str, object], code: str
) -> None:
    """Names something that is not there, or a question twice."""
    columns = [
        {"at": 0, "header": "a", "use": "d3"},
        {"at": 1, "header": "b", **column},
    ]
    mapping = Mapping.model_validate(
        {"format": 1, "instrument": "enkat", "columns": columns}
    )
    (fault,) = uses.faults(mapping, "m", INSTRUMENT)
    assert fault.code == code
    assert fault.message
    assert fault.remedy


def test_joined_beside_ticked_in_a_mapping_is_refused() -> None:
    """One source for each question."""
    columns = [
        {"at": 0, "header": "a", "use": "d2", "separator": ";"},
        {"at": 1, "header": "b", "use": "d2", "choice": "ombud"},
    ]
    mapping = Mapping.model_validate(
        {"format": 1, "instrument": "enkat", "columns": columns}
    )
    assert [f.code for f in uses.faults(mapping, "m", INSTRUMENT)] == [
        "map-question-twice"
    ]


def test_the_instrument_is_the_one_that_fits_best(audit: FakeAudit) -> None:
    """Two that fit alike are named, and one can be asked for."""
    other = INSTRUMENT.model_copy(update={"id": "annan"})
    audit.instruments["annan"] = other
    rows = [["id", "d1", "d3", "d4"], ["1", "helt", "", ""]]
    path = table(audit.folder / "svar.csv", rows)
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path)
    assert caught.value.problems[0].facts["names"] == "enkat, annan"
    assert audit.collect(path, instrument="annan")[0].instrument == "annan"
    assert list(audit.mappings) == ["annan-table"]
    audit.mappings.clear()
    areas = (
        INSTRUMENT.areas[0].model_copy(
            update={"questions": INSTRUMENT.areas[0].questions[1:]}
        ),
    )
    audit.instruments["annan"] = Instrument.model_validate(
        {**other.model_dump(), "areas": areas}
    )
    assert audit.collect(path)[0].instrument == "enkat"
