"""Themes in a report: counts, words, quotes and the tree, from what is shown."""

from dataclasses import replace

from brukarrevision.model.codebook import Codebook
from brukarrevision.report.blocks import Heading
from brukarrevision.report.content import ShownThemes
from brukarrevision.report.scope import Scope
from brukarrevision.report.themed import themes
from brukarrevision.results import Result, Results
from tests.protect.surveys import Row, audit, plan

from .shown import Given, shown

CODEBOOK = Codebook.model_validate(
    {
        "format": 1,
        "themes": [
            {"id": "r", "label": "Uppringd", "parent": "v"},
            {"id": "v", "label": "Vänta", "definition": "Allt om väntan"},
            {"id": "m", "label": "Maten", "example": "Gröt igen."},
            {"id": "l", "label": "Bli lyssnad på"},
        ],
    }
)
ROWS: list[Row] = [{"id": t.id, "label": t.label} for t in CODEBOOK.themes]
SOME = ("r", 3, 3), ("v", 9, 9), ("m", 12, 12), ("l", 0, 2)


def counted(*cells: Given, n: int = 20) -> Result:
    """Return a table of themes."""
    return shown(*cells, n=n, kind="select_multiple", rows=ROWS, name="themes")


def told(*results: Result, **quoted: tuple[str, ...]) -> ShownThemes:
    """Return what the report for all says of themes."""
    of = replace(audit(plan(), results[0].instrument), codebook=CODEBOOK)
    return themes(of, Results(tuple(results), {}), Scope("alla"), quoted)


def test_a_theme_stands_after_the_one_it_is_a_part_of() -> None:
    """In headings, in the table and in the appendix; the chart has whole ones alone."""
    found = told(counted(*SOME))
    assert [one.heading for one in found.themes] == [
        Heading(2, "Tema: Vänta"),
        Heading(3, "Tema: Uppringd"),
        Heading(2, "Tema: Maten"),
        Heading(2, "Tema: Bli lyssnad på"),
    ]
    names = ["Vänta", "Vänta › Uppringd", "Maten", "Bli lyssnad på"]
    (made,) = found.tables
    assert [row[0] for row in made.table.rows] == names
    assert [one.name for one in found.codebook] == names
    assert made.chart is not None
    assert made.chart.categories == ("Vänta", "Maten", "Bli lyssnad på")
    known, hidden = made.chart.series
    assert known.values == (9, 12, None)
    assert hidden.values == (None, None, 2)


def test_a_number_is_told_with_its_word_and_what_it_is_of() -> None:
    found = told(counted(*SOME))
    assert [one.mentioned for one in found.themes] == [
        ("Knappt hälften (9 av 20) tar upp det.",),
        ("Få (3 av 20) tar upp det.",),
        ("En majoritet (12 av 20) tar upp det.",),
        ("Få eller ingen (0–2 av 20) tar upp det.",),
    ]
    assert found.tables[0].table.rows[3] == ("Bli lyssnad på", "0–2", "0–10 %")


def test_what_most_people_bring_up_is_whole_themes_in_words() -> None:
    """Never a part, which its whole holds already; none where that is not known."""
    found = told(counted(*SOME))
    first, then = "Maten (en majoritet, 12 av 20)", "Vänta (knappt hälften, 9 av 20)"
    assert found.most == (f"Flest tar upp: {first} och {then}.",)
    unsure = told(counted(("r", 3, 3), ("v", 0, 2), ("m", 0, 2), ("l", 0, 2)))
    assert unsure.most == ()
    nearly = told(counted(("r", 3, 3), ("v", 4, 6), ("m", 0, 2), ("l", 0, 2), n=6))
    assert nearly.most == ("Flest tar upp: Vänta (alla eller nästan alla).",)
    assert nearly.themes[0].mentioned == ("Alla eller nästan alla tar upp det.",)
    alike = told(counted(("r", 3, 3), ("v", 9, 9), ("m", 9, 9), ("l", 9, 9)))
    assert alike.most == (), "all there are lead nobody"


def test_quotes_stand_under_their_theme_where_no_number_is_shown() -> None:
    """With the theme it is a part of; the others have nothing to say."""
    found = told(counted(), r=("Ingen ringde.",))
    assert [(one.heading.text, one.quotes) for one in found.themes] == [
        ("Tema: Vänta", ()),
        ("Tema: Uppringd", ("Ingen ringde.",)),
    ]
    assert (found.tables, found.most, found.leaves) == ((), (), ())
    assert found.themes[0].mentioned == ()
    assert found.quoted


def test_nothing_is_said_where_there_is_nothing_to_tell() -> None:
    """Not even that there is a codebook."""
    assert told(counted()) == ShownThemes()
