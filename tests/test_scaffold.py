"""The files of a new audit, before they are written."""

from pathlib import Path

import pytest

from brukarrevision import resources, scaffold, workspace, yamlfile
from brukarrevision.errors import FaultyFiles, WrongUsage
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.model.workspace import WorkspaceSettings
from brukarrevision.scaffold import Answers
from brukarrevision.workspace import Workspace


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Return a workspace without settings."""
    return workspace.find(tmp_path)


def template(name: str) -> Path:
    """Return a template that comes with the program."""
    return resources.templates() / "audit" / name / "sv"


def test_templates_are_those_shipped_and_the_workspaces_own(place: Workspace) -> None:
    """A folder without a plan is none, and the bare one is not offered."""
    shipped = scaffold.template_names(place)
    assert {"sip", "boende"} <= set(shipped)
    assert scaffold.EMPTY not in shipped
    own = place.templates / "audit" / "egen"
    (own / "sv").mkdir(parents=True)
    assert scaffold.template_names(place) == shipped
    (own / "sv" / "plan.yaml").write_text("x", encoding="utf-8")
    assert scaffold.template_names(place) == tuple(sorted([*shipped, "egen"]))
    assert scaffold.template_folder(place, "egen", "en") == own / "sv"


def test_junk_of_the_system_is_no_part_of_a_template(tmp_path: Path) -> None:
    """Hidden files and what Word leaves behind."""
    (tmp_path / "plan.yaml").write_bytes((template("tom") / "plan.yaml").read_bytes())
    for name in (".DS_Store", "~$plan.docx"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    files = scaffold.files_of(tmp_path, "prov", Answers())
    assert set(files) == {"plan.yaml", ".gitignore"}


def test_a_plan_without_answers_has_its_id_alone() -> None:
    """And all that the template asks for."""
    before = (template("tom") / "plan.yaml").read_text(encoding="utf-8")
    after = scaffold.files_of(template("tom"), "prov", Answers())["plan.yaml"].decode()
    changed = set(after.splitlines()) - set(before.splitlines())
    assert changed == {"id: prov"}


def test_a_drafted_plan_has_no_units_but_an_example() -> None:
    """What is commented out is still valid once the signs are taken away."""
    files = scaffold.files_of(template("tom"), "prov", Answers(), ["a1", "b2"])
    source = yamlfile.read(files["plan.yaml"], "plan.yaml")
    plan = Plan.model_validate(source.data)
    assert (plan.instruments, plan.units) == (("a1", "b2"), ())
    example = source.text.replace("\n# ", "\n")
    example = example[example.index("units:") : example.index("instruments:")]
    lines = [line for line in example.splitlines() if not line.startswith("En rad")]
    units = yamlfile.read("\n".join(lines).encode(), "x").data
    assert isinstance(units, dict)
    assert [one["id"] for one in units["units"]] == ["enhet1"]


@pytest.mark.parametrize(
    ("texts", "units"),
    [
        ([], ()),
        (["a=A"], (("a", "A"),)),
        ([" a = A = B "], (("a", "A = B"),)),
        (["Å 1", "a-1=X"], None),
        (["!", "?"], (("q1", "!"), ("q1-2", "?"))),
        (
            ["x" * 30] * 2,
            (("x" * 20, "x" * 30), (f"{'x' * 17}-2", "x" * 30)),
        ),
    ],
)
def test_units_are_read_from_the_command_line(
    texts: list[str], units: tuple[tuple[str, str], ...] | None
) -> None:
    """Each id once; one that is made up never stands in the way of another."""
    if units is None:
        with pytest.raises(WrongUsage):
            scaffold.units_of(texts)
    else:
        assert scaffold.units_of(texts) == units


def test_a_workspace_gets_settings_once(place: Workspace) -> None:
    """Organisation, language and a random id; those that exist are kept."""
    new = scaffold.settled(place, "en", "Föreningen")
    assert (new.settings.language, new.settings.organisation) == ("en", "Föreningen")
    assert new.settings.id != scaffold.settled(place, "en", "").settings.id
    made = workspace.create(place.root, WorkspaceSettings(format=1, id="min"))
    assert scaffold.settled(made, "en", "Annan") is made


def test_what_is_drafted_is_written_as_files() -> None:
    """Named for the instrument and the tool."""
    instrument = yamlfile.load(template("boende") / "instruments" / "enkat.yaml", "e")
    mapping = Mapping.model_validate(
        {
            "format": 1,
            "instrument": "enkat",
            "source": {"tool": "forms"},
            "columns": [{"at": 0, "header": "a", "use": "ignore"}],
        }
    )
    files = scaffold.drafted(Instrument.model_validate(instrument.data), mapping)
    assert list(files) == ["instruments/enkat.yaml", "mappings/enkat-forms.yaml"]
    for data in files.values():
        assert yamlfile.read(data, "x").problems == ()


def test_an_instrument_that_could_not_be_read_again_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yamlfile, "MAX_BYTES", 99)
    instrument = yamlfile.load(template("boende") / "instruments" / "enkat.yaml", "e")
    with pytest.raises(FaultyFiles) as refused:
        scaffold.drafted(Instrument.model_validate(instrument.data), None)
    assert [one.code for one in refused.value.problems] == ["foreign-large"]


def test_the_findings_of_every_template_are_valid() -> None:
    """So that a new audit has no fault."""
    for name in ("sip", "boende", "tom"):
        data = scaffold.files_of(template(name), "prov", Answers())["findings.yaml"]
        Findings.model_validate(yamlfile.read(data, "f").data)
