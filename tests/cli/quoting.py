"""What the tests of quotes share: what is said, and how it is laid on the desk."""

from brukarrevision.store import Store
from brukarrevision.store import quote_log as log
from tests.conftest import Runner
from tests.fakeaudit import Box

AFRAID = "Jag vågar inte klaga på maten, det är så."
CALM = "Det är lugnt och skönt här på kvällarna."
LEFT = "Vi i lilla huset får aldrig vara med."
REACHED = "Ring mig på 070-174 06 05 om ni vill veta mer."
TEAM = "team:\n  - {alias: R1, role: auditor}\n  - {alias: S1, role: coordinator}\n"
THEMES = """\
format: 1
themes:
  - {id: trygg, label: Trygghet}
  - {id: lugn, label: Lugn och ro}
"""


def add(br: Runner, source: str, text: str, *more: str) -> str:
    """Lay a quote on the desk and return its id."""
    done = br("quotes", "add", "prov", "--from", source, "--text", text, *more)
    assert (done.code, done.codes) == (0, [])
    return done.out.strip()


def approved(br: Runner, source: str, text: str, *more: str) -> str:
    """Lay a quote on the desk, approve it and return its id."""
    quote = add(br, source, text, *more)
    done = br("quotes", "approve", "prov", quote, "--by", "R1", "--yes")
    assert done.code == 0
    return quote


def report(desk: Box, br: Runner, name: str = "alla") -> str:
    """Write the reports and return one as text."""
    assert br("report", "prov").code == 0
    return (desk.private / "drafts" / f"{name}.md").read_text(encoding="utf-8")


def in_store(desk: Box) -> list[tuple[str, str, str]]:
    """Return what the log says was done: quote, action, alias."""
    with Store.open(desk.private / "responses.sqlite") as store:
        return [(one.quote, one.action, one.alias) for one in log.entries(store)]
