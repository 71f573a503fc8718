"""Every command that writes, each in a world where it has something to do."""

import random
import subprocess
from collections.abc import Callable
from dataclasses import dataclass

from tests import fakeaudit
from tests.conftest import Runner
from tests.interviews.notes import NOTE, guided, put
from tests.soak.world import World

Words = tuple[object, ...]


@dataclass(frozen=True)
class Scene:
    """A command, what makes the world ready for it, and what it says when it is done.

    Attributes:
        name: what it shows.
        words: the command line; ``{quote}`` is put in by :meth:`said`.
        ready: makes the world as it is before.
        done: codes of the problems that tell, the next time, that it was done already.
        once: whether it changes nothing when it is given again.
        between: codes that ``check`` may add where it was killed, so that it is seen.
    """

    name: str
    words: Words
    ready: Callable[[World, Runner], None]
    done: tuple[str, ...] = ()
    once: bool = True
    between: tuple[str, ...] = ()

    def said(self, world: World) -> Words:
        """Return the command line, with the id of the quote there is."""
        file = world.base / "citat.txt"
        name = file.read_text("utf-8") if file.exists() else ""
        return tuple(name if word == "{quote}" else word for word in self.words)

    @property
    def command(self) -> str:
        """Return the command's name, of one word or two."""
        from brukarrevision.cli.app import COMMANDS

        two = " ".join(map(str, self.words[:2]))
        return two if two in COMMANDS else str(self.words[0])


def run(br: Runner, *words: object) -> None:
    """Run a command that must succeed."""
    ran = br(*words)
    assert ran.code == 0, ran.err


def more(world: World, name: str, count: int = 12) -> None:
    """Write another file of responses, by people not heard before."""
    order = random.Random(name)  # noqa: S311 - invented answers need no secrecy
    rows = [
        f"{name}{number};norr;kvinna;{order.choice(['inte', 'delvis', 'helt'])};"
        f"Fritext {number};{order.choice(['inte', 'helt'])}"
        for number in range(count)
    ]
    (world.base / f"{name}.csv").write_bytes(fakeaudit.csv(*rows))


def nothing(world: World, br: Runner) -> None:
    """The audit without responses."""
    del world, br


def collected(world: World, br: Runner) -> None:
    """The audit with its responses, and another file to read."""
    run(br, "collect", "prov", world.box.source)
    more(world, "fler")


def corrected(world: World, br: Runner) -> None:
    """The mapping has been corrected since."""
    collected(world, br)
    (mapping,) = (world.box.audit / "mappings").glob("*.yaml")
    text = mapping.read_text("utf-8")
    assert "use: s2" in text
    mapping.write_text(text.replace("use: s2", "use: ignore"), "utf-8")


def newer(world: World, br: Runner) -> None:
    """There is a newer export, where most have changed their answers."""
    collected(world, br)
    lines = [line.replace(";Fritext ", ";Ändrad text ", 1) for line in fakeaudit.rows()]
    more = (world.base / "fler.csv").read_text("utf-8").splitlines()[1:]
    text = fakeaudit.csv(*fakeaudit.rows()[:4], *lines[4:], *more)
    (world.base / "nyare.csv").write_bytes(text)


def replaced(world: World, br: Runner) -> None:
    """It was read, and its answers count now."""
    newer(world, br)
    run(br, "collect", "prov", world.base / "nyare.csv", "--replace")


def reported(world: World, br: Runner) -> None:
    """There are reports of fewer responses, and one of a unit that is gone."""
    collected(world, br)
    run(br, "report", "prov")
    run(br, "collect", "prov", world.base / "fler.csv")
    for form in ("docx", "md"):
        drafts = world.box.private / "drafts"
        (drafts / f"liten.{form}").write_bytes((drafts / f"norr.{form}").read_bytes())


def written(world: World, br: Runner) -> None:
    """All texts are written, so that the audit can be published."""
    collected(world, br)
    world.box.write("text/metod.md", "Vi delade ut enkäten på papper.\n")


def published(world: World, br: Runner) -> None:
    """Something was published before."""
    written(world, br)
    run(br, "publish", "prov", "v1", "--yes")
    run(br, "collect", "prov", world.base / "fler.csv")


def in_git(world: World, br: Runner) -> None:
    """The workspace is kept by git."""
    del br
    subprocess.run(["git", "init", "-q", str(world.box.root)], check=True)


