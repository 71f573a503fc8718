"""Project files are valid by the schema of the format."""

import io
import zipfile

import pytest

from brukarrevision.exchange.refi.project import Document, Passage, Project
from brukarrevision.exchange.refi.qdpx import to_qdpx
from brukarrevision.model.codebook import Codebook
from tests.conformance.data import DATA
from tests.exchange.refi.invented import ANSWERS, CODEBOOK, PROJECT

SCHEMA = DATA / "refi-qda" / "Project-1.0.xsd"

pytestmark = pytest.mark.skipif(not SCHEMA.is_file(), reason="needs the schema")

BARE = Codebook(format=1)


@pytest.mark.parametrize(
    "project",
    [
        PROJECT,
        Project("k", "t", "en", CODEBOOK, (ANSWERS,)),
        Project("k", "t", "en", BARE, (Document("x", (Passage("a", "q", "", "b"),)),)),
        Project("k", "", "sv", BARE),
    ],
    ids=["whole", "answers", "no codes", "nothing"],
)
def test_a_project_is_valid(project: Project) -> None:
    """Every element in its place, every identifier in its form."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(to_qdpx(project))) as package:
        whole = etree.fromstring(package.read("project.qde"))
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    assert schema.validate(whole), schema.error_log
