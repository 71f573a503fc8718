"""Reading an audit from its folder."""

from pathlib import Path

import pytest

from brukarrevision import audit as audits
from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.errors import FaultyFiles
from brukarrevision.model.mapping import Mapping
from tests.fakeaudit import ENKAT, Box


def load(box: Box) -> Audit:
    """Return the audit; it has no fault."""
    audit, problems = audits.load(box.audit)
    assert audit is not None
    assert problems == ()
    return audit


def mapping(header: str) -> Mapping:
    """Return a mapping of one column."""
    column = {"at": 0, "header": header, "use": "s1"}
    given = {"format": 1, "instrument": "enkat", "columns": [column]}
    return Mapping.model_validate(given)


def test_everything_in_the_folder_is_read(box: Box) -> None:
    """Plan, instruments in the plan's order, findings and prose."""
    box.write("instruments/annan.yaml", ENKAT.replace("id: enkat", "id: annan"))
    box.swap("plan.yaml", "[enkat]", "[annan, enkat]")
    audit = load(box)
    assert (audit.slug, list(audit.instruments)) == ("prov", ["annan", "enkat"])
    assert [one.id for one in audit.findings.findings] == ["b1", "f1"]
    assert audit.texts["slutord"] == "Tack till alla som svarade.\n"
    assert str(audit.place("plan.yaml", ("units", 1, "label"))) == "plan.yaml:13:17"
    assert str(audit.place("saknas.yaml")) == "saknas.yaml"


def test_only_plan_and_instruments_are_needed(box: Box) -> None:
    """The rest may be missing."""
    (box.audit / "findings.yaml").unlink()
    for path in (box.audit / "text").iterdir():
        path.unlink()
    audit = load(box)
    assert (audit.findings.findings, audit.texts, audit.mappings) == ((), {}, {})


def test_the_floor_of_the_workspace_holds_for_every_plan(box: Box) -> None:
    """A plan may ask for more protection, never for less."""
    settings = box.root / "brukarrevision.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}anonymity: {{min_group: 8}}\n", encoding="utf-8")
    assert load(box).min_group == 8
    box.swap("plan.yaml", "min_group: 5", "min_group: 12")
    assert load(box).min_group == 12


def test_private_things_lie_outside_the_workspace(box: Box) -> None:
    """Store and drafts."""
    audit = load(box)
    assert audit.store_path == box.private / "responses.sqlite"
    assert audit.drafts == box.private / "drafts"
    assert not box.private.exists()
    assert audit.ensure_data_dir() == box.private
    assert box.private.is_dir()


def test_a_mapping_is_written_and_read_back(box: Box) -> None:
    """Block style, in the model's order."""
    path = load(box).write_mapping("enkat-x", mapping("å: b"))
    assert path == box.audit / "mappings" / "enkat-x.yaml"
    assert load(box).mappings["enkat-x"] == mapping("å: b")
    assert path.read_text("utf-8").startswith("format: 1\ninstrument: enkat\n")


def test_a_mapping_changed_meanwhile_is_not_overwritten(box: Box) -> None:
    """Nor one that somebody has written where there was none."""
    audit = load(box)
    path = audit.write_mapping("enkat-x", mapping("a"))
    for stale in (audit, load(box)):
        path.write_text(f"# min egen {stale.slug}\n", encoding="utf-8")
        with pytest.raises(FaultyFiles) as found:
            stale.write_mapping("enkat-x", mapping("b"))
        assert found.value.problems[0].code == "file-changed"
        assert path.read_text("utf-8").startswith("# min egen")
        path.write_text(yamlfile.dump(mapping("a")), encoding="utf-8")


def test_no_file_name_comes_from_a_file(box: Box) -> None:
    """Instruments are read by listing the folder; ids are no paths."""
    outside = box.root / "audits" / "utanfor.yaml"
    outside.write_text(ENKAT, encoding="utf-8")
    for name in (
        '"../utanfor"',
        '"../../audits/utanfor"',
        f'"{outside.with_suffix("")}"',
    ):
        text = (box.audit / "plan.yaml").read_text("utf-8")
        box.swap("plan.yaml", "[enkat]", f"[{name}]")
        audit, problems = audits.load(box.audit)
        assert audit is None
        assert {one.code for one in problems} == {"yaml-bad-id"}
        box.write("plan.yaml", text)
    names = {path.name for path in (box.audit / "instruments").iterdir()}
    assert {f"{name}.yaml" for name in load(box).instruments} == names


def test_an_audit_that_must_be_sound_stops_with_all_faults(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not with the first."""
    box.swap("plan.yaml", "title:", "titel:")
    box.swap("findings.yaml", "kind: strength", "kind: x")
    with pytest.raises(FaultyFiles) as found:
        audits.require("prov", box.root)
    assert len(found.value.problems) == 3
    monkeypatch.chdir(box.audit)
    with pytest.raises(FaultyFiles):
        audits.require(None, Path.cwd())
