"""Surveys of LimeSurvey read as instruments, and what is listed as not kept."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.limesurvey.read import claims, read
from brukarrevision.exchange.limesurvey.write import to_limesurvey
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.intake.matching import choice_codes
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.model.plan import Plan
from tests.exchange.forms import NAMES, PAIRS, instrument, plan, shipped
from tests.exchange.limesurvey_rules import broken
from tests.exchange.lss_files import lss
from tests.exchange.made import instruments, said

every_instrument = pytest.mark.parametrize(("folder", "path"), PAIRS, ids=NAMES)
ONE = plan(units=[{"id": "norr", "label": "Norra huset"}])
HEAD = (
    "class\ttype/scale\tname\trelevance\ttext\thelp\tlanguage\tvalidation\t"
    "mandatory\tother\tdefault\tsame_default\n"
)
START = f"{HEAD}S\t\tlanguage\t\tsv\nSL\t\tsurveyls_title\t\tEnkät\t\tsv\n"


def questionnaire(
    data: bytes | str, name: str = "enkat.txt", language: str = "sv"
) -> Questionnaire:
    """Return what is read of a file with this content."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        assert claims(path)
        return read(path, "enkat", "sv" if language == "sv" else "en")


def survey(*lines: str) -> Questionnaire:
    """Return what is read of a structure whose rows end after their last cell."""
    return questionnaire(START + "".join(f"{line}\n" for line in lines))


def codes(found: Questionnaire) -> list[str]:
    """Return the codes of what is listed."""
    return [note.code for note in found.notes]


def as_limesurvey(one: Instrument) -> dict[str, Any]:
    """Return what LimeSurvey can say of an instrument: codes, no scales, no steps."""
    by_list = {name: choice_codes(some) for name, some in one.choices.items()}

    def changed(question: Question) -> Question:
        stated = question.model_dump(by_alias=True, exclude_unset=True)
        if isinstance(stated.get("relevant"), dict):
            stated["relevant"] = {
                parent: tuple(_codes(one, parent)[choice] for choice in wanted)
                for parent, wanted in stated["relevant"].items()
            }
        if question.type == "range":
            whole = all(
                not isinstance(n, float) for n in (question.start, question.step)
            )
            stated["type"] = "integer" if whole else "decimal"
            stated.pop("step", None)
        if question.type == "rank":
            stated["choices"] = f"{question.choices}-answers"
        return Question.model_validate(stated)

    lists = {
        name: [c.model_copy(update={"id": by_list[name][c.id]}) for c in some]
        for name, some in one.choices.items()
    }
    for name, some in list(lists.items()):
        lists[f"{name}-answers"] = [c for c in some if not c.missing]
    areas = [
        area.model_copy(update={"questions": tuple(map(changed, area.questions))})
        for area in one.areas
    ]
    background = tuple(map(changed, one.background))
    more = {"choices": lists, "areas": areas, "background": background}
    return said(one.model_copy(update=more))


def _codes(one: Instrument, question: str) -> dict[str, str]:
    asked = one.question(question)
    assert asked
    return choice_codes(one.options(asked))


Through = Callable[[bytes], tuple[bytes, str]]
SHAPES = {
    "tsv": lambda data: (data, "enkat.txt"),
    "lss": lambda data: (lss(data), "enkat.lss"),
    "old lss": lambda data: (lss(data, old=True), "enkat.lss"),
}
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)


def back(plan: Plan, one: Instrument, shape: Through) -> Questionnaire:
    """Return what is read of the survey that is made of an instrument."""
    data, name = shape(to_limesurvey(plan, one).data)
    return questionnaire(data, name, plan.language)


@every_shape
@every_instrument
def test_every_template_comes_back(folder: Path, path: Path, shape: Through) -> None:
    plan, one = shipped(folder, path)
    found = back(plan, one, shape)
    assert said(found.instrument) == as_limesurvey(one)
    assert {*codes(found)} <= {"foreign-missing", "foreign-attribute"}


