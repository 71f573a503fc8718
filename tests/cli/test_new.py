"""``new``: a new audit folder from a template or from a file of responses."""

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from brukarrevision import audit as audits
from brukarrevision import scaffold, yamlfile
from brukarrevision.exchange.limesurvey.write import to_limesurvey
from brukarrevision.exchange.xlsform.write import to_xlsform
from brukarrevision.files import write_atomic
from tests.conftest import ROOT, Ran, Runner, outside
from tests.exchange.forms import instrument, plan
from tests.exchange.lss_files import lss

TEMPLATES = ROOT / "templates" / "audit"
CANARY = "Kanarie-ur-filen"
RESPONSES = "Vilken enhet?;Trivs du?;Vad saknas?\n" + "".join(
    f"{'Norr' if at % 2 else 'Syd'};{'Ja' if at % 3 else 'Nej'};{CANARY} nummer {at}\n"
    for at in range(12)
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in an empty folder."""
    folder = tmp_path / "arbete"
    folder.mkdir()
    monkeypatch.chdir(folder)
    yield folder
    folder.chmod(0o755)


def files(folder: Path) -> set[str]:
    """Return the names of all files of a folder, the ignore list aside."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {p.relative_to(folder).as_posix() for p in paths} - {".gitignore"}


def plan_of(here: Path, slug: str) -> dict[str, object]:
    """Return the plan as plain values."""
    source = yamlfile.load(here / "audits" / slug / "plan.yaml", "plan.yaml")
    assert source.problems == ()
    assert isinstance(source.data, dict)
    return source.data


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("template", ["sip", "boende"])
def test_every_file_of_a_template_is_there(
    here: Path, br: Runner, template: str, language: str
) -> None:
    """Both templates in both languages, and check finds no error in them."""
    done = br("new", "prov", "--template", template, "--language", language)
    assert done.code == 0
    folder = here / "audits" / "prov"
    assert files(folder) == files(TEMPLATES / template / language)
    assert done.out.strip() == str(folder)
    assert plan_of(here, "prov")["language"] == language
    assert br("check", "prov").code == 0


def test_the_language_is_that_of_the_tool_where_nothing_is_said(
    here: Path, br: Runner
) -> None:
    """Whoever runs the tool in English gets an English workspace and plan."""
    assert br("new", "one", lang="en").code == 0
    assert plan_of(here, "one")["language"] == "en"
    assert "language: en" in (here / "brukarrevision.yaml").read_text(encoding="utf-8")
    assert br("new", "two", lang="sv").code == 0
    assert plan_of(here, "two")["language"] == "en"


def test_an_existing_audit_is_never_overwritten(here: Path, br: Runner) -> None:
    """Exit code 1, and not a byte is changed."""
    br("new", "prov")
    before = {p: p.read_bytes() for p in here.rglob("*") if p.is_file()}
    again = br("new", "prov", "--title", "En annan")
    assert (again.code, again.codes) == (1, ["audit-exists"])
    assert {p: p.read_bytes() for p in here.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize(
    ("bad", "good"),
    [
        ("SIP Väst 2026", "sip-vast-2026"),
        ("con", "con-1"),
        ("LPT9", "lpt9-1"),
        ("../x", "x"),
        ("a/b", "a-b"),
        ("x" * 61, "x" * 60),
        ("åäö", "aao"),
        ("…", "revision"),
        ("-prov", "prov"),
    ],
)
def test_a_bad_name_is_refused_with_the_nearest_good_one(
    here: Path, br: Runner, bad: str, good: str
) -> None:
    """Exit code 2; nothing is written; the one proposed would do."""
    done = br("new", "--", bad)
    assert (done.code, done.codes) == (2, ["slug-bad"])
    assert f"till exempel {good}." in done.err
    assert list(here.iterdir()) == []
    assert br("new", good).code == 0


def test_an_unknown_template_names_the_nearest(here: Path, br: Runner) -> None:
    """The bare template of ``--from`` is not offered."""
    done = br("new", "prov", "--template", "boend", lang="en")
    assert (done.code, done.codes) == (2, ["template-missing"])
    assert "Did you mean boende? There are: boende, sip." in done.err
    assert br("new", "prov", "--template", "tom").code == 0  # named on purpose
    assert br("new", "x", "--template", "../audit/sip").code == 2
    assert (here / "audits" / "prov").is_dir()


def test_a_template_of_the_workspace_wins(here: Path, br: Runner) -> None:
    """An organisation's own template is offered and used."""
    br("new", "first")
    own = here / "templates" / "audit" / "eget" / "sv"
    own.mkdir(parents=True)
    plan = (here / "audits" / "first" / "plan.yaml").read_text(encoding="utf-8")
    (own / "plan.yaml").write_text(plan + "# vår egen\n", encoding="utf-8")
    assert br("new", "second", "--template", "eget").code == 0
    text = (here / "audits" / "second" / "plan.yaml").read_text(encoding="utf-8")
    assert text.endswith("# vår egen\n")
    assert plan_of(here, "second")["id"] == "second"


def test_a_faulty_template_is_told_with_its_place(here: Path, br: Runner) -> None:
    """The template is named, and nothing is written."""
    own = here / "templates" / "audit" / "eget" / "sv"
    own.mkdir(parents=True)
    (own / "plan.yaml").write_text("format: 1\ntitel: Hej\n", encoding="utf-8")
    done = br("new", "prov", "--template", "eget")
    assert done.code == 1
    assert "audit/eget/sv/plan.yaml:2:1: fel: Nyckeln titel finns inte." in done.err
    assert not (here / "audits").exists()
    assert not (here / "brukarrevision.yaml").exists()


def test_what_is_given_is_in_the_plan(here: Path, br: Runner) -> None:
    """Letters, quotes, colons and comment signs survive."""
    title = "Brukar: \"revision\" av 'Åsö' # 1 – {nej}, [kanske] & *så*"
    given = ["--title", title, "--purpose", "no", "--commissioner", "Ä: b"]
    given += ["--auditor", "- Ö", "--unit", 'a=Ett "hus": Ä', "--unit", "Östra 1"]
    assert br("new", "prov", *given).code == 0
    plan = plan_of(here, "prov")
    assert plan["title"] == title
    commission = plan["commission"]
    assert isinstance(commission, dict)
    assert commission["purpose"] == "no"
    assert commission["commissioner"] == "Ä: b"
    assert commission["auditor"] == "- Ö"
    assert plan["units"] == [
        {"id": "a", "label": 'Ett "hus": Ä', "invited": None},
        {"id": "ostra-1", "label": "Östra 1", "invited": None},
    ]
    assert br("check", "prov").code == 0


def test_comments_and_placeholders_of_the_plan_stay(here: Path, br: Runner) -> None:
    """Only the values given are changed; each unit keeps what is to be filled in."""
    br("new", "prov", "--template", "boende", "--unit", "Norr", "--unit", "Söder")
    text = (here / "audits" / "prov" / "plan.yaml").read_text(encoding="utf-8")
    template = (TEMPLATES / "boende" / "sv" / "plan.yaml").read_text(encoding="utf-8")
    lost = set(template.splitlines()) - set(text.splitlines())
    assert {line.split(":")[0].strip(" -") for line in lost} == {"id", "label"}
    assert text.count("    invited:  # FYLL I") == 2
    assert text.endswith(template[-60:])


def test_units_with_one_name_get_ids_of_their_own(here: Path, br: Runner) -> None:
    """A label alone is enough; an id given twice is refused."""
    assert br("new", "prov", "--unit", "Hus 1", "--unit", "Hus-1").code == 0
    units = plan_of(here, "prov")["units"]
    assert isinstance(units, list)
    assert [one["id"] for one in units] == ["hus-1", "hus-1-2"]
    for wrong in (["a=A", "a=B"], ["Å b=C"], ["="], [""]):
        words = [word for unit in wrong for word in ("--unit", unit)]
        done = br("new", "annan", *words)
        assert (done.code, done.codes) == (2, ["unit-option"])


def test_check_lists_what_is_still_to_be_filled_in(br: Runner) -> None:
    """What was not given is a marked placeholder with its line."""
    br("new", "prov", "--title", "En titel")
    done = br("check", "prov")
    assert done.code == 0
    assert "plan.yaml:9: varning: Kvar att fylla i: vem som har beställt" in done.err
    assert "vad revisionen heter" not in done.err


def test_without_a_terminal_nothing_is_asked(here: Path) -> None:
    """With nobody there the audit is made with placeholders, and no git."""
    done = outside("new", "prov", cwd=here)
    assert done.code == 0
    assert "?" not in done.err
    assert "Retur" not in done.err
    assert not (here / ".git").exists()


def test_the_id_of_a_workspace_is_random_and_written_once(
    here: Path, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two workspaces differ; a second audit leaves the settings alone."""
    br("new", "ett", "--auditor", "Föreningen: Å")
    first = (here / "brukarrevision.yaml").read_text(encoding="utf-8")
    br("new", "tva", "--auditor", "Andra")
    assert (here / "brukarrevision.yaml").read_text(encoding="utf-8") == first
    other = tmp_path / "annan"
    other.mkdir()
    monkeypatch.chdir(other)
    br("new", "ett")
    second = (other / "brukarrevision.yaml").read_text(encoding="utf-8")
    ids = [
        re.findall(r"^id: '?([0-9a-f]{12})'?$", t, re.MULTILINE)
        for t in (first, second)
    ]
    assert len(ids[0]) == len(ids[1]) == 1
    assert ids[0] != ids[1]
    assert "organisation: 'Föreningen: Å'" in first


def test_the_workspace_is_the_git_root(
    here: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standing in a subfolder of a repository, the audit lands at its root."""
    (here / ".git").mkdir()
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert br("new", "prov").code == 0
    assert (here / "audits" / "prov" / "plan.yaml").is_file()
    assert (here / "brukarrevision.yaml").is_file()


def test_raw_answers_are_kept_out_of_git(here: Path, br: Runner) -> None:
    """The audit's ignore list names the formats of responses."""
    br("new", "prov")
    text = (here / "audits" / "prov" / ".gitignore").read_text(encoding="utf-8")
    assert {"*.csv", "*.xlsx", "*.sav"} <= set(text.splitlines())


# -- from a file of responses ---------------------------------------------------


def workbook(path: Path, text: str) -> Path:
    """Write CSV text as a workbook."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for line in text.splitlines():
        sheet.append(line.split(";"))
    book.save(path)
    return path


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_an_audit_is_drafted_from_responses(
    here: Path, br: Runner, tmp_path: Path, ending: str
) -> None:
    """Instrument and mapping are drafted, no answer is kept, collect reads the file."""
    source = tmp_path / f"mina svar.{ending}"
    if ending == "csv":
        source.write_text(RESPONSES, encoding="utf-8")
    else:
        workbook(source, RESPONSES)
    done = br("new", "prov", "--from", source)
    assert done.code == 0
    assert f'collect prov "{source}"' in done.err
    folder = here / "audits" / "prov"
    assert "instruments/enkat.yaml" in files(folder)
    assert [p.name for p in (folder / "mappings").iterdir()] == ["enkat-table.yaml"]
    plan = plan_of(here, "prov")
    assert plan["instruments"] == ["enkat"]
    assert "units" not in plan
    assert "# units:\n#   - id: enhet1\n" in (folder / "plan.yaml").read_text("utf-8")
    written = b"".join(p.read_bytes() for p in here.rglob("*") if p.is_file())
    assert CANARY.encode() not in written
    assert CANARY not in done.all
    assert br("collect", "prov", source).code == 0


def test_a_drafted_audit_has_the_units_that_are_given(
    here: Path, br: Runner, tmp_path: Path
) -> None:
    """Units on the command line are in the plan, with their placeholders."""
    source = tmp_path / "svar.csv"
    source.write_text(RESPONSES, encoding="utf-8")
    br("new", "prov", "--from", source, "--unit", "Norr", "--language", "en")
    plan = plan_of(here, "prov")
    assert plan["units"] == [{"id": "norr", "label": "Norr", "invited": None}]
    assert plan["instruments"] == ["survey"]


def test_an_audit_is_made_from_a_questionnaire(
    here: Path, br: Runner, tmp_path: Path
) -> None:
    """Instrument without mapping, what was not kept is listed, and check comes next."""
    source = tmp_path / "enkat.txt"
    source.write_bytes(to_limesurvey(plan(), instrument()).data)
    done = br("new", "prov", "--from", source)
    assert done.code == 0
    assert "brukarrevision check prov" in done.err
    assert "foreign-attribute" in done.codes
    folder = here / "audits" / "prov"
    written = files(folder)
    assert "instruments/enkat.yaml" in written
    assert not any(name.startswith("mappings/") for name in written)
    text = (folder / "instruments" / "enkat.yaml").read_text("utf-8")
    assert "draft" not in text
    assert "label: Jag får stöd." in text
    assert "so: Taageero ayaan helaa." in text
    assert "units" not in plan_of(here, "prov")
    assert br("check", "prov").code == 0


DICTIONARY = (
    "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,"
    '"Choices, Calculations, OR Slider Labels"\n'
    's1,enkat,,radio,Jag får stöd.,"1, Ja | 2, Nej"\n'
)


def questionnaires() -> dict[str, bytes]:
    """Return the same question in the files of every tool."""
    structure = to_limesurvey(plan(), instrument()).data
    return {
        "enkat.txt": structure,
        "enkat.lss": lss(structure),
        "enkat.xlsx": to_xlsform(plan(), instrument()).data,
        "enkat.csv": DICTIONARY.encode(),
    }


@pytest.mark.parametrize("name", ["enkat.txt", "enkat.lss", "enkat.xlsx", "enkat.csv"])
def test_every_tools_questionnaire_is_known_by_its_shape(
    br: Runner, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever tool it was made in, its questions are in the audit."""
    monkeypatch.setattr("brukarrevision.exchange.xlsform.prove._java", lambda: False)
    source = tmp_path / name
    source.write_bytes(questionnaires()[name])
    done = br("new", "prov", "--from", source)
    assert (done.code, "check prov" in done.err) == (0, True)
    folder = tmp_path / "arbete" / "audits" / "prov"
    text = (folder / "instruments" / "enkat.yaml").read_text("utf-8")
    assert "label: Jag får stöd." in text


def test_a_questionnaire_of_two_tools_is_refused(
    here: Path, br: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message names both; nothing is written."""
    source = tmp_path / "enkat.txt"
    source.write_bytes(to_limesurvey(plan(), instrument()).data)
    monkeypatch.setattr("brukarrevision.exchange.redcap.claims", lambda _: True)
    done = br("new", "prov", "--from", source)
    assert (done.code, done.codes) == (1, ["questionnaire-two-claim"])
    assert "LimeSurvey, REDCap" in done.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("missing.csv", None),
        ("empty.csv", b""),
        ("open.csv", b'a;b\n1;"x\n'),
        ("not.xlsx", b"this is no workbook"),
        ("image.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("half.lss", b"<document><LimeSurveyDocType>Survey</LimeSurveyDocType>"),
        ("odd.lss", b"\x00\x01"),
    ],
)
def test_a_bad_file_leaves_no_folder_and_no_settings(
    here: Path, br: Runner, tmp_path: Path, name: str, data: bytes | None
) -> None:
    """Exit code 1 with the file's name, and nothing was written."""
    source = tmp_path / name
    if data is not None:
        source.write_bytes(data)
    done = br("new", "prov", "--from", source)
    assert done.code == 1
    assert name in done.err
    assert list(here.iterdir()) == []


def test_a_template_and_a_file_cannot_be_given_together(br: Runner) -> None:
    """The questions come from one of them."""
    done = br("new", "prov", "--from", "x.csv", "--template", "sip")
    assert (done.code, done.codes) == (2, ["options-together"])


# -- when the machine says no ---------------------------------------------------


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder_is_told_in_words(here: Path, br: Runner) -> None:
    """Exit code 4 and a remedy."""
    here.chmod(0o555)
    done = br("new", "prov")
    assert done.code == 4
    assert "Kontrollera" in done.err or "skrivskydd" in done.err


@pytest.mark.parametrize(
    ("number", "at", "code"),
    [
        (errno.EROFS, 1, "disk-read-only"),
        (errno.EACCES, 3, "disk-no-access"),
        (errno.ENOSPC, 3, "disk-full"),
        (errno.EIO, 5, "disk-fault"),
    ],
)
def test_a_disk_that_says_no_leaves_nothing_behind(
    here: Path,
    br: Runner,
    monkeypatch: pytest.MonkeyPatch,
    *,
    number: int,
    at: int,
    code: str,
) -> None:
    """However far it came, there is no half audit and no settings file."""
    calls = []

    def no(*_: object) -> None:
        calls.append(1)
        if len(calls) >= at:
            raise OSError(number, "the library's own words")

    monkeypatch.setattr(os, "fsync", no)
    done = br("new", "prov")
    assert (done.code, done.codes) == (4, [code])
    assert "own words" not in done.all
    assert list(here.iterdir()) == []


def test_settings_are_taken_back_when_the_folder_cannot_be_put_in_place(
    here: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All or nothing, to the last step."""

    def no(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "rename", no)
    assert br("new", "prov").code == 4
    assert list(here.iterdir()) == []


def test_an_audit_made_meanwhile_is_left_alone(
    here: Path, br: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two people who make the same audit at once do not overwrite each other."""
    taken = here / "audits" / "prov"

    def late(path: Path, data: bytes) -> None:
        write_atomic(path, data)
        taken.mkdir(parents=True, exist_ok=True)
        (taken / "plan.yaml").write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(scaffold, "write_atomic", late)
    done = br("new", "prov")
    assert (done.code, done.codes) == (1, ["audit-exists"])
    assert (taken / "plan.yaml").read_text(encoding="utf-8") == "theirs"
    assert [path.name for path in (here / "audits").iterdir()] == ["prov"]
    assert not (here / "brukarrevision.yaml").exists()


def test_faulty_settings_stop_a_new_audit(here: Path, br: Runner) -> None:
    """The settings are told with their place and stay as they are."""
    (here / "brukarrevision.yaml").write_text("format: 1\n", encoding="utf-8")
    done = br("new", "prov")
    assert done.code == 1
    assert "brukarrevision.yaml:1:1: fel: Nyckeln id saknas." in done.err
    assert not (here / "audits").exists()


def test_the_new_audit_can_be_read_back(here: Path, br: Runner) -> None:
    """What is written is an audit."""
    br("new", "prov", "--template", "boende")
    audit, problems = audits.load(here / "audits" / "prov")
    assert audit is not None
    assert problems == ()


def last(done: Ran) -> str:
    """Return the last line of what was said."""
    return done.err.strip().splitlines()[-1]


def test_the_next_command_is_told(br: Runner) -> None:
    """In the language of the tool."""
    done = br("new", "prov")
    assert last(done).endswith("Nästa kommando: brukarrevision check prov")
    english = br("new", "other", lang="en")
    assert last(english).endswith("Next command: brukarrevision check other")
