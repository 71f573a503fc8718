"""The reports of the example audit, built once."""

from pathlib import Path

import pytest

from brukarrevision.report.blocks import Document

from . import audits


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """Return the reports of the example as documents, by name."""
    root = tmp_path_factory.mktemp("exempel")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRUKARREVISION_DATA", str(root / "data"))
        return audits.documents(audits.example(root / "arbete"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a place for a workspace, apart from its data."""
    return tmp_path / "arbete"
