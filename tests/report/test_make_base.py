"""The base file in the repository is what its script makes."""

import runpy
from pathlib import Path

from tests.report.word.samples import BASE, found, parts, root, value

SCRIPT = Path(__file__).parents[2] / "scripts" / "make_base.py"


def test_committed_base_is_what_the_script_makes() -> None:
    """After a change of the look: run ``python scripts/make_base.py`` and commit."""
    made = runpy.run_path(str(SCRIPT))["base_file"]()
    assert parts(made) == parts(BASE)


def test_base_is_lean() -> None:
    """A few kilobytes: no latent styles, theme, thumbnail or glossary."""
    assert len(BASE) < 8_000
    assert not found(root(BASE, "word/styles.xml"), "w:latentStyles")


def test_base_is_swedish() -> None:
    """The language of the base file is Swedish."""
    lang = found(root(BASE, "word/styles.xml"), "w:docDefaults//w:lang")[0]
    assert value(lang) == "sv-SE"
