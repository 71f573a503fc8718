"""Small audits of known answers, and everything that a reader can get of them."""

import base64
import io
import json
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import Runner
from tests.fakeaudit import SETTINGS, TEXTS, Box

Person = Mapping[str, str]
"""What somebody answered: what stands in the file, by column."""

FORMATS = ("table", "json", "csv", "xlsx")


_TIME = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?")
_HOUSE = {"hus": "Huset"}


@dataclass(frozen=True)
class Case:
    """One survey of one audit.

    Attributes:
        questions: as they stand in the instrument, of one area.
        lists: the answers, by the name of the list; labels by id, ``-`` before the
            label of one that is unfavourable.
        units: labels by id.
        background: questions; ``partition``: what respondents are split by.
        scores: whether the answers have scores, from 1 upwards.
    """

    questions: Sequence[Mapping[str, object]]
    lists: Mapping[str, Mapping[str, str]]
    units: Mapping[str, str] | None = None
    background: Sequence[Mapping[str, object]] = ()
    partition: Sequence[str] = ("unit",)
    scores: bool = False

    def put(self, folder: Path, people: Iterable[Person]) -> Box:
        """Write the audit and its file of responses."""
        root = folder / "arbete"
        box = Box(root, root / "audits" / "prov", folder / "data", folder / "svar.csv")
        box.write("plan.yaml", json.dumps(self._plan()))
        box.write("instruments/enkat.yaml", json.dumps(self._instrument()))
        for name, text in TEXTS.items():
            box.write(f"text/{name}.md", text.replace("<!-- FYLL I -->\n", ""))
        (root / "brukarrevision.yaml").write_text(SETTINGS, encoding="utf-8")
        box.source.write_bytes(self.file(people))
        return box

    def file(self, people: Iterable[Person], start: str = "r") -> bytes:
        """Return a file of responses; ids count from 1."""
        asked = [*self.background, *self.questions]
        names = ["unit", *(str(question["id"]) for question in asked)]
        home = next(iter((self.units or _HOUSE).values()))
        lines = [";".join(["respondent", *names])]
        for number, person in enumerate(people, start=1):
            cells = [{"unit": home, **person}.get(name, "") for name in names]
            lines.append(";".join([f"{start}{number}", *cells]))
        return "\n".join([*lines, ""]).encode()

    def _plan(self) -> dict[str, object]:
        units = self.units or _HOUSE
        return {
            "format": 1,
            "id": "prov",
            "title": "Brukarrevision av provhuset",
            "language": "sv",
            "commission": {
                "commissioner": "Provkommunen",
                "auditor": "Provföreningen",
                "purpose": "Ta reda på hur det är.",
                "target_group": "De som bor i provhuset.",
                "period": {"start": "2026-02-01", "end": "2026-10-30"},
            },
            "team": [{"alias": "R1", "role": "auditor"}],
            "units": [{"id": key, "label": label} for key, label in units.items()],
            "instruments": ["enkat"],
            "anonymity": {"min_group": 5, "erase_raw_by": "2099-06-30"},
        }

    def _instrument(self) -> dict[str, object]:
        questions = list(self.questions)
        return {
            "format": 1,
            "id": "enkat",
            "kind": "survey",
            "title": "Enkät",
            "partition": list(self.partition),
            "choices": {
                name: [
                    {**_choice(key, label), **({"score": at} if self.scores else {})}
                    for at, (key, label) in enumerate(labels.items(), start=1)
                ]
                for name, labels in self.lists.items()
            },
            "background": list(self.background),
            "areas": [{"id": "stod", "label": "Stöd", "questions": questions}],
        }


def _choice(key: str, label: str) -> dict[str, object]:
    bad = {"side": "negative"} if label.startswith("-") else {}
    return {"id": key, "label": label.removeprefix("-"), **bad}


def ask(name: str, choices: str, **more: object) -> dict[str, object]:
    """Return a question with one answer each."""
    label = f"Frågan {name}."
    return {
        "id": name,
        "type": "select_one",
        "label": label,
        "choices": choices,
        **more,
    }


def people(*groups: tuple[int, Person]) -> list[Person]:
    """Return so many of each who answered alike."""
    return [person for number, person in groups for _ in range(number)]


def everything(br: Runner, box: Box, split: str = "unit") -> dict[str, bytes]:
    """Return all that is let out of an audit whose responses are read.

    A workbook is given as its parts, one after the other, for it says when it was made.
    """
    found = {}
    for form in FORMATS:
        for by in ((), ("--by", split)):
            target = box.root.parent / f"tabell.{form}"
            if target.exists():
                target.unlink()
            more = ("-o", target) if form == "xlsx" else ()
            done = br("tally", "prov", *by, "--format", form, *more)
            assert done.code == 0, done.err
            name = " ".join(["tally", form, *by])
            found[name] = _undated(target.read_bytes()) if more else done.data
            found[f"{name}, said"] = _nowhere(done.err, box)
    done = br("report", "prov")
    assert done.code == 0, done.err
    found["report, said"] = _nowhere(done.all, box)
    found |= {path.name: path.read_bytes() for path in _files(box.private / "drafts")}
    return found


def _undated(data: bytes) -> bytes:
    """Return the parts of a workbook without the time when it was made."""
    joined = b"\n".join(name.encode() + part for name, part in parts(data).items())
    return _TIME.sub(b"", joined)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _nowhere(text: str, box: Box) -> bytes:
    """Return what was printed without where the audit lies."""
    return text.replace(str(box.root.parent), "").encode()


def published(box: Box) -> dict[str, bytes]:
    """Return what has been handed out, and the ledger."""
    files = [*_files(box.audit / "report"), *_files(box.audit / "published")]
    return {path.name: path.read_bytes() for path in files}


def parts(data: bytes) -> dict[str, bytes]:
    """Return every part of a file, those of zip files inside it too."""
    if not data.startswith(b"PK"):
        return {"": data}
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            inside = parts(archive.read(name))
            found |= {f"{name}/{key}": value for key, value in inside.items()}
    return found


def holds(data: bytes, word: str) -> bool:
    """Tell whether a word stands in a file, in any of the forms it may take there."""
    forms = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")]
    return any(
        form in part or base64.b64encode(form).rstrip(b"=")[:-2] in part
        for part in parts(data).values()
        for form in forms
    )
