"""XLSForm read: what is kept, and that whatever is not is listed."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.books import book
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform.read import claims, read
from brukarrevision.model.instrument import Question

SURVEY = """
type | name | label | relevant | required | constraint
begin_group | stod | Stöd | | |
select_one janej | har | Har du stöd? | | yes |
select_multiple sorter | vilka | Vilka? | ${har} = 'ja' | |
rank sorter | viktig | Viktigast? | selected(${vilka},'a') or selected(${vilka},'b') | |
integer | antal | Hur många? | | | . >= 0 and . <= 99
end_group | | | | |
text | mer | Mer? | | |
"""
CHOICES = """
list_name | name | label
janej | ja | Ja
janej | nej | Nej
janej | vetej | Vet ej
sorter | a | Sort A
sorter | b | Sort B
"""


def cells(text: str) -> list[list[str]]:
    """Return the rows of a sheet written with bars between its cells."""
    return [[c.strip() for c in line.split("|")] for line in text.strip().splitlines()]


class Form:
    """Writes forms into a folder and reads them."""

    def __init__(self, folder: Path) -> None:
        """Write into a folder."""
        self.folder = folder

    def write(self, survey: str, choices: str = CHOICES, settings: str = "") -> Path:
        path = self.folder / "form.xlsx"
        sheets = {"survey": cells(survey), "choices": cells(choices)}
        if settings:
            sheets["settings"] = cells(settings)
        path.write_bytes(book(sheets))
        return path

    def __call__(
        self, survey: str, choices: str = CHOICES, settings: str = ""
    ) -> Questionnaire:
        return read(self.write(survey, choices, settings), "enkat", "sv")


@pytest.fixture
def form(tmp_path: Path) -> Form:
    return Form(tmp_path)


def question(found: Questionnaire, one: str) -> Question:
    """Return a question that has to be there."""
    asked = found.instrument.question(one)
    assert asked is not None
    return asked


def told(found: Questionnaire) -> list[tuple[str, int]]:
    """Return the codes of what is listed, and the rows they are about."""
    return [(note.code, note.place.row) for note in found.notes]


def one(*more: str) -> str:
    """Return a questionnaire of these rows alone."""
    return "\n".join(["type | name | label | relevant | required | more", *more])


def test_questions_choices_and_routing_are_kept(form: Form) -> None:
    found = form(SURVEY)
    assert [q.id for q in found.instrument.questions()] == [
        *("har", "vilka", "viktig", "antal", "mer")
    ]
    assert question(found, "har").required
    assert question(found, "vilka").relevant == {"har": ("ja",)}
    assert question(found, "viktig").relevant == {"vilka": ("a", "b")}
    assert (question(found, "antal").start, question(found, "antal").end) == (0, 99)
    assert [area.label for area in found.instrument.areas] == ["Stöd", "Frågor"]
    assert found.instrument.draft


def test_dont_know_is_counted_apart_and_told_of(form: Form) -> None:
    found = form(SURVEY)
    assert [c.missing for c in found.instrument.choices["janej"]] == [
        *(None, None, "dont_know")
    ]
    assert told(found) == [("foreign-missing", 2)]


def test_a_choice_that_leads_on_is_an_answer_whatever_it_says(form: Form) -> None:
    found = form(SURVEY.replace("${har} = 'ja'", "${har} = 'vetej'"))
    assert question(found, "vilka").relevant == {"har": ("vetej",)}
    assert all(c.missing is None for c in found.instrument.choices["janej"])


def test_every_language_is_kept(form: Form) -> None:
    found = form(
        "type|name|label::English (en)|label::Svenska (sv)|label::Soomaali (so)\n"
        "select_one l | q | How? | Hur? | Sidee?",
        "list_name|name|label::English (en)|label::Svenska (sv)\nl | a | Yes | Ja",
        "form_title | default_language\nEnkät om stöd | English (en)",
    )
    asked = question(found, "q")
    assert asked.label == "Hur?"
    assert asked.translations == {"en": "How?", "so": "Sidee?"}
    assert found.instrument.choices["l"][0].translations == {"en": "Yes"}
    assert found.instrument.title == "Enkät om stöd"


def test_another_language_than_the_audits_is_told_of(form: Form) -> None:
    found = form("type | name | label::English\ntext | q | How?")
    assert question(found, "q").label == "How?"
    assert told(found)[0] == ("foreign-language", 0)
    assert "English (en)" in found.notes[0].message


def test_what_has_no_kind_here_is_listed_with_its_row(form: Form) -> None:
    rows = ["image | b | Bild", "geopoint | g | Var?", "time | t | När?"]
    found = form(one("text | q | Vad?", *rows, "calculate | c |"))
    assert told(found)[:4] == [("foreign-type", row) for row in (3, 4, 5, 6)]
    assert "image" in found.notes[0].message


def test_what_the_device_tells_is_never_kept(form: Form) -> None:
    rows = ["start | start", "deviceid | d", "uri:deviceid | u", "email | e"]
    found = form(one("text | q | Vad?", *rows))
    assert told(found)[:4] == [("foreign-meta", row) for row in (3, 4, 5, 6)]
    assert [q.id for q in found.instrument.questions()] == ["q"]


def test_other_columns_are_listed(form: Form) -> None:
    survey = (
        "type | name | label | default | choice_filter | constraint | parameters\n"
        "select_one janej | q | Hur? | ja | a=b | . != 'ja' | randomize=true"
    )
    found = form(survey)
    named = ", ".join(
        str(n.facts["columns"]) for n in found.notes if n.code == "foreign-columns"
    )
    assert all(c in named for c in ("default", "choice_filter", "constraint"))
    assert "parameters" in named


@pytest.mark.parametrize(
    "condition",
    [
        "${antal} > 3",
        "${senare} = 'ja'",
        "${har} = 'kanske'",
        "${har} != 'nej'",
        "${vilka} = 'a'",
        "not(selected(${vilka}, 'a'))",
        "selected(${vilka}, 'a') and selected(${vilka}, 'b')",
        "${har} = 'ja' and ${har} = 'nej'",
        "${okänd} = 'ja'",
    ],
)
def test_a_condition_that_cannot_be_kept_is_listed(form: Form, condition: str) -> None:
    found = form(
        one(
            "select_one janej | har | Har du? | | no",
            "select_multiple sorter | vilka | Vilka?",
            "integer | antal | Hur många?",
            f"text | q | Vad? | {condition}",
            "select_one janej | senare | Och sen?",
        )
    )
    assert question(found, "q").relevant is None
    assert ("foreign-routing", 5) in told(found)


def test_any_but_one_answer_is_kept_where_everybody_answers(form: Form) -> None:
    choices = CHOICES.replace("janej | vetej | Vet ej\n", "")
    survey = one(
        "select_one janej | har | Har du? | | yes", "text | q | Vad? | ${har} != 'nej'"
    )
    assert question(form(survey, choices), "q").relevant == {"har": ("ja",)}
    assert question(form(survey), "q").relevant is None


def test_a_group_gives_its_condition_to_its_questions(form: Form) -> None:
    found = form(
        one(
            "select_one janej | har | Har du?",
            "begin group | g | Grupp | ${har} = 'ja'",
            "select_one sorter | a | Vilken?",
            "begin group | h | Inre | ${a} = 'b'",
            "text | q | Vad?",
            "end group",
            "end group",
            "text | r | Mer?",
        )
    )
    assert question(found, "a").relevant == {"har": ("ja",)}
    assert question(found, "q").relevant == {"har": ("ja",), "a": ("b",)}
    assert question(found, "r").relevant is None
    assert ("foreign-group-joined", 5) in told(found)


def test_a_group_whose_condition_cannot_be_kept_is_listed_once(form: Form) -> None:
    rows = ["begin group | g | Grupp | ${x} > 1", "text | a | A?", "text | b | B?"]
    found = form(one(*rows, "end group"))
    assert [t for t in told(found) if "routing" in t[0]] == [
        ("foreign-group-routing", 2)
    ]


def test_a_repeat_is_asked_once_and_told_of(form: Form) -> None:
    found = form(one("begin repeat | barn | Barn", "text | q | Vad?", "end repeat"))
    assert question(found, "q").label == "Vad?"
    assert ("foreign-repeat", 2) in told(found)


def test_names_become_ids_and_are_told_of(form: Form) -> None:
    found = form(
        one(
            "text | my_word | A?",
            "text | myword | B?",
            "text | ålder-år | C?",
            "text | 1 | D?",
            f"text | {'x' * 30} | E?",
            "text | ignore | F?",
        )
    )
    ids = [q.id for q in found.instrument.questions()]
    assert len(set(ids)) == 6
    assert ids[0] in ("myword", "myword2")
    assert [row for code, row in told(found) if code == "foreign-id"] != []
    assert all(note.facts["new"] in ids for note in found.notes if "new" in note.facts)


def test_choices_become_ids_and_routing_follows(form: Form) -> None:
    choices = "list_name | name | label\nl | a b | A\nl | A_b | B\nl | å/ä | C"
    found = form(
        one("select_one l | q | Hur?", "text | r | Vad? | ${q} = 'å/ä'"), choices
    )
    ids = [choice.id for choice in found.instrument.choices["l"]]
    assert len({one.casefold() for one in ids}) == 3
    assert question(found, "r").relevant == {"q": (ids[2],)}
    assert ("foreign-choice-id", 4) in told(found)


def test_two_questions_of_one_name_are_both_kept(form: Form) -> None:
    found = form(
        one(
            "select_one janej | har | Har du?",
            "begin group | g | Grupp",
            "select_one sorter | har | Vilken?",
            "end group",
            "text | q | Vad? | ${har} = 'ja'",
        )
    )
    ids = [q.id for q in found.instrument.questions()]
    assert len(set(ids)) == 3
    assert question(found, "q").relevant is None
    assert {("foreign-id", 4), ("foreign-routing", 6)} <= set(told(found))


def test_a_choice_that_stands_twice_is_told_of(form: Form) -> None:
    found = form(
        one("select_one l | q | Hur?"), "list_name|name|label\nl|a|A\nl|b|B\nl|a|C"
    )
    assert [c.label for c in found.instrument.choices["l"]] == ["A", "B"]
    assert ("foreign-choice-twice", 4) in told(found)


def test_or_other_becomes_a_choice_and_a_question(form: Form) -> None:
    found = form(one("select_one sorter or_other | q | Vilken?"))
    assert [c.id for c in found.instrument.choices["sorter"]] == ["a", "b", "other"]
    assert question(found, "qother").relevant == {"q": ("other",)}
    assert ("foreign-other", 2) in told(found)


def test_a_question_without_its_choices_is_listed(form: Form) -> None:
    found = form(one("select_one finnsinte | q | Vilken?", "text | r | Vad?"))
    assert [q.id for q in found.instrument.questions()] == ["r"]
    assert ("foreign-list", 2) in told(found)


def test_what_the_plan_says_is_not_a_question(form: Form) -> None:
    found = form(one("select_one sorter | unit | Enhet", "text | q | Vad?"))
    assert [q.id for q in found.instrument.questions()] == ["q"]
    assert ("foreign-attribute", 2) in told(found)


def test_a_form_without_questions_is_refused(form: Form) -> None:
    with pytest.raises(FaultyFiles) as refused:
        form(one("image | b | Bild"))
    assert [p.code for p in refused.value.problems] == [
        *("foreign-nothing", "foreign-type"),
        *("foreign-list-unused", "foreign-list-unused"),
    ]


def test_a_text_that_takes_in_an_answer_is_told_of(form: Form) -> None:
    found = form(one("text | q | Vad?", "text | r | Varför ${q}?"))
    assert ("foreign-reference", 3) in told(found)


def test_a_row_without_a_type_and_an_end_too_many_are_listed(form: Form) -> None:
    found = form(one("text | q | Vad?", " | r | Och?", "end group"))
    assert told(found)[:2] == [("foreign-untyped", 3), ("foreign-ends", 4)]


def test_only_forms_are_claimed(form: Form, tmp_path: Path) -> None:
    answers = tmp_path / "svar.xlsx"
    answers.write_bytes(book({"Svar": [["type", "name"], ["a", "b"]]}))
    odd = tmp_path / "trasig.xlsx"
    odd.write_bytes(b"PK\x03\x04 trasig")
    people = tmp_path / "personer.xlsx"
    rows = [["type", "name"], ["Boende", "Anna"], ["Anhörig", "Bo"]]
    people.write_bytes(book({"survey": rows}))
    other = tmp_path / "survey.csv"
    other.write_text("type,name\n", encoding="utf-8")
    assert claims(form.write(SURVEY))
    assert not any(claims(path) for path in (answers, people, odd, other))


@pytest.mark.parametrize(
    "rows",
    [
        [["start", "end", "type", "name", "label"], ["1", "2", "text", "anna", "Bra"]],
        [["type", "name", "label"], ["text", "Anna Svensson", "Det var bra"]],
        [["type", "name"], ["text", "anna"]],
        [],
    ],
)
def test_answers_are_never_claimed(tmp_path: Path, rows: list[list[str]]) -> None:
    """Even those to questions that have the names of a form's columns."""
    path = tmp_path / "svar.xlsx"
    path.write_bytes(book({"survey": rows}))
    assert not claims(path)


