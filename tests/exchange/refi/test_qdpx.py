"""Project files: read back by another's reader, every coded text is the same."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.exchange.refi.project import (
    Coding,
    Document,
    Passage,
    Project,
)
from brukarrevision.exchange.refi.qdpx import to_qdpx
from brukarrevision.model.codebook import Codebook
from tests.exchange.refi.invented import ANSWERS, CODEBOOK, INTERVIEW, PROJECT


def parts(data: bytes) -> dict[str, bytes]:
    """Return the files in a project file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read(tmp_path: Path, data: bytes) -> Any:  # noqa: ANN401 - the reader's own types
    """Return a project as another library reads it."""
    from pyrefiqda import RefiProject

    path = tmp_path / "given.qdpx"
    path.write_bytes(data)
    return RefiProject.load(path, extract_dir=str(tmp_path / "out"))


def coded(tmp_path: Path, project: Any) -> list[tuple[str, str, str, str]]:  # noqa: ANN401
    """Return source, text, code and user of every coding, in their order."""
    from pyrefiqda import RefiProject

    codes = dict(_tree(project.code_book.codes.code))
    users = {one.guid: one.name for one in project.users.user}
    found = []
    for source in project.sources.text_source:
        path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "out")
        text = path.read_bytes().decode("utf-8")
        for chosen in source.plain_text_selection:
            words = text[chosen.start_position : chosen.end_position]
            for one in chosen.coding:
                code = codes[one.code_ref.target_guid]
                found.append((source.name, words, code, users[one.creating_user]))
    return found


def _tree(codes: Any) -> Any:  # noqa: ANN401
    for one in codes:
        yield one.guid, one.name
        yield from _tree(one.code)