@given(instruments())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_instrument_comes_back(one: Instrument) -> None:
    data = to_limesurvey(ONE, one).data
    assert broken(data) == []
    for shape in SHAPES.values():
        found = back(ONE, one, shape)
        assert said(found.instrument) == as_limesurvey(one)
        assert {*codes(found)} <= {"csv-decoded-twice"}  # where a text holds Ã¤


@every_shape
def test_languages_are_kept_as_translations(shape: Through) -> None:
    found = back(plan(), instrument(), shape).instrument.question("s1")
    assert found
    assert found.translations["so"] == "Taageero ayaan helaa."


def test_texts_in_the_language_of_the_audit_are_taken() -> None:
    data = to_limesurvey(plan(), instrument()).data
    found = questionnaire(data, language="en").instrument
    labels = {one.id: one.label for one in found.questions()}
    assert labels["s1"] == "I get support."


def test_another_language_is_told_of() -> None:
    found = questionnaire(
        f"{HEAD}S\t\tlanguage\t\tde\nG\tG0\tEins\t1\t\t\tde\nQ\tT\tq1\t1\tWas?\t\tde\n"
    )
    assert codes(found) == ["foreign-language"]
    assert next(found.instrument.questions()).label == "Was?"


# -- what LimeSurvey has and we have otherwise ------------------------------------


def test_the_older_form_has_neither_mark_nor_ids() -> None:
    found = survey("G\tG0\tEtt\t1\t\t\tsv", "Q\tY\tq1\t1\tBra?\t\tsv\t\tY")
    question = next(found.instrument.questions())
    assert (question.type, question.required) == ("select_one", True)
    assert [one.id for one in found.instrument.options(question)] == ["Y", "N"]
    assert found.notes == ()


def test_newer_forms_have_ids_and_classes_of_their_own() -> None:
    head = f"id\trelated_id\t{HEAD}"
    found = questionnaire(
        f"{head}\t\tS\t\tlanguage\t\tsv\n1\t\tG\tG1\tEtt\t1\t\t\tsv\n"
        "2\t\tQ\tS\tq1\t1\tVad?\t\tsv\n3\t\tQTA\t\tkvot\n"
    )
    assert [one.id for one in found.instrument.questions()] == ["q1"]


def test_rows_of_an_array_share_their_choices() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        "Q\tF\tarr\t1\tHur ofta?\t\tsv",
        "SQ\t0\tSQ001\t1\tSova\t\tsv",
        "SQ\t0\tSQ002\t1\tVila\t\tsv",
        "A\t0\t1\t\tAldrig\t\tsv",
        "A\t0\t2\t\tOfta\t\tsv",
        "Q\tT\tq2\t1\tMer?\t\tsv",
    ).instrument
    assert [area.label for area in found.areas] == ["Hur ofta?", "Ett"]
    rows = found.areas[0].questions
    assert [(one.id, one.label) for one in rows] == [
        ("arrSQ001", "Sova"),
        ("arrSQ002", "Vila"),
    ]
    assert rows[0].choices == rows[1].choices


def test_rows_with_the_same_code_are_called_by_their_arrays_too() -> None:
    array = ["SQ\t0\tSQ001\t1\tSova\t\tsv", "SQ\t0\tSQ002\t1\tVila\t\tsv"]
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        *("Q\tA\tett\t1\t\t\tsv", *array),
        *("Q\tB\ttva\t1\t\t\tsv", *array),
    ).instrument
    assert [one.id for one in found.questions()] == [
        "ettSQ001", "ettSQ002", "tvaSQ001", "tvaSQ002",
    ]  # fmt: skip
    sizes = [len(found.options(one)) for one in found.questions()]
    assert sizes == [5, 5, 10, 10]


def test_own_words_are_a_choice_and_a_question() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        "Q\tL\tq1\t1\tVem?\t\tsv\t\tN\tY",
        "A\t0\tA1\t\tMamma\t\tsv",
        'Q\tT\tq2\t"q1.NAOK == ""-oth-"""\tVarför?\t\tsv',
    )
    asked = {one.id: one.routing for one in found.instrument.questions()}
    leads = {"q1": ("other",)}
    assert asked == {"q1": {}, "q1other": leads, "q2": leads}
    assert codes(found) == ["foreign-other"]


