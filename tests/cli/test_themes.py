"""``themes``: how many mention each theme, and what of it may be shown."""

import csv
import io
import json

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import SAID, guided

CODEBOOK = """\
format: 1
themes:
  - {id: vard, label: Vården}
  - {id: lakare, label: Läkaren, parent: vard}
  - {id: mat, label: Maten}
"""
HEAD = "---\nid: {id}\nunit: {unit}\nconsent: yes\n---\n"
MAT, LAKARE, INGET = "[Maten.]{.mat}", "[Läkaren.]{.lakare}", "Vet inte."


def note(box: Box, name: str, unit: str, at_g1: str, at_g2: str = "") -> None:
    """Write what somebody said at two questions."""
    text = HEAD.format(id=name, unit=unit)
    text += f"\n{{#g1}}\n## Hur?\n\n{at_g1} {SAID}\n\n{{#g2}}\n## Läkaren?\n\n{at_g2}\n"
    path = box.private / "interviews" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def told(box: Box, br: Runner) -> Box:
    """Return an audit where seven in the north and five in the south were asked.

    In the north three mention the food at the first question, one the doctor at each,
    and one the food at the second; in the south all mention the food.
    """
    guided(box).write("codebook.yaml", CODEBOOK)
    north = [
        (MAT, ""),
        (MAT, ""),
        (MAT, LAKARE),
        (INGET, ""),
        (LAKARE, ""),
        (INGET, MAT),
    ]
    units = ["norr"] * 7 + ["soder"] * 5
    rows = [f"I-{at:02};{unit};ibland" for at, unit in enumerate(units, start=1)]
    source = box.source.with_name("intervju.csv")
    source.write_text("\n".join(["respondent;unit;g2", *rows, ""]), encoding="utf-8")
    assert br("collect", "prov", source, "--instrument", "intervju").code == 0
    for at, (first, second) in enumerate(north, start=1):
        note(box, f"I-{at:02}", "norr", first, second)
    for at in range(8, 13):
        note(box, f"I-{at:02}", "soder", MAT)
    return box


def counts(text: str) -> dict[str, dict[str, tuple[int | None, int, int]]]:
    """Return what is shown for each part: of how many, and at least and at most."""
    found: dict[str, dict[str, tuple[int | None, int, int]]] = {}
    for one in json.loads(text)["tables"]:
        key = "+".join(filter(None, (one["question"], one["unit"])))
        found[key] = {
            line["id"]: (
                one["n"],
                line.get("from", line.get("n")),
                line.get("to", line.get("n")),
            )
            for line in one["counts"]
        }
    return found


def test_people_are_counted_and_not_words(told: Box, br: Runner) -> None:
    """A theme holds its parts; few and nearly all are not told apart."""
    done = br("themes", "prov", "--by", "unit", "--format", "json")
    assert done.code == 0
    assert counts(done.out) == {
        "themes+norr": {"vard": (6, 0, 2), "lakare": (6, 0, 2), "mat": (6, 4, 6)},
        "themes+soder": {"vard": (5, 0, 2), "lakare": (5, 0, 2), "mat": (5, 3, 5)},
    }
    note(told, "I-07", "norr", LAKARE, "[Allt.]{.vard}")
    done = br("themes", "prov", "--by", "unit", "--format", "json")
    assert counts(done.out)["themes+norr"] == {
        "vard": (7, 3, 3),
        "lakare": (7, 3, 3),
        "mat": (7, 4, 4),
    }


def test_by_question_all_are_counted_and_only_the_top_of_the_tree(
    told: Box, br: Runner
) -> None:
    note(told, "I-07", "norr", INGET)
    done = br("themes", "prov", "--by", "question", "--by", "unit", "--format", "json")
    shown = counts(done.out)
    assert shown["themes.g1+norr"] == {"vard": (7, 0, 2), "mat": (7, 3, 3)}
    assert shown["themes.g2+norr"] == {"vard": (7, 0, 2), "mat": (7, 0, 2)}
    assert "themes+norr" not in shown


def test_tables_for_people_and_for_programs(told: Box, br: Runner) -> None:
    assert told.private.is_dir()
    done = br("themes", "prov")
    assert "Vården\t" in done.out
    assert "Vården › Läkaren\t" in done.out
    assert "Av 11 som det finns anteckningar om, av 12" in done.out
    rows = list(
        csv.DictReader(
            io.StringIO(br("themes", "prov", "--format", "csv").out), delimiter=";"
        )
    )
    assert {row["answer"] for row in rows} == {"Vården", "Läkaren", "Maten"}
    assert SAID not in done.all


def test_a_number_on_a_form_is_no_interview(told: Box, br: Runner) -> None:
    """It may be the same, and is another person's."""
    before = br("themes", "prov", "--together", "--unprotected").out
    form = told.source.with_name("papper.csv")
    rows = "respondent;unit;s2\nI-01;norr;Nej\nI-99;norr;Ja\n"
    form.write_text(rows, encoding="utf-8")
    assert br("collect", "prov", form, "--instrument", "enkat").code == 0
    note(told, "I-99", "norr", MAT)
    done = br("themes", "prov", "--together", "--unprotected")
    assert (done.out, done.codes) == (before, ["themes-uncounted"])


