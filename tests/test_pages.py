"""The pages of the docs: every link leads somewhere, both languages say the same."""

import re
from pathlib import Path

import pytest

from brukarrevision.cli.app import COMMANDS, GROUPS

ROOT = Path(__file__).resolve().parents[1]
PAIRS = {
    "anonymitet": "anonymity",
    "filer": "files",
    "forsta-revisionen": "first-audit",
    "kommandon": "commands",
    "meddelanden": "messages",
    "samordnare": "coordinators",
}
PAGES = sorted((ROOT / "docs").rglob("*.md")) + sorted(ROOT.glob("*.md"))
FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
CALL = re.compile(r"(?:`|\$ )brukarrevision ([a-z]+)(?: ([a-z]+))?")


def anchors(page: Path) -> set[str]:
    """Return what the headings of a page can be linked by."""
    plain = FENCED.sub("", page.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.+)$", plain, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """To a file that is there, and to a heading that it has."""
    dead = []
    for file, anchor in LINK.findall(FENCED.sub("", page.read_text(encoding="utf-8"))):
        target = page.parent / file if file else page
        there = target.exists() and (not anchor or anchor in anchors(target))
        dead += [] if there else [f"{file}#{anchor}"]
    assert dead == []


def test_every_page_is_in_both_languages() -> None:
    """No page is forgotten in one of them."""
    swedish = {one.stem for one in (ROOT / "docs" / "sv").glob("*.md")}
    english = {one.stem for one in (ROOT / "docs" / "en").glob("*.md")}
    assert (swedish, english) == (set(PAIRS), set(PAIRS.values()))


@pytest.mark.parametrize("swedish", PAIRS)
def test_both_languages_have_the_same_shape(swedish: str) -> None:
    """As many headings of each level, examples, tables and things to tick."""
    shapes = []
    for name in (f"sv/{swedish}.md", f"en/{PAIRS[swedish]}.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        marks = ("# ", "## ", "### ", "```", "- [ ] ", "|---", "1. ")
        lines = text.splitlines()
        shapes.append([sum(line.startswith(one) for line in lines) for one in marks])
    sv, en = shapes
    if swedish == "filer":
        # The words of code and commands are only told in English.
        en = [count - (mark in (1, 5)) for mark, count in enumerate(en)]
    assert sv == en


def test_every_command_in_the_pages_exists() -> None:
    """Nobody is told to run what cannot be run."""
    known = {*COMMANDS, *GROUPS}
    for page in PAGES:
        for one, two in CALL.findall(page.read_text(encoding="utf-8")):
            name = f"{one} {two}" if one in GROUPS and two else one
            assert name in known, f"{page.name}: {name}"


def test_pages_of_coordinators_name_every_command_of_raw_data() -> None:
    """What a coordinator can do stands where they look for it."""
    wanted = [one for one in COMMANDS if one.split()[0] in ("data", "guard", "publish")]
    for name in ("sv/samordnare.md", "en/coordinators.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert [one for one in wanted if f"brukarrevision {one}" not in text] == []