def test_a_title_and_blank_rows_may_stand_above_the_header(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    rows = [["Min enkät"], [""], ["type", "name", "label"], ["text", "q", "Vad?"]]
    path.write_bytes(book({"survey": rows}))
    assert claims(path)
    assert [q.id for q in read(path, "enkat", "sv").instrument.questions()] == ["q"]


def test_of_two_sheets_the_one_with_the_very_name_is_read(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    head = ["type", "name", "label"]
    sheets = {"survey": "a", "Survey ": "b"}
    path.write_bytes(
        book({sheet: [head, ["text", q, "Vad?"]] for sheet, q in sheets.items()})
    )
    assert [q.id for q in read(path, "enkat", "sv").instrument.questions()] == ["a"]


def test_questions_that_find_out_who_answers_are_left_out(form: Form) -> None:
    found = form(
        one("text | epost | Vart?", "text | q | Personnummer", "text | r | Vad?")
    )
    assert [q.id for q in found.instrument.questions()] == ["r"]
    assert {("foreign-identifies", 2), ("foreign-identifies", 3)} <= set(told(found))


@pytest.mark.parametrize(
    ("kind", "parameters", "constraint", "ends"),
    [
        ("range", "start=0 end=10 step=2", "", (0, 10)),
        ("range", "start=0 end=tio", "", (0, None)),
        ("range", "start=1 end=99999999999999999999", "", (1, None)),
        ("integer", "", ". >= 5 and . >= 2", (None, None)),
    ],
)
def test_limits_are_kept_whole_or_told_of(
    form: Form, kind: str, parameters: str, constraint: str, ends: tuple[object, ...]
) -> None:
    found = form(
        "type | name | label | parameters | constraint\n"
        f"{kind} | q | Hur? | {parameters} | {constraint}"
    )
    asked = question(found, "q")
    assert (asked.start, asked.end) == ends
    assert (("foreign-columns", 2) in told(found)) == (None in ends)


def test_more_groups_within_groups_than_any_form_has_are_refused(form: Form) -> None:
    with pytest.raises(FaultyFiles) as refused:
        form(one(*(f"begin_group | g{n} | Grupp" for n in range(51))))
    assert [p.code for p in refused.value.problems] == ["foreign-large"]


def test_more_choices_than_anybody_can_choose_from_are_refused(form: Form) -> None:
    many = "\n".join(f"janej | c{number} | Val" for number in range(10_001))
    with pytest.raises(FaultyFiles) as refused:
        form(one("select_one janej | q | Vad?"), f"list_name | name | label\n{many}")
    assert [p.code for p in refused.value.problems] == ["foreign-large"]


def test_headers_are_known_in_their_older_guises(form: Form) -> None:
    survey = "Type | Name | Label : English | Relevance\nselect one janej | q | How? |"
    choices = "list name | value | caption\njanej | ja | Ja"
    found = form(survey, choices)
    assert question(found, "q").label == "How?"
    assert found.instrument.choices["janej"][0].label == "Ja"


CELLS = {
    "type": st.sampled_from(
        [
            *("text", "note", "range", "select_one l", "select_multiple l or_other"),
            *("rank m", "begin group", "end group", "begin_repeat", "end repeat"),
            *("select_one saknas", "audit", "image", "", "select_one"),
        ]
    ),
    "name": st.sampled_from(["a", "A", "a b", "1", "å", "", "unit", "meta", "a" * 50]),
    "label": st.sampled_from(["Hur?", "", "${a}", "-", "Vet ej"]),
    "relevant": st.sampled_from(
        ["", "${a} = 'x'", "selected(${a}, 'vet ej')", "${a} != 'x'", "(" * 60, "}"]
    ),
    "required": st.sampled_from(["", "yes", "sometimes", "no"]),
    "parameters": st.sampled_from(["", "start=1 end=x", "step=0"]),
}


@given(rows=st.lists(st.fixed_dictionaries(CELLS), max_size=8))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_form_breaks_the_reader(rows: list[dict[str, str]], form: Form) -> None:
    survey = [[*CELLS], *([row[column] for column in CELLS] for row in rows)]
    survey.append(["text", "last", "Och?"])
    choices = "list_name|name|label\nl|x|X\nl|vet ej|Vet ej\nm|1|Ett\nm|1|Två\nm||"
    sheets = {"survey": survey, "choices": cells(choices)}
    path = form.folder / "form.xlsx"
    path.write_bytes(book(sheets))
    found = read(path, "enkat", "en")
    ids = [q.id.casefold() for q in found.instrument.questions()]
    assert len(set(ids)) == len(ids)
    assert all(note.message and note.remedy for note in found.notes)
    for at, asked in enumerate(found.instrument.questions()):
        assert {one.casefold() for one in asked.routing} <= set(ids[:at])


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="not installed: soffice")
def test_an_older_workbook_is_read_alike(form: Form, tmp_path: Path) -> None:
    path = form.write(SURVEY)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", profile, "--headless", "--convert-to", "xls", "--outdir"]
    subprocess.run(
        [*convert, tmp_path, path], check=True, capture_output=True, timeout=120
    )
    old = path.with_suffix(".xls")
    assert claims(old)
    assert read(old, "enkat", "sv").instrument == form(SURVEY).instrument
