"""Open answers written out to be coded: no code is ever lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from brukarrevision.interviews.answers import Asked, words
from brukarrevision.interviews.answersheet import renewed
from brukarrevision.interviews.escaping import lines_of, markdown
from brukarrevision.interviews.markup import read_blocks
from brukarrevision.model.instrument import Instrument, Question
from tests.conftest import Runner
from tests.fakeaudit import CANARY, Box, csv
from tests.interviews.notes import TEAM

MARKS = [f"s{number:012x}" for number in range(6)]
ODD = st.text("aå [](){}.#*_`\\<!->\n1-+=😀", max_size=20)
SAID = ODD.map(lambda text: f"ord {text} ord")


def asked(given: dict[str, str]) -> Asked:
    """Return a question with answers, by mark."""
    question = Question.model_construct(id="s2", type="text", label="Vad är bra?")
    instrument = Instrument.model_construct(
        format=1, id="enkat", kind="survey", title="Enkät", areas=()
    )
    return Asked(instrument, question, given, {}, {mark: mark for mark in given})


ANSWERED = st.dictionaries(st.sampled_from(MARKS), SAID, max_size=6)


@settings(max_examples=60, deadline=None)
@given(ANSWERED, ANSWERED, st.sets(st.sampled_from(MARKS)))
def test_every_code_stays_on_its_words(
    before: dict[str, str], after: dict[str, str], coded: set[str]
) -> None:
    """Whatever is added, changed, taken away, or looks like markup."""
    text = renewed("", "x", asked(before)).text
    for mark in coded & set(before):
        begin = f"row={mark}}}\n\n"
        text = text.replace(f"{begin}ord", f"{begin}[ord]{{.stod}}")
    new = renewed(text, "x", asked(after)).text
    blocks, faults = read_blocks(new, "x")
    assert not faults
    for mark in coded & set(before):
        old = [one for one in blocks if one.row == mark]
        assert [words(one.text) for one in old] == [words(before[mark])]
        assert [s.codes for one in old for s in one.spans] == [("stod",)]
    for mark, answer in after.items():
        mine = [b.text for b in blocks if b.row and b.row.startswith(mark)]
        assert words(answer) in map(words, mine)
    assert renewed(new, "x", asked(after)).text == new


def test_answers_may_stand_in_any_order_and_anywhere() -> None:
    """Codes stand in the text: moving, adding and taking away moves none."""
    now = asked(dict.fromkeys(MARKS[:4], "Det är bra. Maten är god.") | {MARKS[4]: "x"})
    text = renewed("", "x", now).text
    _, *parts = text.split("{#s2 ")
    coded = [one.replace("Maten", "[Maten]{.mat}") for one in parts[:3]]
    moved = [
        coded[2],
        f"{parts[4]}\n",
        f"{coded[0]}\n\n<!-- se nästa -->\n\n",
        coded[1],
    ]
    new = renewed("{#s2 ".join(["", *moved]), "x", now).text
    blocks, faults = read_blocks(new, "x")
    assert not faults
    assert [one.row for one in blocks] == MARKS[:5]
    found = [[(s.text, s.codes) for s in one.spans] for one in blocks]
    assert found == [[("Maten", ("mat",))]] * 3 + [[], []]


def test_words_are_read_as_they_were_written() -> None:
    """Nothing becomes markup by accident."""
    odd = "# a\n- b [c]{.x} <!-- d -->"
    blocks, faults = read_blocks("{#s2}\n\n" + markdown([odd]), "x")
    assert not faults
    assert lines_of(blocks[0].text) == lines_of(odd)


def test_answers_are_written_out_coded_and_kept(full: Box, br: Runner) -> None:
    """A newer answer stands beside the old one; a withdrawn one is nowhere."""
    full.swap("plan.yaml", "instruments:", f"{TEAM}instruments:")
    done = br("interview", "answers", "prov")
    path = full.private / "interviews" / "answers" / "enkat.s2.md"
    assert (done.code, done.out) == (0, f"{path}\n")
    text = path.read_text("utf-8")
    assert "r17" not in text
    assert text.count("row=s") == 33
    assert CANARY not in done.all
    path.write_text(text.replace("Fritext 17", "[Fritext]{.stod} 17"), "utf-8")
    full.source.write_bytes(csv("r17;soder;man;helt;Annat nu;helt"))
    assert br("collect", "prov", full.source, "--replace").code == 0
    assert br("interview", "answers", "prov", "--coder", "R2").code == 0
    both = path.read_text("utf-8")
    assert "[Fritext]{.stod} 17" in both
    assert "Annat nu" in both
    second = path.with_name("enkat.s2.coder-R2.md")
    assert "Annat nu" in second.read_text("utf-8")
    path.with_name(".enkat.s2.md.swp").write_text("Annat nu")
    assert br("data", "withdraw", "prov", "r17", "--yes").code == 0
    left = [one.read_bytes().decode() for one in path.parent.iterdir()]
    assert len(left) == 2
    assert not any("Annat nu" in one or "]{.stod} 17" in one for one in left)
    assert all(CANARY in one for one in left)


def test_a_file_with_faults_is_left_alone(full: Box, br: Runner) -> None:
    """And nothing is told of what stands in it."""
    assert br("interview", "answers", "prov").code == 0
    path = full.private / "interviews" / "answers" / "enkat.s2.md"
    bad = path.read_text("utf-8").replace(CANARY, f"[{CANARY}] {{.stod}}")
    path.write_text(bad, "utf-8")
    done = br("interview", "answers", "prov")
    assert (done.code, done.codes) == (1, ["note-span-space"])
    assert path.read_text("utf-8") == bad
    assert CANARY not in done.all


def test_without_answers_nothing_is_written(box: Box, br: Runner) -> None:
    """And it is said."""
    done = br("interview", "answers", "prov")
    assert (done.code, done.codes) == (2, ["answers-none"])
    assert not (box.private / "interviews").exists()
