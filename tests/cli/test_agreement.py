"""``themes --agreement``: how far the coders agree."""

import json

import pytest

from tests.conftest import Runner
from tests.fakeaudit import Box
from tests.interviews.notes import HEAD, NOTE, SAID, guided, put


@pytest.fixture
def guide(box: Box) -> Box:
    """Return the small audit with a guide and a codebook."""
    return guided(box)


def coded(box: Box, interview: str, coder: str, codes: str) -> None:
    """Write the notes of an interview as somebody has coded them."""
    head = HEAD.replace("I-03", interview)
    text = f"{head}\n{{#g1}}\n\n[{SAID}]{codes}\n\n{{#g2 answer=ibland}}\n"
    name = f"{interview}.coder-{coder}.md" if coder else f"{interview}.md"
    put(box, text, name)


def both(box: Box, interview: str, first: str, second: str) -> None:
    """Write the notes of an interview as two people have coded them."""
    coded(box, interview, "", first)
    coded(box, interview, "R2", second)


def test_agreement_is_of_answers_and_themes(guide: Box, br: Runner) -> None:
    """Four interviews, one answer each, two themes; by hand.

    Eight pairs; six the same. By chance: 4/8 of the first coder's are 1, and 4/8 of the
    second's, so a half; kappa (0.75 - 0.5) / 0.5; alpha 1 - 15/16 (1 - 0.5).
    """
    both(guide, "I-01", "{.tillgang}", "{.tillgang}")
    both(guide, "I-02", "{.tillgang}", "{.bemotande}")
    both(guide, "I-03", "{.bemotande}", "{.bemotande}")
    both(guide, "I-04", "{.bemotande}", "{.bemotande}")
    done = br("themes", "prov", "--agreement", "--unprotected")
    assert done.code == 0
    assert done.out.splitlines()[:5] == [
        "Överensstämmelse: första kodaren, R2",
        "Tema\tn\t%\tCohens kappa\talfa",
        "Alla teman\t8\t75\t0,50\t0,53",
        done.out.splitlines()[3],
        "",
    ]
    assert "Svar som minst två har läst: 4." in done.out
    assert SAID not in done.all


@pytest.mark.parametrize("form", ["table", "json"])
def test_nobody_learns_from_it_what_all_have_said(
    guide: Box, br: Runner, form: str
) -> None:
    """Whether all mention a theme, or hardly anybody, it is the same to a reader.

    Kappa and alpha would tell: with one theme and one who is coded differently, they
    depend on how many mention it alone.
    """
    guide.write("codebook.yaml", "format: 1\nthemes: [{id: tillgang, label: Å}]\n")
    told = set()
    for codes, other in (("{.tillgang}", ""), ("", "{.tillgang}")):
        for at in range(5):
            both(guide, f"I-0{at}", codes, other if at == 0 else codes)
        done = br("themes", "prov", "--agreement", "--format", form)
        assert done.code == 0
        told.add(done.out)
    assert len(told) == 1
    assert "80" in told.pop().replace("0.8", "80")


def test_by_theme_it_is_for_the_auditors_alone(guide: Box, br: Runner) -> None:
    """A theme that nobody has used would tell just that."""
    both(guide, "I-01", "{.tillgang}", "{.tillgang}")
    both(guide, "I-02", "{.tillgang}", "{.tillgang}")
    assert "bemotande" not in br("themes", "prov", "--agreement").all
    done = br("themes", "prov", "--agreement", "--unprotected", lang="en")
    assert (
        "Bemötande (bemotande)\t2\t100\t"
        "cannot be computed: all have put the same everywhere\t"
        "cannot be computed: all have put the same everywhere"
    ) in done.out.splitlines()
    assert "auditors' own eyes" in done.err


def test_what_only_one_has_read_is_not_compared(guide: Box, br: Runner) -> None:
    """It is no disagreement."""
    both(guide, "I-01", "{.tillgang}", "{.tillgang}")
    coded(guide, "I-02", "", "{.bemotande}")
    done = br("themes", "prov", "--agreement")
    assert "Alla teman\t2\t100" in done.out.splitlines()


