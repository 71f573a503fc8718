"""Laptops for the tests of raw data."""

from pathlib import Path

import pytest

from tests.fakeaudit import HEADER, Box
from tests.rawdata.laptops import MAPPING, Laptop


@pytest.fixture
def pair(box: Box) -> tuple[Laptop, Laptop]:
    """Return two laptops of one audit."""
    box.write("mappings/enkat-table.yaml", MAPPING)
    return Laptop.of(box, "a"), Laptop.of(box, "b")


class Files:
    """Makes files of responses."""

    def __init__(self, folder: Path) -> None:
        """Put them into a folder."""
        self.folder = folder

    def __call__(self, name: str, *lines: str) -> Path:
        """Write a file of these rows."""
        path = self.folder / name
        text = "\n".join([HEADER, *lines, ""])
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """Return a way to make files of responses."""
    return Files(tmp_path)