def meant(project: Project, names: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Return what :func:`coded` should find."""
    return [
        (document.name, passage.text[one.start : one.end], names[one.code], user)
        for document in project.documents
        for passage in document.passages
        for one in passage.codings
        for user in [project.coders.get(one.coder, one.coder)]
    ]


NAMES = {
    "tillgang": "Tillgång till vård",
    "lakare": "Läkare (lakare)",
    "bemotande": "Bemötande",
    "brist": "Läkare (brist)",
}


def test_every_coded_text_comes_back_with_its_code_and_its_coder(
    tmp_path: Path,
) -> None:
    """With å, ä, ö, emoji, and signs that are made of several."""
    found = coded(tmp_path, read(tmp_path, to_qdpx(PROJECT)))
    assert sorted(found) == sorted(meant(PROJECT, NAMES))
    assert ("I-03.md", "😀 läkaren", "Bemötande", "R1") in found


texts = st.text(
    st.sampled_from("aå ö.\n😀é\U0001f469\u200d\u2028\t"), min_size=1, max_size=30
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return a document with codings anywhere."""
    made = []
    for at, text in enumerate(draw(st.lists(texts, min_size=1, max_size=4))):
        places = st.integers(0, len(text) - 1)
        starts = draw(st.lists(places, max_size=3, unique=True))
        codings = tuple(
            Coding(one, draw(st.integers(one + 1, len(text))), "bemotande")
            for one in starts
        )
        who = draw(st.sampled_from(["a", "b"]))
        made.append(Passage(who, f"q{at}", draw(texts), text, codings))
    return Document("x.md", tuple(made))


@given(document=documents())
def test_positions_are_right_wherever_a_code_stands(document: Document) -> None:
    """Read with the standard library alone, by code points."""
    from xml.etree.ElementTree import fromstring

    project = Project("k", "t", "en", CODEBOOK, (document,))
    files = parts(to_qdpx(project))
    (name,) = (name for name in files if name.startswith("sources/"))
    text = files[name].decode("utf-8")
    space = {"q": "urn:QDA-XML:project:1.0"}
    chosen = fromstring(files["project.qde"]).findall(".//q:PlainTextSelection", space)  # noqa: S314 - our own file
    found = sorted(
        text[int(one.attrib["startPosition"]) : int(one.attrib["endPosition"])]
        for one in chosen
        if one.find("q:Coding", space) is not None
    )
    stretches = {
        (at, one.start, one.end): passage.text[one.start : one.end]
        for at, passage in enumerate(document.passages)
        for one in passage.codings
    }
    assert found == sorted(stretches.values())


def test_who_said_it_is_a_case_with_its_attributes(tmp_path: Path) -> None:
    """A document of one person, and passages of one with many."""
    project = read(tmp_path, to_qdpx(PROJECT))
    one, first, second = project.cases.case
    assert [one.name, first.name, second.name] == ["I-03", "r1", "r2"]
    variables = {v.guid: v.name for v in project.variables.variable}
    known = {
        variables[v.variable_ref.target_guid]: v.text_value for v in one.variable_value
    }
    assert known == {"unit": "Norra huset", "round": "Våren 2026"}
    sources = {source.guid: source for source in project.sources.text_source}
    assert sources[one.source_ref[0].target_guid].name == "I-03.md"
    selections = {
        chosen.guid: chosen
        for source in project.sources.text_source
        for chosen in source.plain_text_selection
    }
    said = selections[first.selection_ref[0].target_guid]
    text = parts(to_qdpx(PROJECT))[
        f"sources/{project.sources.text_source[1].guid}.txt"
    ].decode()
    assert text[said.start_position : said.end_position] == "Mer tid 🕐 tack"
    assert said.name == "r1"


def test_the_codes_keep_their_tree_and_what_they_mean(tmp_path: Path) -> None:
    """And every theme with others under it is a set."""
    project = read(tmp_path, to_qdpx(PROJECT))
    top = project.code_book.codes.code
    assert [(one.name, [c.name for c in one.code]) for one in top] == [
        ("Tillgång till vård", ["Läkare (lakare)"]),
        ("Bemötande", ["Läkare (brist)"]),
    ]
    assert top[0].description == (
        "Att få träffa någon <när man behöver> & hur.\n\n"
        "Exempel: ”Läkaren ringer bara.” 🩺"
    )
    sets = [(one.name, len(one.member_code)) for one in project.sets.set]
    assert sets == [("Tillgång till vård", 2), ("Bemötande", 2)]


def test_the_file_is_as_other_programs_want_it() -> None:
    """Each of these has broken somebody's import."""
    found = parts(to_qdpx(PROJECT))
    whole = found.pop("project.qde")
    assert whole.startswith(b'<?xml version="1.0" encoding="utf-8"?>\n<Project ')
    assert b"\r" not in whole + b"".join(found.values())
    assert b"richTextPath" not in whole
    assert b"PlainTextContent" not in whole
    assert b"dateTime" not in whole.replace(b"DateTime", b"dateTime")
    for name, data in found.items():
        folder, _, file = name.partition("/")
        assert folder == "sources"
        assert f'plainTextPath="internal://{file}"'.encode() in whole
        assert data.decode("utf-8").endswith("\n")
        assert not data.startswith(b"\xef\xbb\xbf")


def test_the_file_says_that_it_is_raw_data(tmp_path: Path) -> None:
    """Where programs show what a project is about, in the audit's language."""
    assert read(tmp_path, to_qdpx(PROJECT)).description.startswith("RÅDATA: ")
    english = Project("k", "t", "en", CODEBOOK)
    assert b"RAW DATA: " in parts(to_qdpx(english))["project.qde"]


def test_the_same_project_is_the_same_file() -> None:
    """And a new answer changes no identifier of those that were there."""
    assert to_qdpx(PROJECT) == to_qdpx(PROJECT)
    more = Document(
        ANSWERS.name, (Passage("r0", "s2", "r0", "Nytt"), *ANSWERS.passages)
    )
    later = Project(
        PROJECT.key,
        PROJECT.title,
        "sv",
        CODEBOOK,
        (INTERVIEW, more),
        PROJECT.cases,
        PROJECT.coders,
    )
    before, after = (
        parts(to_qdpx(one))["project.qde"].decode() for one in (PROJECT, later)
    )
    marks = {
        line.split('guid="')[1][:36] for line in before.splitlines() if "guid=" in line
    }
    assert all(mark in after for mark in marks)


def test_two_audits_share_no_identifier() -> None:
    """Else one would be read over the other."""
    one, other = (
        set(parts(to_qdpx(Project(key, "t", "sv", CODEBOOK, (INTERVIEW,)))))
        for key in ("a/prov", "b/prov")
    )
    assert one & other == {"project.qde"}


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\x1f", "\ufffe", "\r\n"])
def test_signs_that_xml_cannot_hold_are_left_out(odd: str) -> None:
    """Of names and descriptions; a text of its own can hold them."""
    from xml.etree.ElementTree import fromstring

    theme = {"id": "a", "label": f"A{odd}B", "definition": f"C{odd}D"}
    book = Codebook.model_validate({"format": 1, "themes": [theme]})
    found = parts(to_qdpx(Project("k", f"t{odd}", "sv", book)))
    assert fromstring(found["project.qde"]) is not None  # noqa: S314 - our own file


def test_without_themes_there_is_no_codebook() -> None:
    """The format has no empty one."""
    whole = parts(to_qdpx(Project("k", "t", "sv", Codebook(format=1))))["project.qde"]
    for name in (b"Users", b"CodeBook", b"Variables", b"Cases", b"Sources", b"Sets"):
        assert name not in whole
