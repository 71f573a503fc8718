"""The private half of the quotes: who said them, and what was done."""

from pathlib import Path

from brukarrevision.store import Origin, Store
from brukarrevision.store import quote_log as log

ONE = ("response:enkat:r1", "row:ab::2")
OTHER = ("row:ab::3",)


def origin(respondent: str | None, scope: str = "{}") -> Origin:
    return Origin("enkat", 1, 2, "ab", None, scope, respondent, None)


def test_a_response_is_called_by_its_row_and_by_its_id() -> None:
    """Ids are unique within the unit given for a file, and the same in every round."""
    assert log.sources_of(origin("r1")) == ONE
    assert log.sources_of(origin(None)) == ("row:ab::2",)
    assert log.sources_of(origin("r1", '{"round": "2"}')) == ONE
    north, south = (origin("1", f'{{"unit": "{u}"}}') for u in ("norr", "soder"))
    assert set(log.sources_of(north)) & set(log.sources_of(south)) == {"row:ab::2"}


def test_a_withdrawn_quote_leaves_nothing_but_that_it_was(tmp_path: Path) -> None:
    """Neither its text nor who said it; another's is as it was."""
    path = tmp_path / "responses.sqlite"
    with Store.open(path, write=True) as store:
        with store.transaction():
            for quote, text, sources in (
                ("a", "Hemligt ett", ONE),
                ("b", "Två", OTHER),
            ):
                log.keep(store, log.Kept(quote, text, "enkat", None, "stod"))
                log.enter(store, quote, "added", text=text, sources=sources)
            log.enter(store, "a", "approved", alias="R1", text="x", sources=ONE)
        assert log.tied(store, ("row:ab::2",)) == ("a",)
        with store.transaction():
            assert log.withdraw_of(store, ONE, alias="R1") == ("a",)
        assert log.tied(store, ONE) == ()
        found = [(e.quote, e.action, e.alias, e.source) for e in log.entries(store)]
        assert found == [
            ("a", "added", "", ""),
            ("b", "added", "", OTHER[0]),
            ("a", "approved", "R1", ""),
            ("a", "withdrawn", "R1", ""),
        ]
        hashes = {e.quote: e.text_hash for e in log.entries(store)}
        assert hashes == {"a": b"", "b": log.hash_of("  Två ")}
        assert log.kept(store) == {"b": log.Kept("b", "Två", "enkat", None, "stod")}
    assert b"Hemligt" not in path.read_bytes()
