"""An instrument drafted from synthetic exports, and the same file collected by it."""

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision import yamlfile
from brukarrevision.errors import FaultyFiles
from brukarrevision.intake import kinds, multiples
from brukarrevision.intake.draft import Draft, draft
from brukarrevision.intake.ids import Ids, choice_ids
from brukarrevision.model.instrument import Question
from brukarrevision.model.mapping import Source
from tests.intake.samples import FakeAudit, book, drafted, table, through


def _questions(draft: Draft) -> dict[str, Question]:
    return {question.id: question for question in draft.instrument.questions()}


def _counts(audit: FakeAudit, draft: Draft, name: str) -> dict[str, int]:
    """Return how often each answer stands, by its label."""
    question = draft.instrument.question(name)
    assert question
    labels = {one.id: one.label for one in draft.instrument.options(question)}
    cells = [cell[1:] for cell in audit.column(name) if cell and cell[0] == "="]
    if question.type == "select_multiple":
        cells = [one for cell in cells for one in cell.split()]
    return dict(Counter(labels.get(cell, cell) for cell in cells))


def _labels(draft: Draft, name: str) -> list[str]:
    question = draft.instrument.question(name)
    assert question
    return [choice.label for choice in draft.instrument.options(question)]


@given(st.permutations(range(6)))
def test_a_draft_does_not_tell_who_answered_first(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    """However the rows stand, the choices and routing are the same."""
    rows = [
        ["Nej", "Mat;Vila;", "", "2"],
        ["Ja", "Vila;", "Bra", "1"],
        ["Ja", "Mat;", "Dåligt", "2"],
        ["Nej", "Tid;Mat;", "", "1"],
        ["Delvis", "Tid;", "Bra", "1"],
        ["Delvis", "Tid;Vila;", "Dåligt", "2"],
    ]
    folder = tmp_path_factory.mktemp("folder")
    header = ["Fick du stöd?", "Vad behöver du?", "Hur var det?", "Hur många?"]
    plain, mixed = (
        drafted(table(folder / f"{name}.csv", [header, *(rows[at] for at in ats)]))
        for name, ats in (("a", range(6)), ("b", order))
    )
    assert yamlfile.dump(plain.instrument) == yamlfile.dump(mixed.instrument)
    assert yamlfile.dump(plain.mapping) == yamlfile.dump(mixed.mapping)


def test_every_kind_of_column(tmp_path: Path) -> None:
    """Choices, numbers, dates, text, and what is never read."""
    header = ["ID", "Starttid", "Namn", "Trivs du?", "Ålder", "Betyg", "Dag", "Annat"]
    header += ["Tom", ""]
    rows = [
        [
            *(str(n), "2026", "HEMLIGT", "Ja" if n % 3 else "Vet ej", str(20 + n)),
            *(f"{n},5", f"2026-02-{n:02}", f"Fritt svar nummer {n}", "", "x"),
        ]
        for n in range(1, 13)
    ]
    audit, draft, log = through(tmp_path, table(tmp_path / "svar.csv", [header, *rows]))
    found = {q.id: q.type for q in draft.instrument.questions()}
    assert found == {
        "trivsdu": "select_one",
        "alder": "integer",
        "betyg": "decimal",
        "dag": "date",
        "annat": "text",
    }
    assert draft.instrument.draft
    assert (log.outcome, log.rows_used) == ("imported", 12)
    assert audit.column("respondent")[0] == "1"
    assert audit.column("trivsdu")[:3] == ["=ja", "=ja", "!dont_know"]
    assert b"HEMLIGT" not in audit.stored()
    told = {str(n.facts["columns"]) for n in draft.notes if n.code == "draft-ignored"}
    assert told == {"2", "3", "9", "10"}
    assert yamlfile.dump(draft.instrument).startswith("format: 1\n")


def test_options_joined_in_one_cell(tmp_path: Path) -> None:
    """One that contains the separator stays whole, and all are counted."""
    kinds_ = ["Läkare", "Anhörig, vän eller granne", "Ombud"]
    cells = [", ".join(kinds_[at % 3 : at % 3 + at % 2 + 1]) for at in range(18)]
    cells += ["", "Anhörig, vän eller granne"]
    rows = [["id", "Vilka var med?"], *[[str(n), c] for n, c in enumerate(cells)]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert set(_labels(draft, "vilkavarmed")) == set(kinds_)
    expected = Counter(kind for cell in cells for kind in kinds_ if kind in cell)
    assert _counts(audit, draft, "vilkavarmed") == dict(expected)
    assert audit.column("vilkavarmed")[18] == ""
    assert "draft-multiple" in [note.code for note in draft.notes]


def test_options_that_cannot_be_told_apart_are_not_split() -> None:
    """What the draft splits, the import has to be able to split."""
    cells = [",b,c", "1,,b,c", "1,2,3", "2,3"]
    assert multiples.find(Counter(cells)) is None
    found = multiples.find(Counter({"Te, kaffe": 2, "te": 3, "Kaffe, Te": 2}))
    assert found == (", ", ("Te", "kaffe"))


def test_microsoft_forms_ends_with_a_separator(tmp_path: Path) -> None:
    """Even where everybody chose one."""
    rows = [
        ["ID", "Starttid", "Val"],
        *[[str(n), "", "ab"[n % 2] + ";"] for n in range(6)],
    ]
    audit, draft, _ = through(tmp_path, table(tmp_path / "a.csv", rows, delimiter=","))
    assert _questions(draft)["val"].type == "select_multiple"
    assert _counts(audit, draft, "val") == {"a": 3, "b": 3}


@pytest.mark.parametrize(
    "cells",
    [
        ["$50,000 - $99,999", "$150,000+", "$0 - $24,999"] * 4,
        ["Bra, men dyrt", "Helt okej, tror jag", "Nej, inte alls, faktiskt"],
        ["Ja, ofta", "Nej, aldrig"] * 5,
        ["a", "b"] * 5,
    ],
)
def test_commas_in_answers_are_not_always_separators(cells: list[str]) -> None:
    """Amounts, sentences, single options."""
    assert multiples.find(Counter(cells)) is None


def test_ticked_columns_are_one_question(tmp_path: Path) -> None:
    """Options of LimeSurvey, some that nobody ticked; blank is not none."""
    header = ["id", *[f"d2[{n}]. Vilka? [Typ {n}]" for n in (1, 2, 3)], "d3[a]. Hur?"]
    rows = [
        ["1", "Yes", "No", "No", "x"],
        ["2", "No", "No", "No", "y"],
        ["3", *[""] * 4],
    ]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", [header, *rows]))
    assert _labels(draft, "d2") == ["Typ 1", "Typ 2", "Typ 3"]
    assert audit.column("d2") == ["=1", "=", ""]
    columns = [c for c in draft.mapping.columns if c.use == "d2"]
    assert [c.ticked for c in columns] == [("Yes",)] * 3


def test_surveymonkey_ticks_with_the_option_itself(tmp_path: Path) -> None:
    """Two header rows; the cell holds the option's text."""
    rows = [
        ["Respondent ID", "Vilka var med?", "", "Trivs du?"],
        ["", "Läkare", "Ombud", "Response"],
        ["1", "Läkare", "", "Ja"],
        ["2", "Läkare", "Ombud", "Nej"],
        ["3", "", "", "Ja"],
    ]
    audit, draft, log = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert (log.header_rows, log.rows_used) == (2, 3)
    assert audit.column("vilkavarmed") == [
        "=laekare" if False else "=lakare",
        "=lakare ombud",
        "",
    ]
    assert draft.mapping.source.tool == "surveymonkey"


def test_kobo_ticks_are_used_and_the_joined_column_is_not(tmp_path: Path) -> None:
    """Counted twice otherwise."""
    rows = [["_uuid", "d2", "d2/lakare", "d2/ombud"]]
    rows += [
        ["a", "lakare ombud", "1", "1"],
        ["b", "lakare", "1", "0"],
        ["c", "", "", ""],
    ]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert list(_questions(draft)) == ["d2"]
    assert audit.column("d2") == ["=lakare ombud", "=lakare", ""]


def test_rows_of_a_matrix_share_area_and_scale(tmp_path: Path) -> None:
    """By the code of the array; steps that only one row has are there for all."""
    header = ["id", "s[a1]. [Jag trivs]", "s[a2]. [Jag sover]", "q9. Annat?"]
    rows = [
        [str(n), str(n % 4), "5 (Alltid)" if n % 2 else "1", "nej"] for n in range(8)
    ]
    _, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", [header, *rows]))
    area = next(a for a in draft.instrument.areas if a.id == "s")
    assert [q.id for q in area.questions] == ["a1", "a2"]
    assert [q.label for q in area.questions] == ["Jag trivs", "Jag sover"]
    assert _labels(draft, "a1") == ["0", "1", "2", "3", "5 (Alltid)"]
    assert area.questions[0].choices == area.questions[1].choices


def test_routing_is_read_off(tmp_path: Path) -> None:
    """Who answered no left the next one blank."""
    rows = [["id", "Äter du kött?", "Hur?"]]
    rows += [[str(n), "Ja", ("Rå", "Stekt")[n % 2]] for n in range(8)]
    rows += [[str(n), "Nej", ""] for n in range(8, 14)]
    _, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert _questions(draft)["hur"].routing == {"aterdukott": ("ja",)}


def test_equal_headers_are_two_questions(tmp_path: Path) -> None:
    """A draft maps by position, so nothing is lost."""
    rows = [["id", "svar", "svar"], ["1", "a", "b"], ["2", "a", "c"]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert [q.label for q in draft.instrument.questions()] == ["svar", "svar"]
    first, second = (q.id for q in draft.instrument.questions())
    assert audit.column(second) == ["=b", "=c"]
    assert _counts(audit, draft, first) == {"a": 2}


def test_answers_that_differ_in_case_or_spaces_are_one_choice(tmp_path: Path) -> None:
    """Under the text that most people wrote."""
    cells = ["Ja", "ja ", "JA", "Ja", "Nej", "Nej\u00a0"]
    rows = [["id", "Svar"], *[[str(n), c] for n, c in enumerate(cells)]]
    audit, draft, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    assert _counts(audit, draft, "svar") == {"Ja": 4, "Nej": 2}


def test_day_numbers_among_dates(tmp_path: Path) -> None:
    """A column of both is a column of dates; the cells stay as they are."""
    assert kinds.kind(Counter({"39690": 1, "2019-01-14": 2})) == "date"
    assert kinds.kind(Counter({"8/21/2019": 1, "3.5.2020": 2})) == "date"
    assert kinds.kind(Counter({"39690": 1, "40071": 2})) == "integer"
    rows: list[list[object]] = [["id", "Dag"], [1, 39690], [2, "2019-01-14"]]
    audit, _, _ = through(tmp_path, book(tmp_path / "a.xlsx", rows))
    assert audit.column("dag") == ["=39690", "=2019-01-14"]


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"Ja": 5, "Nej": 3}, "select_one"),
        ({"1": 2, "2": 3}, "integer"),
        ({"3.0": 2, "1": 3}, "integer"),
        ({"1,5": 2}, "decimal"),
        ({"Ett svar": 1, "Ett annat": 1}, "text"),
        ({"rad\nrad": 9}, "text"),
        ({"x" * 200: 9}, "text"),
        ({"0 - Aldrig": 1, "1": 1, "2": 2, "3": 1, "5 - Alltid": 1}, "select_one"),
        ({f"ort {n}": 1 + n % 2 for n in range(20)}, "text"),
    ],
)
def test_kinds(cells: dict[str, int], kind: str) -> None:
    """By what stands in the cells."""
    assert kinds.kind(Counter(cells)) == kind


