"""A synthetic audit that lives in memory and a temporary folder."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from brukarrevision.intake.collect import CollectOptions, collect
from brukarrevision.intake.draft import Draft, draft
from brukarrevision.intake.log import ImportLog
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.store import Store

PLAN = Plan.model_validate(
    {
        "format": 1,
        "id": "prov",
        "title": "Syntetisk revision",
        "language": "sv",
        "commission": {
            "commissioner": "Provregionen",
            "auditor": "Provföreningen",
            "purpose": "Prova.",
            "target_group": "Ingen.",
            "period": {"start": "2026-01-01", "end": "2026-12-31"},
        },
        "units": [
            {"id": "norr", "label": "Norra mottagningen"},
            {"id": "soder", "label": "Södra mottagningen"},
        ],
        "groups": [
            {"id": "brukare", "label": "Brukare"},
            {"id": "narstaende", "label": "Närstående"},
        ],
        "rounds": [{"id": "2026", "label": "Våren 2026"}],
        "instruments": ["enkat"],
        "anonymity": {"erase_raw_by": "2027-06-30"},
    }
)
INSTRUMENT = Instrument.model_validate(
    {
        "format": 1,
        "id": "enkat",
        "kind": "survey",
        "title": "Syntetisk enkät",
        "choices": {
            "stammer": [
                {"id": "inte", "label": "Stämmer inte alls"},
                {"id": "delvis", "label": "Stämmer delvis"},
                {
                    "id": "helt",
                    "label": "Stämmer helt",
                    "translations": {"en": "Fully true"},
                },
                {"id": "vetej", "label": "Vet ej", "missing": "dont_know"},
            ],
            "vilka": [
                {"id": "lakare", "label": "Läkare"},
                {"id": "anhorig", "label": "Anhörig, vän eller granne"},
                {"id": "ombud", "label": "Personligt ombud"},
                {"id": "villej", "label": "Vill ej svara", "missing": "declined"},
            ],
        },
        "areas": [
            {
                "id": "motet",
                "label": "Mötet",
                "questions": [
                    {
                        "id": "d1",
                        "type": "select_one",
                        "label": "Jag fick säga det jag ville på mötet.",
                        "choices": "stammer",
                        "translations": {"en": "I could say what I wanted."},
                    },
                    {
                        "id": "d2",
                        "type": "select_multiple",
                        "label": "Vilka var med?",
                        "choices": "vilka",
                    },
                    {"id": "d3", "type": "text", "label": "Vad hade varit bättre?"},
                    {"id": "d4", "type": "integer", "label": "Hur många möten?"},
                    {"id": "d5", "type": "decimal", "label": "Betyg"},
                    {"id": "d6", "type": "date", "label": "När var mötet?"},
                    {
                        "id": "d7",
                        "type": "rank",
                        "label": "Viktigast för dig",
                        "choices": "vilka",
                    },
                ],
            }
        ],
    }
)


@dataclass
class FakeAudit:
    """What :func:`collect` needs of an audit."""

    folder: Path
    plan: Plan = PLAN
    instruments: dict[str, Instrument] = field(
        default_factory=lambda: {"enkat": INSTRUMENT}
    )
    mappings: dict[str, Mapping] = field(default_factory=dict)

    @property
    def store_path(self) -> Path:
        return self.folder / "privat" / "responses.sqlite"

    def ensure_data_dir(self) -> Path:
        self.store_path.parent.mkdir(exist_ok=True, mode=0o700)
        return self.store_path.parent

    def refuse_if_erased(self) -> None:
        """Nothing is erased here."""

    def write_mapping(self, name: str, mapping: Mapping) -> Path:
        self.mappings[name] = mapping
        return self.folder / f"{name}.yaml"

    def collect(self, *files: Path, **wishes: object) -> tuple[ImportLog, ...]:
        """Import files with some options."""
        if len(self.instruments) == 1 and "mapping" not in wishes:
            wishes.setdefault("instrument", next(iter(self.instruments)))
        options = CollectOptions(**wishes)  # type: ignore[arg-type]
        return collect(self, files, options)

    def column(self, name: str, instrument: str = "enkat") -> list[str | None]:
        """Return one column of what is stored."""
        with Store.open(self.store_path) as store:
            frame = store.frame(instrument)
            return [None if cell is None else str(cell) for cell in frame[name]]

    def stored(self) -> bytes:
        """Return every byte of the private folder."""
        files = sorted(self.store_path.parent.glob("*"))
        return b"".join(path.read_bytes() for path in files)


def table(
    path: Path,
    rows: Iterable[Sequence[str]],
    *,
    encoding: str = "utf-8",
    delimiter: str = ";",
) -> Path:
    """Write a csv file and return its path."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def book(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    """Write an .xlsx file, one sheet after the other, and return its path."""
    import openpyxl

    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for number, rows in enumerate(sheets, 1):
        sheet = made.create_sheet(f"Blad{number}")
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def drafted(path: Path) -> Draft:
    """Draft an instrument from a file."""
    return draft(path, instrument_id="enkat", language="sv")


def through(folder: Path, path: Path) -> tuple[FakeAudit, Draft, ImportLog]:
    """Draft from a file and collect the same file."""
    made = drafted(path)
    audit = FakeAudit(
        folder,
        plan=PLAN.model_copy(update={"units": (), "groups": (), "rounds": ()}),
        instruments={"enkat": made.instrument},
        mappings={"enkat-fil": made.mapping},
    )
    return audit, made, audit.collect(path)[0]
