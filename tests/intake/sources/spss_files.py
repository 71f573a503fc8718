"""Synthetic SPSS files: written by pyreadstat, a multiple-response set put in by hand.

The set's record follows PSPP's description of the format: record 7, subtype 7.
"""

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

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
