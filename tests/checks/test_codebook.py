"""The tree of themes."""

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box


def themes(box: Box, *lines: str) -> None:
    """Write a codebook."""
    box.write("codebook.yaml", "\n".join(["format: 1", "themes:", *lines, ""]))


RING = "  - {id: a, label: A, parent: b}", "  - {id: b, label: B, parent: a}"


@pytest.mark.parametrize(
    ("lines", "code", "places"),
    [
        (
            ("  - {id: vard, label: V}", "  - {id: b, label: B, parent: vrd}"),
            "theme-parent",
            ["4:23"],
        ),
        (RING, "theme-ring", ["3:23", "4:23"]),
        (("  - {id: a, label: A, parent: a}",), "theme-ring", ["3:23"]),
        (
            (*RING, "  - {id: c, label: C, parent: a}"),
            "theme-ring",
            ["3:23", "4:23"],
        ),
        (("  - {id: Quote, label: Citat}",), "theme-reserved", ["3:6"]),
    ],
)
def test_a_theme_out_of_the_tree_is_told(
    box: Box, br: Runner, lines: tuple[str, ...], code: str, places: list[str]
) -> None:
    """With its place; nothing is handed over before it is mended."""
    themes(box, *lines)
    done = br("check", "prov")
    assert done.code == 1
    for place in places:
        assert f"codebook.yaml:{place}: " in done.err + done.out
    assert (done.out + done.err).count(f"[{code}]") == len(places)
    done = br("codebook", "write", "prov")
    assert (done.code, done.codes) == (1, [code] * len(places))
    assert not [*box.root.glob("*.qdc")]


def test_what_was_meant_is_proposed(box: Box, br: Runner) -> None:
    """A letter less."""
    themes(box, "  - {id: vard, label: V}", "  - {id: b, label: B, parent: vrd}")
    assert "vard" in br("codebook", "write", "prov").err


def test_a_tree_is_no_fault(box: Box, br: Runner) -> None:
    """Also where what is below stands first."""
    themes(
        box,
        "  - {id: c, label: C, parent: b}",
        "  - {id: b, label: B, parent: a}",
        "  - {id: a, label: A}",
    )
    assert "theme-" not in br("check", "prov").all
    assert br("codebook", "write", "prov").code == 0


def test_two_themes_with_one_id_are_not_handed_over(box: Box, br: Runner) -> None:
    """Nobody could tell which is meant."""
    themes(box, "  - {id: a, label: A}", "  - {id: a, label: B}")
    assert br("codebook", "write", "prov").codes == ["plan-duplicate-id"]