def test_how_a_file_is_read_can_be_stated(tmp_path: Path) -> None:
    """Then it is not found out, and the mapping says it."""
    rows = [["titel", ""], ["id", "svar"], ["1", "a"], ["2", "b"]]
    path = table(tmp_path / "svar.csv", rows, encoding="mac_roman")
    source = Source(skip_rows=1, encoding="mac_roman")
    made = draft(path, instrument_id="enkat", language="en", source=source)
    assert made.mapping.source.encoding == "mac_roman"
    assert made.mapping.source.skip_rows == 1
    assert made.instrument.title == "Survey"


def test_ids_are_legal_and_unique() -> None:
    """Whatever their case; never a word that the mapping uses itself."""
    ids = Ids()
    wishes = ["unit", "d1", "D1", "1a", "", "x" * 21, "ignore", "d1"]
    found = [ids.question(wish) for wish in wishes]
    assert found == ["q1", "d1", "q2", "q3", "q4", "q5", "q6", "q7"]
    labels = ["0 - Aldrig", "1", "1,5", "Ja", "JA!", "$5", "åäö", "日本"]
    assert choice_ids(labels) == ["0", "1", "a3", "ja", "a5", "a6", "aao", "a8"]
    assert choice_ids(["A", "B"], ["SQ1", "x y"]) == ["SQ1", "b"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["id", "svar"]], "csv-no-rows"),
        (
            [["Variable / Field Name", "Form Name", "Field Type"], ["a", "b", "text"]],
            "draft-definition",
        ),
        (
            [["id", "class", "type/scale", "name", "relevance"], ["1"] * 5],
            "draft-definition",
        ),
        ([["Namn", "E-post"], ["a", "b"]], "draft-nothing"),
    ],
)
def test_files_that_are_no_responses(
    tmp_path: Path, rows: list[list[str]], code: str
) -> None:
    """Refused with a reason."""
    with pytest.raises(FaultyFiles) as caught:
        drafted(table(tmp_path / "svar.csv", rows))
    assert caught.value.problems[0].code == code


