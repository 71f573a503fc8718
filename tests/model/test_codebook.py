"""The tree of themes."""

from brukarrevision.model.codebook import Codebook, Theme


def tree(**parents: str | None) -> Codebook:
    """Return a codebook of themes by what each is a part of."""
    themes = (Theme(id=i, label=i, parent=above) for i, above in parents.items())
    return Codebook(format=1, themes=tuple(themes))


def test_a_theme_stands_under_all_that_it_is_a_part_of() -> None:
    """Itself first in the line, and the top first in the path."""
    book = tree(vard=None, moten=None, personal="vard", lakare="personal")
    assert book.upwards()["lakare"] == ("lakare", "personal", "vard")
    assert book.paths() == {
        "vard": "vard",
        "moten": "moten",
        "personal": "vard/personal",
        "lakare": "vard/personal/lakare",
    }


def test_a_ring_and_a_parent_that_is_not_there_come_to_an_end() -> None:
    """They are told as faults elsewhere; nobody waits for them here."""
    book = tree(a="b", b="a", c="borta")
    assert book.upwards() == {"a": ("a", "b"), "b": ("b", "a"), "c": ("c", "borta")}


def test_a_theme_is_called_and_stands_after_what_it_is_a_part_of() -> None:
    """In the order of the codebook otherwise, wherever in it a part was added."""
    book = tree(vard=None, moten=None, lakare="personal", personal="vard", mat=None)
    assert book.called()["lakare"] == "vard › personal › lakare"
    assert book.called()["moten"] == "moten"
    ordered = [theme.id for theme in book.tree()]
    assert ordered == ["vard", "personal", "lakare", "moten", "mat"]
