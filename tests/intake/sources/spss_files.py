"""Synthetic SPSS files: written by pyreadstat, a multiple-response set put in by hand.

The set's record follows PSPP's description of the format: record 7, subtype 7.
"""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.intake.sources.survey import LABELS, PEOPLE, STEPS, WHO, Person, label

_END = struct.pack("<ii", 999, 0)


def spss(
    path: Path,
    columns: Mapping[str, Sequence[object]],
    *,
    sets: str = "",
    **more: object,
) -> Path:
    """Write a synthetic .sav and return its path.

    Args:
        path: the file; one that ends in .zsav is compressed.
        columns: values by variable; all strings, numbers (or None) or dates.
        sets: multiple-response sets, as ``$q4=D1 1 5 Vilka a b`` with a line end each.
        more: labels, missing ranges and formats, as pyreadstat takes them.
    """
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame({name: list(values) for name, values in columns.items()})
    zipped = path.suffix == ".zsav"
    pyreadstat.write_sav(frame, path, compress=zipped, **more)  # type: ignore[arg-type]
    if sets:
        path.write_bytes(with_sets(path.read_bytes(), sets))
    return path


def with_sets(content: bytes, sets: str) -> bytes:
    """Return an SPSS file with a record of multiple-response sets."""
    text = sets.encode()
    record = struct.pack("<iiii", 7, 7, 1, len(text)) + text
    at = content.index(_END)
    return content[:at] + record + content[at:]


def survey(path: Path, people: Sequence[Person] = PEOPLE) -> Path:
    """Write the synthetic survey as SPSS would keep it, and return its path.

    Answers are numbers with labels, "Vet ej" is declared missing, as is -9 without a
    label; the options are a multiple-response set.
    """
    steps = dict(enumerate(STEPS.values(), 1)) | {9: "Vet ej"}
    numbers = {text: float(number) for number, text in steps.items()}
    yes_no = {1: "Ja", 2: "Nej"}

    def said(one: str) -> list[float | None]:
        texts = [label(getattr(person, one)) for person in people]
        known = numbers | {text: float(n) for n, text in yes_no.items()}
        return [known.get(text) for text in texts]

    ticks = list(zip(*(person.ticks("1", "0") for person in people), strict=True))
    options = [f"vilka_{option}" for option in WHO]
    labels = {one: LABELS[one] for one in LABELS if one != "vilka"}
    return spss(
        path,
        {
            "lopnr": [float(number) for number in range(1, len(people) + 1)],
            "epost": ["anna@example.com"] * len(people),
            "stod1": said("stod1"),
            **{
                option: [float(tick) if tick else None for tick in row]
                for option, row in zip(options, ticks, strict=True)
            },
            "rad1": said("rad1"),
            "rad2": said("rad2"),
            "moten": [float(person.moten or -9) for person in people],
            "sip1": said("sip1"),
            "fri1": [person.fri1.ljust(60) for person in people],
        },
        column_labels=labels | dict(zip(options, WHO.values(), strict=True)),
        variable_value_labels={
            **dict.fromkeys(("stod1", "rad1", "rad2"), steps),
            "sip1": yes_no,
        },
        missing_ranges={
            **{one: [9] for one in ("stod1", "rad1", "rad2")},
            "moten": [{"lo": -99, "hi": -1}],
        },
        sets=_set("vilka", LABELS["vilka"], options),
    )


def _set(name: str, text: str, variables: Sequence[str]) -> str:
    return f"${name}=D1 1 {len(text.encode())} {text} {' '.join(variables)}\n"
