"""Which tool wrote a file: one, none, or two that both claim it."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.intake.header import headings
from brukarrevision.intake.sheet import Sheet, open_sheet
from brukarrevision.intake.sources import (
    RECOGNISERS,
    TABLE,
    Role,
    named,
    recognise,
    role_of,
)
from tests.conftest import Runner
from tests.intake.samples import FakeAudit, book, drafted, table, through
from tests.intake.sources.build import EXAMPLES, Example

BOTH = [
    ["ID", "Start time", "Completion time", "redcap_event_name", "d1"],
    ["1", "a", "b", "c", "helt"],
    ["2", "a", "b", "c", "inte"],
]


def test_two_tools_that_claim_a_file_are_both_named(audit: FakeAudit) -> None:
    """And the file is read once somebody says whose it is."""
    path = table(audit.folder / "svar.csv", BOTH, delimiter=",")
    with pytest.raises(FaultyFiles) as caught:
        audit.collect(path)
    (fault,) = caught.value.problems
    assert (fault.code, fault.facts["names"]) == (
        "source-two-claim",
        "microsoft-forms, redcap",
    )
    (log,) = audit.collect(path, tool="microsoft-forms")
    assert (log.mapping, log.rows_used) == ("enkat-microsoft-forms", 2)


def test_a_tool_that_does_not_exist_is_wrong_usage(audit: FakeAudit) -> None:
    """The message lists those that do."""
    path = table(audit.folder / "svar.csv", BOTH, delimiter=",")
    with pytest.raises(WrongUsage) as caught:
        audit.collect(path, tool="webropol")
    (fault,) = caught.value.problems
    assert fault.code == "source-unknown"
    assert "google-forms" in str(fault.facts["known"])


def test_a_draft_may_be_told_the_tool(
    tmp_path: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the import may, by the option that the remedy names."""
    here = tmp_path / "arbete"
    here.mkdir()
    monkeypatch.chdir(here)
    path = table(tmp_path / "svar.csv", BOTH, delimiter=",")
    refused = br("new", "prov", "--from", path)
    assert (refused.code, refused.codes) == (1, ["source-two-claim"])
    assert "--tool" in refused.err
    assert br("new", "prov", "--from", path, "--tool", "table").code == 0
    assert (here / "audits" / "prov" / "mappings" / "enkat-table.yaml").is_file()


def test_any_other_file_is_a_table(tmp_path: Path) -> None:
    """Webropol, esMaker and sheets of one's own: nothing is assumed."""
    rows = [["Svarsnr", "Trivs du?"], ["1", "Ja"], ["2", "Nej"]]
    assert recognise(open_sheet(table(tmp_path / "svar.csv", rows))) is TABLE
    assert named("webropol") is TABLE


cells = st.sampled_from(
    ["", "#", "ID", "Q1", "Q1_1", "a - b", "a: b", "Other", "1", '{"ImportId":"Q1"}']
)
grids = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(cells, min_size=width, max_size=width), min_size=1, max_size=5
    )
)


@given(rows=grids)
def test_a_tool_that_is_stated_reads_any_table(rows: list[list[str]]) -> None:
    """People state what they believe: nothing breaks, whatever the file is."""
    plain = Sheet("svar.csv", "", None, None, None, lambda: iter(enumerate(rows, 1)))
    for tool in (*RECOGNISERS, TABLE):
        sheet = plain.under(tool.source(plain))
        found = tool.headings(sheet)
        assert [one.at for one in found] == list(range(len(found)))
        assert [one.raw for one in found] == [one.raw for one in headings(sheet)]
        for rule in tool.exclude(found, sheet.sample):
            assert rule.at < len(found)
        assert set(tool.only(found, sheet.sample)) <= set(range(len(found)))
        assert {role_of(tool, one) for one in found} <= {None, *get_args(Role)}


def test_columns_of_marks_are_one_question_in_any_table(tmp_path: Path) -> None:
    """Columns of Yes and No are not: they may be questions of their own."""
    rows = [["id", "Vem: Läkare", "Vem: Ombud", "Boende: Trivs du?", "Boende: Tryggt?"]]
    rows += [["1", "1", "0", "Ja", "Nej"], ["2", "0", "1", "Ja", "Ja"]]
    rows += [["3", "1", "1", "Nej", "Ja"], ["4", "", "", "Nej", "Nej"]]
    audit, made, _ = through(tmp_path, table(tmp_path / "svar.csv", rows))
    labels = {one.label: one.type for one in made.instrument.questions()}
    assert labels == {
        "Vem": "select_multiple",
        "Boende: Trivs du?": "select_one",
        "Boende: Tryggt?": "select_one",
    }
    assert audit.column("vem") == ["=lakare", "=ombud", "=lakare ombud", ""]