def test_each_instrument_has_its_own_tables(told: Box, br: Runner) -> None:
    """Where there are several, each table says whose it is."""
    assert br("collect", "prov", told.source, "--instrument", "enkat").code == 0
    done = br("themes", "prov", "--by", "round")
    titles = [line for line in done.out.splitlines() if line.endswith(" · Teman")]
    assert len(titles) == len(set(titles)) == 2
    assert "Visas inte. Ingår inte: Lilla huset, Norra huset, Södra huset" in done.out


def test_a_late_group_may_mention_a_theme_that_came_after_a_release(
    told: Box, br: Runner
) -> None:
    """Of those before it is not known who would have mentioned it: none, or all."""
    assert br("collect", "prov", told.source, "--instrument", "enkat").code == 0
    assert br("publish", "prov", "v1", "--yes").code == 0
    told.write("codebook.yaml", CODEBOOK + "  - {id: ro, label: Ro}\n")
    rows = [f"I-{at:02};norr;ofta" for at in range(20, 26)]
    late = told.source.with_name("sent.csv")
    late.write_text("\n".join(["respondent;unit;g2", *rows, ""]), encoding="utf-8")
    assert br("collect", "prov", late, "--instrument", "intervju").code == 0
    for at in range(20, 26):
        note(told, f"I-{at:02}", "norr", "[Lugnt.]{.ro}" if at < 23 else MAT)
    done = br("themes", "prov", "--by", "unit", "--format", "json")
    shown = counts(done.out)
    assert shown["themes+norr"] == {
        "vard": (12, 0, 4),
        "lakare": (12, 0, 4),
        "mat": (12, 7, 9),
        "ro": (12, 3, 9),
    }
    assert [*shown["themes+soder"]] == ["vard", "lakare", "mat"]


def test_raw_numbers_and_pairs_are_for_the_screen_alone(told: Box, br: Runner) -> None:
    assert told.private.is_dir()
    done = br("themes", "prov", "--together")
    assert (done.code, done.codes) == (3, ["themes-together"])
    done = br("themes", "prov", "--together", "--unprotected", lang="en")
    assert "Vården\tMaten\t1" in done.out
    assert "Vården › Läkaren\tMaten\t1" in done.out
    assert "Vården\tVården › Läkaren" not in done.out
    assert "UNPROTECTED" in done.err
    done = br("themes", "prov", "--unprotected")
    assert "Vården › Läkaren\t2\t18" in done.out
    assert br("themes", "prov", "--unprotected", "--by", "unit").codes == [
        "by-unprotected"
    ]


def test_interviews_that_are_not_read_in_are_named(told: Box, br: Runner) -> None:
    note(told, "I-99", "norr", MAT)
    done = br("themes", "prov")
    assert (done.code, done.codes) == (0, ["themes-uncounted"])
    assert "I-99" in done.err


def test_before_anything_is_coded_nobody_is_said_to_mention_nothing(
    told: Box, br: Runner
) -> None:
    """Themes may be there for the quotes alone."""
    for at in range(1, 13):
        note(told, f"I-{at:02}", "norr" if at < 8 else "soder", INGET)
    done = br("themes", "prov")
    assert (done.code, done.codes) == (0, ["themes-uncoded"])
    assert "{.tema}" in done.err
    assert "Visas inte" in done.out
    assert "0–" not in done.out


def test_with_errors_in_the_notes_nothing_is_counted(told: Box, br: Runner) -> None:
    """But a survey's own tables do not wait for them."""
    note(told, "I-07", "norr", "[Maten.]{.matt}")
    done = br("themes", "prov")
    assert (done.code, done.codes) == (1, ["note-code-unknown"])
    assert br("tally", "prov").code == 0


def test_without_themes_it_says_so(box: Box, br: Runner) -> None:
    guided(box).write("codebook.yaml", "format: 1\n")
    done = br("themes", "prov")
    assert (done.code, done.codes) == (1, ["codebook-empty"])


def test_released_themes_stay_and_late_ones_wait(told: Box, br: Runner) -> None:
    """What is coded otherwise afterwards changes no number that is out (R9)."""
    assert br("collect", "prov", told.source, "--instrument", "enkat").code == 0
    assert br("publish", "prov", "v1", "--yes").code == 0
    before = br("themes", "prov", "--by", "unit", "--format", "json").out
    for at in range(1, 4):
        note(told, f"I-{at:02}", "norr", INGET)
    assert br("themes", "prov", "--by", "unit", "--format", "json").out == before


def test_the_tree_of_released_themes_stays(told: Box, br: Runner) -> None:
    """A new theme may come; one that is out may not go, nor hold something else."""
    assert br("collect", "prov", told.source, "--instrument", "enkat").code == 0
    assert br("publish", "prov", "v1", "--yes").code == 0
    told.write("codebook.yaml", CODEBOOK + "  - {id: ro, label: Ro}\n")
    done = br("themes", "prov", "--format", "json")
    assert [*counts(done.out)["themes"]] == ["vard", "lakare", "mat"]
    for changed in (
        CODEBOOK.replace(", parent: vard", ""),
        CODEBOOK.replace("  - {id: mat, label: Maten}\n", ""),
    ):
        told.write("codebook.yaml", changed)
        done = br("report", "prov")
        assert (done.code, done.codes) == (3, ["release-theme-changed"])