def test_several_numbers_and_texts_are_questions_of_their_own() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        *("Q\tK\ttal\t1\t\t\tsv", "SQ\t0\ta\t1\tEtt\t\tsv", "SQ\t0\tb\t1\tTvå\t\tsv"),
        *("Q\tQ\tord\t1\t\t\tsv", "SQ\t0\tc\t1\tTre\t\tsv", "SQ\t0\td\t1\tFyra\t\tsv"),
    ).instrument
    kinds = [(one.id, one.type) for one in found.questions()]
    assert kinds == [("a", "decimal"), ("b", "decimal"), ("c", "text"), ("d", "text")]


def test_what_cannot_be_kept_is_listed_with_its_row() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        "Q\tT\tq1\t1\tHej {TOKEN:FIRSTNAME}!\t\tsv\t/[0-9]+/",
        "Q\t|\tfil\t1\tBild?\t\tsv",
        "Q\t1\tdubbel\t1\tTvå skalor\t\tsv",
        "Q\tT\temail\t1\tE-post?\t\tsv",
        "Q\tL\tunit\t1\tEnhet?\t\tsv",
        "Q\tL\ttom\t1\tInget att välja\t\tsv",
        "Q\tT\tq2\tcount(q1) > 2\tMer?\t\tsv",
        "G\tG1\tTom\t1\t\t\tsv",
    )
    assert [(note.code, note.place.row) for note in found.notes] == [
        ("foreign-reference", 5),
        ("foreign-columns", 5),
        ("foreign-type", 6),
        ("foreign-type", 7),
        ("foreign-identifies", 8),
        ("foreign-attribute", 9),
        ("foreign-list", 10),
        ("foreign-routing", 11),
        ("foreign-empty-group", 12),
    ]
    assert [one.id for one in found.instrument.questions()] == ["q1", "q2"]


def test_markup_is_taken_off() -> None:
    found = survey(
        "G\tG0\t<b>Ett</b>\t1\t\t\tsv",
        "Q\tT\tq1\t1\t<p>Bra &amp; <em>fint</em>?<br />Säg!</p>\t\tsv",
    ).instrument
    assert found.areas[0].label == "Ett"
    assert found.areas[0].questions[0].label == "Bra & fint ?\nSäg!"


def test_the_condition_of_a_group_holds_for_its_questions() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        "Q\tY\tq1\t1\tBra?\t\tsv",
        'G\tG1\tTvå\t"q1.NAOK == ""N"""\t\t\tsv',
        "Q\tT\tq2\t1\tVarför?\t\tsv",
    ).instrument
    assert [one.routing for one in found.questions()] == [{}, {"q1": ("N",)}]


