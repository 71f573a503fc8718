"""A second entry at a real terminal: settled now, later, or keyed in anew."""

import sys

import pytest

from brukarrevision.store import Store, keyed
from tests.fakeaudit import Box

pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")

from .test_collect_enter import SMALL, Typist, kept  # noqa: E402 - needs pexpect


def answers(box: Box) -> list[tuple[str, str]]:
    """Return two answers of every response."""
    with Store.open(box.private / "responses.sqlite") as store:
        frame = store.frame("enkat")
    return list(zip(frame["s1"], frame["s2"], strict=True))


def test_what_is_not_settled_waits_for_the_next_time(box: Box) -> None:
    """The first entry counts until then; an answer can be keyed in anew."""
    typist = Typist(box, "--enter", "enkat")
    typist.form(1, SMALL)
    typist.type("q")
    assert typist.end()[0] == 0
    assert answers(box) == [("=helt", "=Mer mat")]

    typist = Typist(box, "--enter", "enkat", "--second")
    typist.see("[1]")
    typist.type("2\r")
    typist.see("Formulär 2 är inte inmatat en första gång.")
    typist.form(1, SMALL.replace("3", "1").replace("Mer", "Mindre"))
    typist.see("Formulär nr (q slutar)")
    typist.type("q")
    before = typist.see("1  första: Stämmer helt")
    assert "1 formulär jämförda: 5 svar, 2 skillnader, 60,0 procent lika." in before
    typist.type("2")
    typist.see("andra: Mindre mat")
    typist.type("q")
    code, shown = typist.end()
    assert code == 0
    assert "Ändrade formulär: inga. Kvar att avgöra: 1." in shown
    assert answers(box) == [("=helt", "=Mer mat")]

    typist = Typist(box, "--enter", "enkat", "--second", lang="en")
    typist.see("1 forms done")
    typist.see("Form no. (q ends)")
    typist.type("q")
    typist.see("second: Mindre mat")
    typist.type("3")
    typist.see("Vad kan bli bättre?")
    typist.type("Mera mat\r")
    code, shown = typist.end()
    assert code == 0
    assert "Forms changed: 1." in shown
    assert answers(box) == [("=inte", "=Mera mat")]
    assert kept(box) == [("P1", True, {})]
    with Store.open(box.private / "responses.sqlite") as store:
        assert [one.entry for one in keyed.forms(store)] == [keyed.SETTLED]
