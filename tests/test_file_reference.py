"""The file reference in docs: its examples are valid and it names every key."""

import re
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from ruamel.yaml import YAML

from brukarrevision.model import (
    codebook,
    erasure,
    findings,
    instrument,
    mapping,
    note,
    plan,
    quotes,
    release,
    workspace,
)
from brukarrevision.model.base import Model
from brukarrevision.wording import band_words

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = (DOCS / "sv" / "filer.md", DOCS / "en" / "files.md")
MODULES = (
    *(plan, instrument, findings, mapping, workspace),
    *(codebook, quotes, release, erasure, note),
)
EMPTY = {"format": 1, "id": "x", "kind": "survey", "title": "x"}
AREA = {
    "id": "a",
    "label": "A",
    "questions": [{"id": "q", "type": "note", "label": "Q"}],
}

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def models(module: ModuleType) -> list[type[Model]]:
    """Return the models that a module declares."""
    found = [one for one in vars(module).values() if isinstance(one, type)]
    return [
        m for m in found if issubclass(m, Model) and m.__module__ == module.__name__
    ]


def kind_of(data: dict[str, object]) -> type[Model]:
    """Return what kind of file an example is."""
    marks: tuple[tuple[str, type[Model]], ...] = (
        ("commission", plan.Plan),
        ("columns", mapping.Mapping),
        ("findings", findings.Findings),
        ("areas", instrument.Instrument),
        ("themes", codebook.Codebook),
        ("quotes", quotes.Quotes),
        ("release", release.Release),
        ("erased", erasure.Erasure),
    )
    return next((m for key, m in marks if key in data), workspace.WorkspaceSettings)


@every_page
def test_examples_are_valid(page: Path) -> None:
    """Whoever copies an example gets a file that can be read."""
    blocks = re.findall(
        r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL
    )
    assert len(blocks) == 10
    for block in blocks:
        data = YAML(typ="safe").load(block)
        if "format" not in data:
            data = {**EMPTY, "areas": [AREA], **data}
        kind_of(data).model_validate(data)


@every_page
def test_every_key_is_named(page: Path) -> None:
    """No key of any file is missing from the reference."""
    text = page.read_text(encoding="utf-8")
    for module in MODULES:
        for model in models(module):
            for name, field in model.model_fields.items():
                key = field.alias or name
                assert re.search(rf"[`. ]{key}[`:]|^{key}:", text, re.MULTILINE), key


@every_page
def test_every_word_that_is_allowed_is_named(page: Path) -> None:
    """Types, roles, steps, sides, rules and reasons are all explained."""
    text = page.read_text(encoding="utf-8")
    words = (
        *get_args(instrument.QuestionType),
        *get_args(instrument.Missing),
        *get_args(instrument.Side),
        *get_args(instrument.Rule),
        *get_args(plan.StepId),
        *mapping.RESPONSE_USES,
        *mapping.MODES,
        *mapping.HELPS,
        *get_args(erasure.Kind),
    )
    assert not [word for word in words if f"`{word}`" not in text]


@every_page
def test_words_for_shares_are_those_of_the_program(page: Path) -> None:
    """The table of limits is the one that reports use."""
    text = page.read_text(encoding="utf-8")
    path = DOCS.parent / "audits" / "sip-exempel" / "plan.yaml"
    raw = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    raw["language"] = page.parent.name
    rows = re.findall(r"^\| (\d+) % \| (.+?) \|$", text, re.MULTILINE)
    words = band_words(plan.Plan.model_validate(raw))
    assert rows == [(str(w.at_least), w.word) for w in words]