def test_three_coders_have_the_kappa_of_fleiss(guide: Box, br: Runner) -> None:
    """And three pairs of every answer and theme."""
    both(guide, "I-01", "{.tillgang}", "{.tillgang}")
    coded(guide, "I-01", "R1", "{.tillgang}")
    done = br("themes", "prov", "--agreement", "--unprotected", lang="en")
    assert "Theme\tn\t%\tFleiss' kappa\talpha" in done.out.splitlines()
    assert "All themes\t6\t100\t1.00\t1.00" in done.out.splitlines()


def test_coders_of_different_interviews_are_not_compared(
    guide: Box, br: Runner
) -> None:
    """There is a second coder, but of something else."""
    coded(guide, "I-01", "", "{.tillgang}")
    coded(guide, "I-02", "R2", "{.tillgang}")
    done = br("themes", "prov", "--agreement")
    assert done.code == 0
    assert "ingen har läst detsamma" in done.out


def test_without_two_coders_it_says_how_to_begin(guide: Box, br: Runner) -> None:
    """Consent counts here, too."""
    put(guide, NOTE)
    no = NOTE.replace("consent: yes", "consent: no")
    put(guide, no, "I-03.coder-R2.md")
    done = br("themes", "prov", "--agreement")
    assert (done.code, done.codes) == (1, ["agreement-one-coder"])


def test_one_thing_at_a_time(guide: Box, br: Runner) -> None:
    assert guide.audit.is_dir()
    for words in (
        ["--agreement", "--to", "csv"],
        ["--agreement", "-o", "."],
        ["--agreement", "--by", "unit"],
        ["--to", "csv", "--unprotected"],
    ):
        done = br("themes", "prov", *words)
        assert (done.code, done.codes) == (2, ["options-together"])


def test_closed_answers_are_compared_for_the_auditors_alone(
    guide: Box, br: Runner
) -> None:
    """By what the answers are: choices without an order, and numbers.

    Six numbers, two apart within three interviews, by hand: nominal 1 - 5 x 2/14,
    ordinal 1 - 5 x 2/102, interval 1 - 5 x 2/308.
    """
    for at, (first, second) in enumerate((("1", "2"), ("4", "4"), ("9", "8"))):
        for coder, number in (("", first), ("R2", second)):
            coded(guide, f"I-{at}", coder, "{.tillgang}")
            name = f"I-{at}.coder-R2.md" if coder else f"I-{at}.md"
            path = guide.private / "interviews" / name
            text = path.read_text("utf-8") + f"\n{{#g4 answer={number}}}\n"
            path.write_text(text, "utf-8")
    assert "g4" not in br("themes", "prov", "--agreement").all
    done = br("themes", "prov", "--agreement", "--unprotected")
    lines = done.out.splitlines()
    same = "kan inte beräknas: alla har satt samma överallt"
    assert f"Träffar du läkaren? (g2)\t3\t100\t{same}\t–\t–" in lines
    assert "Hur många gånger? (g4)\t3\t33\t0,29\t0,90\t0,97" in lines


def test_programs_get_the_same(guide: Box, br: Runner) -> None:
    """Also why there is no measure; themes and questions with a word alone."""
    both(guide, "I-01", "{.tillgang}", "{.tillgang}")
    words = ("themes", "prov", "--agreement", "--format", "json")
    told = json.loads(br(*words).data)
    assert (told["coders"], told["answers"]) == (["", "R2"], 1)
    assert told["all"]["percent"] == {
        "value": 1.0,
        "reason": None,
        "coders": 2,
        "units": 2,
        "pairs": 2,
    }
    assert (list(told["all"]), told["themes"], told["questions"]) == (
        ["percent"],
        {},
        {},
    )
    told = json.loads(br(*words, "--unprotected").data)
    assert told["all"]["kappa"]["value"] == 1.0
    assert told["themes"]["bemotande"]["kappa"]["reason"] == "one_value"
    assert told["questions"]["g2"]["alpha"]["nominal"]["reason"] == "one_value"
    assert br(*words[:-1], "csv").codes == ["choice-option"]