def test_a_questionnaire_in_a_workbook_is_refused(tmp_path: Path) -> None:
    """An XLSForm has a sheet called survey."""
    import openpyxl

    path = book(tmp_path / "a.xlsx", [["type", "name", "label"], ["text", "d1", "x"]])
    made = openpyxl.load_workbook(path)
    made.worksheets[0].title = "survey"
    made.save(path)
    with pytest.raises(FaultyFiles) as caught:
        drafted(path)
    assert caught.value.problems[0].facts["kind"] == "XLSForm"


@pytest.mark.parametrize(
    "rows",
    [
        [["Svar", "Antal", "Procent"], ["Ja", "12", "60%"], ["Nej", "8", "40%"]],
        [
            ["", "Män", "", "Kvinnor", "", "", ""],
            ["Enhet", "Ja", "Nej", "Ja", "Nej", "Total", "%"],
        ]
        + [[f"Enhet {n}", "1", "2", "3", "4", "10", f"{n}0%"] for n in range(5)],
        [
            ["Enhet", "Ja", "Nej"],
            ["Norr", "3", "4"],
            ["Söder", "5", "6"],
            ["Totalt", "8", "10"],
        ],
    ],
)
def test_finished_tables_are_refused(tmp_path: Path, rows: list[list[str]]) -> None:
    """With the reason; never counted as people."""
    with pytest.raises(FaultyFiles) as caught:
        drafted(table(tmp_path / "svar.csv", rows))
    fault = caught.value.problems[0]
    assert fault.code == "csv-aggregate"
    assert fault.facts["why"]


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["id", "Hur stor del?", "Andel hemma"],
            ["1", "20%", "30%"],
            ["2", "50%", "10%"],
        ],
        [["Total upplevelse", "Antal barn"], ["Bra", "2"], ["Dålig", "0"]],
        [["Alias", "F1", "F2", "Totalt"], ["Sol", "1", "2", "3"], ["Ö", "2", "2", "4"]],
        [["Fråga 1", "Fråga 2"], ["3", "4"], ["5", "2"]],
        [["Alias", "F1", "F2"], ["Sol", "1", "2"], ["Måne", "2", "2"]],
    ],
)
def test_responses_are_never_taken_for_a_finished_table(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    """People do answer in percent and in numbers."""
    assert drafted(table(tmp_path / "svar.csv", rows)).instrument


CELL = st.sampled_from(
    ["", "Ja", "Nej", "3", "4,5", "x, y", "x", "y", "Vet ej", "en\nrad", "'-1"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=20))
def test_a_draft_always_takes_its_own_file(
    tmp_path_factory: pytest.TempPathFactory, cells: list[list[str]]
) -> None:
    """New --from and collect of the same file need no answer from anybody."""
    folder = tmp_path_factory.mktemp("utkast")
    rows = [["svar", "svar", "Q3: Annat", "d4[a]. Sist [A]"], *cells]
    try:
        _, draft, log = through(folder, table(folder / "svar.csv", rows))
    except FaultyFiles as fault:
        assert fault.problems[0].code in ("csv-no-rows", "draft-nothing")  # noqa: PT017
        return
    filled = sum(any(map(str.strip, row)) for row in cells)
    assert log.rows_used == filled
    assert log.questions == len(list(draft.instrument.questions()))


def test_a_column_of_many_different_texts_takes_no_time() -> None:
    """Prose with commas, by fifty thousand people."""
    cells = {f"text {number}, och mer {number}": 1 for number in range(50_000)}
    began = time.process_time()
    assert multiples.find(cells) is None
    assert time.process_time() - began < 10