# -- files that are no such thing -------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.lss", b"<document><LimeSurveyDocType>Survey<", "limesurvey-xml"),
        ("a.lss", b"\xff\xfe\x00", "limesurvey-xml"),
        ("a.lss", b"", "limesurvey-xml"),
        ("a.lss", b"<document/>", "foreign-nothing"),
        (
            "a.lss",
            b'<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><document>&b;</d>',
            "limesurvey-xml",
        ),
        (
            "a.lss",
            b'<!DOCTYPE d SYSTEM "file:///etc/passwd"><document></document>',
            "limesurvey-xml",
        ),
        ("a.txt", START.encode(), "foreign-nothing"),
        ("a.txt", START.encode() + b"Q\tT\t" + b"x" * 200_000, "limesurvey-odd"),
    ],
)
def test_a_faulty_file_is_told_of(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert claims(path)
    with pytest.raises(FaultyFiles) as caught:
        read(path, "enkat", "sv")
    assert [one.code for one in caught.value.problems] == [code]
    assert caught.value.problems[0].place.file == name


@pytest.mark.parametrize("name", ["a.txt", "a.lss"])
def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("tsv", "lss"):
        monkeypatch.setattr(f"brukarrevision.exchange.limesurvey.{module}.LARGEST", 99)
    path = tmp_path / name
    path.write_text(START, encoding="utf-8")
    with pytest.raises(FaultyFiles) as caught:
        read(path, "enkat", "sv")
    assert [one.code for one in caught.value.problems] == ["foreign-large"]


def test_more_questions_than_anybody_can_be_asked_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    lines = (f"Q\tT\tq{number}\t1\tVad?\t\tsv\n" for number in range(5_001))
    path.write_text(f"{START}G\tG0\tEtt\t1\t\t\tsv\n{''.join(lines)}", "utf-8")
    with pytest.raises(FaultyFiles) as caught:
        read(path, "enkat", "sv")
    assert [one.code for one in caught.value.problems] == ["foreign-large"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("svar.csv", "id;submitdate;q1\n1;;ja\n"),
        ("svar.txt", "class\tname\tq1\n5A\tAnna\tja\n"),
        ("bok.xlsx", "PK"),
        ("tom.txt", ""),
    ],
)
def test_answers_are_not_taken_for_a_structure(
    tmp_path: Path, name: str, text: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert not claims(path)


@pytest.mark.parametrize(
    ("encoding", "sign"), [("utf-16", "\t"), ("utf-8-sig", ";"), ("utf-8", ",")]
)
def test_a_structure_that_excel_has_saved_is_read(
    tmp_path: Path, encoding: str, sign: str
) -> None:
    path = tmp_path / "a.csv"
    rows = "G\tG0\tEtt\t1\t\t\tsv\nQ\tT\tq1\t1\tÄr det bra?\t\tsv\n"
    path.write_bytes(f"{START}{rows}".replace("\t", sign).encode(encoding))
    assert claims(path)
    found = read(path, "enkat", "sv")
    assert [one.label for one in found.instrument.questions()] == ["Är det bra?"]
    assert not found.notes


def test_letters_that_had_to_be_guessed_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    rows = "G\tG0\tEtt\t1\t\t\tsv\nQ\tT\tq1\t1\tÄr det bra?\t\tsv\n"
    path.write_bytes(f"{START}{rows}".encode("cp1252"))
    found = read(path, "enkat", "sv")
    assert [note.code for note in found.notes] == ["csv-encoding-guessed"]


def test_a_question_whose_text_asks_who_answers_is_left_out() -> None:
    found = survey(
        "G\tG0\tEtt\t1\t\t\tsv",
        "Q\tT\tq1\t1\tPersonnummer\t\tsv",
        "Q\tT\tq2\t1\tHur är det?\t\tsv",
    )
    assert [one.id for one in found.instrument.questions()] == ["q2"]
    assert [(n.code, n.place.row) for n in found.notes] == [("foreign-identifies", 5)]


def test_texts_are_those_of_one_row(tmp_path: Path) -> None:
    """A thousand rows of one key and a thousand texts of it would be a million."""
    ask = "<qid>1</qid><title>q1</title><type>L</type><question>Hur?</question>"
    answers = "".join(
        f"<row><aid>1</aid><qid>1</qid><code>{code}</code></row>" for code in ("a", "b")
    )
    texts = "<row><aid>1</aid><answer>Ja</answer></row>"
    path = tmp_path / "a.lss"
    path.write_text(
        f"<document><questions><rows><row>{ask}</row></rows></questions>"
        f"<answers><rows>{answers}</rows></answers>"
        f"<answer_l10ns><rows>{texts}</rows></answer_l10ns></document>",
        encoding="utf-8",
    )
    found = read(path, "enkat", "sv").instrument
    assert [one.label for one in found.choices["q1"]] == ["Ja", "b"]


def test_an_order_of_thousands_of_digits_is_no_order(tmp_path: Path) -> None:
    path = tmp_path / "a.lss"
    row = "<row><qid>1</qid><title>q1</title><type>T</type><question>Hur?</question>"
    order = f"<question_order>{'9' * 5_000}</question_order></row>"
    path.write_text(
        f"<document><questions><rows>{row}{order}</rows></questions></document>",
        encoding="utf-8",
    )
    found = read(path, "enkat", "sv")
    assert [one.id for one in found.instrument.questions()] == ["q1"]