def with_key(world: World, br: Runner) -> None:
    """There is a key to seal with."""
    import pyrage

    collected(world, br)
    key = pyrage.x25519.Identity.generate()
    (world.base / "nyckel.txt").write_text(f"{key}\n", "utf-8")
    (world.base / "nyckel.txt").chmod(0o600)
    (world.base / "mottagare.txt").write_text(f"{key.to_public()}\n", "utf-8")


def packed(world: World, br: Runner) -> None:
    """A pack came from a computer where more was read."""
    with_key(world, br)
    kept = world.keep()
    run(br, "collect", "prov", world.base / "fler.csv")
    run(br, *PACK)
    pack = (world.base / "p.age").read_bytes()
    world.put_back(kept)
    (world.base / "p.age").write_bytes(pack)


def quoted(world: World, br: Runner) -> None:
    """A quote waits for approval."""
    world.box.swap("plan.yaml", "units:", f"{TEAM}units:")
    collected(world, br)
    ran = br("quotes", "add", *SAID)
    assert ran.code == 0, ran.err
    (world.base / "citat.txt").write_text(ran.out.strip(), "utf-8")


def approved(world: World, br: Runner) -> None:
    """It is approved, so it stands in the workspace."""
    quoted(world, br)
    name = (world.base / "citat.txt").read_text("utf-8")
    run(br, "quotes", "approve", "prov", name, "--by", "R1", "--yes")


def with_guide(world: World, br: Runner) -> None:
    """There is a guide to interview by, and one interview is begun."""
    guided(world.box)
    run(br, "interview", "new", "prov", "--unit", "norr")


def coded(world: World, br: Runner) -> None:
    """There is an interview with codes, and codes from another program."""
    put(guided(world.box))
    run(br, "codebook", "write", "prov", "-o", "..")
    codes = world.base / "prov.qdc"
    codes.write_text(codes.read_text("utf-8").replace("Tillgång", "Vård"), "utf-8")


def talked(world: World, br: Runner) -> None:
    """There are transcripts of two conversations, both with an id."""
    del br
    guided(world.box)
    folder = world.base / "samtal"
    folder.mkdir()
    for name in ("I-01", "I-02"):
        (folder / f"{name}.txt").write_text(f"g1\nSagt i {name}.\n", "utf-8")


def interviewed(world: World, br: Runner) -> None:
    """An interview was read in."""
    put(guided(world.box))
    run(br, "interview", "import", "prov")


def answers_coded(world: World, br: Runner) -> None:
    """Open answers were written out and coded."""
    collected(world, br)
    guided(world.box)
    run(br, "interview", "answers", "prov")
    path = world.box.private / "interviews" / "answers" / "enkat.s2.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Fritext 5", "[Fritext]{.tillgang} 5"), "utf-8")


def answers_changed(world: World, br: Runner) -> None:
    """More have answered since open answers were written out and coded."""
    answers_coded(world, br)
    run(br, "collect", "prov", world.base / "fler.csv")


def quoted_and_coded(world: World, br: Runner) -> None:
    """There are notes of two coders, and a quote, all about the same theme."""
    guided(world.box)
    world.box.swap("codebook.yaml", "id: tillgang", "id: trygg")
    put(world.box, NOTE.replace("tillgang", "trygg"))
    put(world.box, NOTE.replace("tillgang", "bemotande .trygg"), "I-03.coder-R2.md")
    run(br, "collect", "prov", world.box.source)
    ran = br("quotes", "add", *SAID, "--theme", "trygg")
    assert ran.code == 0, ran.err
    run(br, "quotes", "approve", "prov", ran.out.strip(), "--by", "R1", "--yes")


