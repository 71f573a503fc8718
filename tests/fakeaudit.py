"""A small audit, as text, and its responses: nobody in it exists."""

import random
from dataclasses import dataclass
from pathlib import Path

CANARY = "Kanarie-hemligt-svar-7f3"
"""A free-text answer that may be seen in no output but raw counts."""

SETTINGS = """\
format: 1
id: prov-1
organisation: Provföreningen
language: sv
"""

PLAN = """\
format: 1
id: prov
title: Brukarrevision av provhuset
language: sv
commission:
  commissioner: Provkommunen
  auditor: Provföreningen
  purpose: Ta reda på hur det är.
  target_group: De som bor i provhuset.
  period: {start: 2026-02-01, end: 2026-10-30}
units:
  - {id: norr, label: Norra huset, invited: 20}
  - {id: soder, label: Södra huset, invited: 15}
  - {id: liten, label: Lilla huset}
instruments: [enkat]
anonymity: {min_group: 5, erase_raw_by: 2099-06-30}
"""

ENKAT = """\
format: 1
id: enkat
kind: survey
title: Enkät
partition: [unit]
choices:
  stammer:
    - {id: inte, label: Stämmer inte, score: 1, side: negative}
    - {id: delvis, label: Stämmer delvis, score: 2}
    - {id: helt, label: Stämmer helt, score: 3, side: positive}
    - {id: vetej, label: Vet ej, missing: dont_know}
  kon:
    - {id: kvinna, label: Kvinna}
    - {id: man, label: Man}
background:
  - {id: kon, type: select_one, label: Kön, choices: kon, observable: true}
areas:
  - id: stod
    label: Stöd
    questions:
      - {id: s1, type: select_one, label: Jag får stöd., choices: stammer}
      - {id: s2, type: text, label: Vad kan bli bättre?}
  - id: mat
    label: Mat
    questions:
      - {id: m1, type: select_one, label: "Maten: jag tycker om den.", choices: stammer}
"""

FINDINGS = """\
format: 1
findings:
  - {id: b1, kind: strength, text: Många får stöd., area: stod}
  - {id: f1, kind: proposal, text: Låt de boende välja mat., area: mat, units: [norr]}
"""

TEXTS = {
    "inledning": "Vi har frågat dem som bor här.\n",
    "metod": "<!-- FYLL I -->\nSkriv hur ni gjorde. OSKRIVET-AVSNITT\n",
    "resultat-stod": "Stödet är viktigt för många.\n",
    "diskussion": "Det finns mycket att tala om.\n",
    "slutord": "Tack till alla som svarade.\n",
}

HEADER = "respondent;unit;kon;s1;s2;m1"


def rows() -> list[str]:
    """Return the responses: two units that can be shown and one that is too small."""
    order = random.Random(7)  # noqa: S311 - invented answers need no secrecy
    units = ["norr"] * 16 + ["soder"] * 14 + ["liten"] * 3
    found = []
    for number, unit in enumerate(units, start=1):
        kon = order.choice(["kvinna", "man"])
        s1 = order.choice(["inte", "delvis", "delvis", "helt", "helt"])
        m1 = order.choice(["inte", "delvis", "helt", "helt", "vetej"])
        text = CANARY if number == 3 else f"Fritext {number}"
        found.append(f"r{number};{unit};{kon};{s1};{text};{m1}")
    return found


def csv(*lines: str) -> bytes:
    """Return a file of responses: the lines given, or all."""
    return "\n".join([HEADER, *(lines or rows()), ""]).encode()


@dataclass(frozen=True)
class Box:
    """A workspace with one audit, and a private place for its data.

    Attributes:
        root: the workspace; ``audit``: the folder of the audit.
        data: where raw data goes; ``source``: the file of responses.
    """

    root: Path
    audit: Path
    data: Path
    source: Path

    @property
    def private(self) -> Path:
        """Return the audit's private folder."""
        return self.data / "prov-1" / "prov"

    def write(self, name: str, text: str) -> Path:
        """Write a file of the audit."""
        path = self.audit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def swap(self, name: str, old: str, new: str) -> None:
        """Change a text in a file of the audit."""
        text = (self.audit / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def snapshot(self) -> dict[str, bytes]:
        """Return every file of workspace and data, by its path."""
        files = [*self.root.rglob("*"), *self.data.rglob("*")]
        return {str(path): path.read_bytes() for path in files if path.is_file()}


def make(folder: Path) -> Box:
    """Write the workspace, the audit and its file of responses."""
    root = folder / "arbete"
    box = Box(root, root / "audits" / "prov", folder / "data", folder / "svar.csv")
    box.write("plan.yaml", PLAN)
    box.write("instruments/enkat.yaml", ENKAT)
    box.write("findings.yaml", FINDINGS)
    for name, text in TEXTS.items():
        box.write(f"text/{name}.md", text)
    (root / "brukarrevision.yaml").write_text(SETTINGS, encoding="utf-8")
    box.source.write_bytes(csv())
    return box
