"""Hostile YAML as a plan, an instrument and settings: refused with its place."""

import time
from pathlib import Path

import pytest

from brukarrevision import yamlfile
from brukarrevision.yamlfile import Unclear
from tests.conformance.data import DATA
from tests.conftest import Runner
from tests.fakeaudit import Box

BAD = DATA / "badinput"

pytestmark = pytest.mark.skipif(
    not BAD.is_dir(), reason="the hostile files (../shared/data/badinput) are missing"
)

NAMES = ("norway", "duplicate_key", "alias_bomb", "path_traversal", "python_tag")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "target", ["plan.yaml", "instruments/enkat.yaml", "mappings/x.yaml"]
)
def test_a_hostile_file_is_refused_in_words_and_quickly(
    box: Box, br: Runner, name: str, target: str
) -> None:
    """Whatever file of the audit it stands in place of; nothing runs."""
    text = (BAD / f"{name}.yaml").read_text(encoding="utf-8")
    box.write(target, text)
    start = time.perf_counter()
    done = br("check", "prov")
    assert time.perf_counter() - start < 1
    assert done.code == 1
    assert f"{target}:" in done.err
    assert "Traceback" not in done.all
    assert "uid=" not in done.all


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("duplicate_key", ["duplicate_key.yaml:2:1 yaml-duplicate-key"]),
        ("python_tag", ["python_tag.yaml:1:1 yaml-tag"]),
        ("alias_bomb", [f"alias_bomb.yaml:{n}:4 yaml-anchor" for n in range(1, 7)]),
    ],
)
def test_the_fault_is_told_where_it_stands(name: str, expected: list[str]) -> None:
    """The place and the code."""
    source = yamlfile.load(BAD / f"{name}.yaml", f"{name}.yaml")
    found = [f"{one.place} {one.code}" for one in source.problems]
    assert found[: len(expected)] == expected


def test_norway_is_eleven_texts_or_asks_for_quotes() -> None:
    """Never True, 90, 12, 1000, a date, None or infinity where text is expected."""
    source = yamlfile.load(BAD / "norway.yaml", "norway.yaml")
    assert isinstance(source.data, dict)
    answers = source.data["svar"]
    assert answers[:6] == ["ja", "nej", "no", "on", "off", "1:30"]
    assert answers[6:8] == [Unclear("012"), Unclear("1_000")]
    assert answers[9:] == [Unclear("~"), Unclear(".inf")]
    assert len(answers) == 11


def test_paths_are_texts_and_no_id(box: Box, br: Runner) -> None:
    """Each of the four is refused as an id, on every system."""
    source = yamlfile.load(BAD / "path_traversal.yaml", "p.yaml")
    assert isinstance(source.data, dict)
    plan = (box.audit / "plan.yaml").read_text(encoding="utf-8")
    for path in source.data.values():
        box.write("plan.yaml", plan.replace("[enkat]", f"['{path}']"))
        done = br("check", "prov")
        assert done.code == 1
        assert {"yaml-bad-id", "plan-instrument-missing"} & set(done.codes)


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_beside_the_settings_is_refused(
    box: Box, br: Runner, name: str
) -> None:
    """As the workspace's own settings."""
    data = (BAD / f"{name}.yaml").read_bytes()
    Path(box.root / "brukarrevision.yaml").write_bytes(data)
    done = br("check", "prov")
    assert done.code == 1
    assert done.err.startswith("brukarrevision.yaml:")