TEAM = "team:\n  - {alias: R1, role: auditor}\n"
SAID = ("prov", "--from", "r5", "--text", "Fritext 5")
CODES = ("note-code-unknown", "quote-place", "quote-changed")
SEEN = ("quote-withdrawn", "quote-unlogged")
BACK = ("quote-not-approved", "quote-changed")
EDIT = ("prov", "{quote}", "--text", "Fritext […]")
QUOTE = ("prov", "{quote}", "--by", "R1", "--yes")
PACK = ("data", "pack", "prov", "-o", "../p.age", "--to", "@../mottagare.txt")
UNPACK = ("data", "unpack", "prov", "../p.age", "--identity", "../nyckel.txt")
SCENES = (
    Scene("new", ("new", "ny", "--template", "sip"), nothing, ("audit-exists",)),
    Scene(
        "new from", ("new", "ny", "--from", "../svar.csv"), nothing, ("audit-exists",)
    ),
    Scene("form", ("form", "prov", "enkat", "-o", "..", "--yes"), nothing),
    Scene("collect", ("collect", "prov", "../svar.csv"), nothing),
    Scene("collect more", ("collect", "prov", "../fler.csv"), collected),
    Scene("collect again", ("collect", "prov", "../svar.csv"), corrected),
    Scene("collect replace", ("collect", "prov", "../nyare.csv", "--replace"), newer),
    Scene("undo", ("collect", "prov", "--undo", "--yes"), replaced, once=False),
    Scene("report", ("report", "prov"), collected),
    Scene("report again", ("report", "prov"), reported),
    Scene(
        "tally csv", ("tally", "prov", "--format", "csv", "-o", "../t.csv"), collected
    ),
    Scene(
        "tally xlsx",
        ("tally", "prov", "--format", "xlsx", "-o", "../t.xlsx"),
        collected,
    ),
    Scene(
        "publish",
        ("publish", "prov", "v1", "--yes"),
        written,
        ("release-exists",),
        between=("release-unfinished",),
    ),
    Scene(
        "publish more",
        ("publish", "prov", "v2", "--yes"),
        published,
        ("release-exists",),
        between=("release-unfinished",),
    ),
    Scene("withdraw", ("data", "withdraw", "prov", "r5", "--yes"), collected),
    Scene("purge", ("data", "purge", "prov", "--yes"), collected),
    Scene("guard", ("guard", "install"), in_git),
    Scene(
        "interview",
        ("interview", "new", "prov", "--unit", "norr", "--date", "2026-03-12"),
        with_guide,
        once=False,
        between=("note-unfilled",),
    ),
    Scene("interviews in", ("interview", "import", "prov"), coded),
    Scene(
        "talks in",
        ("interview", "import", "prov", "../samtal", "--consent", "yes"),
        talked,
        between=("note-unfilled",),
    ),
    Scene(
        "interview gone",
        ("data", "withdraw", "prov", "I-03", "--yes"),
        interviewed,
        between=("note-withdrawn",),
    ),
    Scene("answers out", ("interview", "answers", "prov"), answers_changed),
    Scene("answers gone", ("data", "withdraw", "prov", "r5", "--yes"), answers_coded),
    Scene(
        "codebook out",
        ("codebook", "write", "prov", "-o", "../prov.qdc", "--yes"),
        coded,
    ),
    Scene("codebook in", ("codebook", "read", "prov", "../prov.qdc", "--yes"), coded),
    Scene(
        "rename",
        ("codebook", "rename", "prov", "trygg", "narhet", "--yes"),
        quoted_and_coded,
        ("code-unknown",),
        between=CODES,
    ),
    Scene(
        "merge",
        ("codebook", "merge", "prov", "trygg", "bemotande", "--yes"),
        quoted_and_coded,
        ("code-unknown",),
        between=CODES,
    ),
    Scene(
        "move",
        ("codebook", "move", "prov", "trygg", "--under", "bemotande", "--yes"),
        quoted_and_coded,
    ),
    Scene(
        "project", ("themes", "prov", "--to", "refi-qda", "-o", "..", "--yes"), coded
    ),
    Scene("tables", ("themes", "prov", "--to", "csv", "-o", "..", "--yes"), coded),
    Scene("pack", PACK, with_key),
    Scene("unpack", UNPACK, packed),
    Scene("quote", ("quotes", "add", *SAID), collected, once=False),
    Scene("approve", ("quotes", "approve", *QUOTE), quoted, between=SEEN),
    Scene("edit quote", ("quotes", "edit", *EDIT), approved, between=BACK),
    Scene(
        "mask quote",
        ("quotes", "mask", "prov", "{quote}", "Fritext", "NAMN"),
        approved,
        ("quote-mask-nothing",),
        between=BACK,
    ),
    Scene("withdraw quote", ("quotes", "withdraw", *QUOTE), approved, between=SEEN),
)
"""Each is run from the workspace."""