def test_names_of_tools_are_unique() -> None:
    """A mapping names one tool."""
    known = [one.name for one in (*RECOGNISERS, TABLE)]
    assert len(set(known)) == len(known)
    assert [named(one).name for one in known] == known


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_headers_stand_in_a_mapping_as_in_the_file(
    example: Example, tmp_path: Path
) -> None:
    """However the tool takes them apart: mappings are checked by them."""
    plain = open_sheet(example.write(tmp_path))
    tool = recognise(plain)
    sheet = plain.under(tool.source(plain))
    assert [one.raw for one in tool.headings(sheet)] == [
        one.raw for one in headings(sheet)
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_renamed_file_is_known_all_the_same(example: Example, tmp_path: Path) -> None:
    """The name of a file says nothing."""
    path = example.write(tmp_path)
    other = path.rename(path.with_name(f"kobotoolbox-limesurvey{path.suffix}"))
    assert recognise(open_sheet(other)).name == example.tool


def test_a_grid_of_yes_and_no_is_no_multiple_choice(tmp_path: Path) -> None:
    """Google writes several options in one cell: columns are rows of a grid."""
    rows = [["Tidstämpel", "Stämmer? [Jag blev hörd]", "Stämmer? [Jag förstod]"]]
    rows += [["10.00", "Ja", "Nej"], ["10.01", "Nej", "Nej"]]
    rows += [["10.02", "Ja", "Ja"], ["10.03", "", "Nej"]]
    _, made, _ = through(tmp_path, table(tmp_path / "svar.csv", rows, delimiter=","))
    (area,) = made.instrument.areas
    assert area.label == "Stämmer?"
    assert [(one.type, one.label) for one in area.questions] == [
        ("select_one", "Jag blev hörd"),
        ("select_one", "Jag förstod"),
    ]


@pytest.mark.parametrize("example", ["Feedback - personalen", "Hur var? [Feedback]"])
def test_a_question_about_feedback_is_no_quiz(tmp_path: Path, example: str) -> None:
    """A quiz has a column for the question itself too."""
    for own in (["ID", "Start time", "Completion time"], ["Timestamp"]):
        rows = [[*own, example], *([*("1" for _ in own), f"Svar {n}"] for n in "123")]
        made = drafted(table(tmp_path / "svar.csv", rows, delimiter=","))
        (question,) = made.instrument.questions()
        assert (question.type, question.label) == (
            "text",
            example.replace(" [", " – ").rstrip("]"),
        )


def test_links_to_files_are_not_stored(tmp_path: Path) -> None:
    """They tell who sent them in, or lead to it."""
    link = "https://example.com/SYNTET-ANNA.jpg"
    upload = f'[{{"name":"SYNTET-ANNA.jpg","link":"{link}"}}]'
    rows = [["id", "Bild", "Bilder", "Trivs du?"]]
    rows += [["1", link, upload, "Ja"], ["2", f"{link}, {link}", "", "Nej"]]
    audit, made, _ = through(
        tmp_path, table(tmp_path / "svar.csv", rows, delimiter=",")
    )
    assert [one.label for one in made.instrument.questions()] == ["Trivs du?"]
    assert b"SYNTET-ANNA" not in audit.stored()


@pytest.mark.parametrize(
    ("header", "separator"),
    [
        (["Tidstämpel"], ", "),
        (["ID", "Starttid", "Slutförandetid"], ";"),
        (["_uuid", "_submission_time"], " "),
    ],
)
def test_where_nobody_chose_two_the_tool_tells_how_they_would_be_joined(
    audit: FakeAudit, header: list[str], separator: str
) -> None:
    """The next export may hold somebody who did."""
    rows = [[*header, "d2"], *([*(f"{n}" for _ in header), "lakare"] for n in "12")]
    audit.collect(table(audit.folder / "svar.csv", rows, delimiter=","))
    (name,) = audit.mappings
    assert audit.mappings[name].columns[-1].separator == separator


def test_a_ranking_of_microsoft_forms_is_one(tmp_path: Path) -> None:
    """Everybody has every option, in an order of their own."""
    orders = ["Vila;Arbete;Vänner;", "Arbete;Vila;Vänner;", "Vänner;Vila;Arbete;"]
    rows = [["ID", "Starttid", "Slutförandetid", "Viktigast?"]]
    rows += [[str(n), "a", "b", orders[n % 3]] for n in range(6)]
    audit, made, _ = through(tmp_path, book(tmp_path / "svar.xlsx", rows))
    (question,) = made.instrument.questions()
    assert question.type == "rank"
    assert audit.column(question.id)[:2] == [
        "=vila arbete vanner",
        "=arbete vila vanner",
    ]


def test_a_question_called_status_is_no_status_of_qualtrics(tmp_path: Path) -> None:
    """Its own columns are known by their codes; in old files these are V1, V2."""
    rows = [["ResponseId", "Status", "Finished", "Q1", "Q2"]]
    rows += [["Response ID", "Response Type", "Finished", "Status", "Name"]]
    rows += [[f'{{"ImportId":"{n}"}}' for n in range(5)]]
    rows += [[f"R_{n}", "IP Address", "True", "Bra", "SYNTET-ANNA"] for n in range(3)]
    audit, made, _ = through(tmp_path, table(tmp_path / "a.csv", rows, delimiter=","))
    assert [one.label for one in made.instrument.questions()] == ["Status"]
    assert {one.at for one in made.mapping.exclude} == {1, 2}
    assert b"SYNTET-ANNA" not in audit.stored()
    old = [
        ["V1", "V2", "V3", "Q1"],
        ["ResponseID", "ResponseSet", "Finished", "Trivs?"],
    ]
    old += [["R_1", "Default", "1", "Ja"], ["R_2", "Default", "0", "Nej"]]
    made = drafted(table(tmp_path / "b.csv", old, delimiter=","))
    assert made.mapping.source.tool == "qualtrics"
    assert [(one.at, one.equals) for one in made.mapping.exclude] == [(2, "0")]
    assert made.mapping.columns[0].use == "respondent"
