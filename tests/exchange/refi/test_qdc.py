"""Codebooks out and in: nothing is lost on the way, and nothing harmful gets in."""

import io
import uuid
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.refi.codes import to_qdc
from brukarrevision.exchange.refi.qdc import LARGEST, MOST_CODES, read_codes
from brukarrevision.exchange.refi.qdpx import to_qdpx
from brukarrevision.exchange.refi.taking import Taken, taken
from brukarrevision.model.codebook import Codebook
from tests.exchange.refi.invented import CODEBOOK, PROJECT

KEY = PROJECT.key
BARE = Codebook(format=1)
HEAD = '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>'
FOOT = "</Codes></CodeBook>"


def read(tmp_path: Path, data: bytes | str, onto: Codebook = BARE) -> Taken:
    """Return what a file makes of a codebook."""
    path = tmp_path / "given.qdc"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return taken(read_codes(path), onto, KEY)


def code(name: str, inside: str = "", mark: str = "") -> str:
    """Return a code as another program writes it."""
    guid = mark or str(uuid.uuid5(uuid.NAMESPACE_URL, name))
    return f'<Code guid="{guid}" name="{name}" isCodable="true">{inside}</Code>'


def fault(tmp_path: Path, data: bytes | str) -> str:
    """Return the code of the fault that a file is refused with."""
    with pytest.raises(FaultyFiles) as found:
        read(tmp_path, data)
    return found.value.problems[0].code


def test_a_codebook_comes_back_as_it_was(tmp_path: Path) -> None:
    """Ids, tree, definitions and examples."""
    back = read(tmp_path, to_qdc(CODEBOOK, KEY, "sv"), CODEBOOK)
    assert back == Taken(CODEBOOK, (), (), ())


labels = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1
)
said = st.lists(
    st.sampled_from([*"aåö .:\n\r\u2028", "Exempel: ", "\n\nExample: "]), min_size=1
).map("".join)
themes = st.lists(
    st.tuples(labels, st.none() | said, st.none() | said), min_size=1, max_size=6
)


@given(content=themes, language=st.sampled_from(["sv", "en"]), data=st.data())
def test_any_codebook_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    content: list[tuple[str, str | None, str | None]],
    language: str,
    data: st.DataObject,
) -> None:
    """Two themes may even have the same label."""
    book = Codebook.model_validate(
        {
            "format": 1,
            "themes": [
                {
                    "id": f"t{at}",
                    "label": label,
                    "parent": data.draw(st.sampled_from([None, *_before(at)])),
                    "definition": definition,
                    "example": example,
                }
                for at, (label, definition, example) in enumerate(content)
            ],
        }
    )
    folder = tmp_path_factory.mktemp("any")
    back = read(folder, to_qdc(book, KEY, language), book)
    assert back == Taken(book, (), (), ())


def _before(at: int) -> list[str]:
    return [f"t{other}" for other in range(at)]


def test_another_reader_sees_the_same(tmp_path: Path) -> None:
    """Names, descriptions and the tree."""
    from pyrefiqda import RefiCodebook

    path = tmp_path / "given.qdc"
    path.write_bytes(to_qdc(CODEBOOK, KEY, "en"))
    found = RefiCodebook.load(path)
    assert [one.name for one in found.codes.code] == ["Tillgång till vård", "Bemötande"]
    assert found.codes.code[0].code[0].name == "Läkare (lakare)"
    assert "Example: ”Läkaren ringer bara.” 🩺" in found.codes.code[0].description
    assert found.origin == "brukarrevision"


def test_a_foreign_codebook_gets_ids_that_can_be_written_in_notes(
    tmp_path: Path,
) -> None:
    """Whatever the codes are called; ``quote`` is taken."""
    inside = code("Åtgärder & stöd".replace("&", "&amp;"))
    names = ["Vård", "vård!", "quote", "😀", "2026", "x" * 60, ""]
    found = read(
        tmp_path, HEAD + code("Allt", inside) + "".join(map(code, names)) + FOOT
    )
    ids = [theme.id for theme in found.codebook.themes]
    assert ids == [
        "allt",
        "atgarder-stod",
        "vard",
        "vard-2",
        "quote-2",
        "tema",
        "tema-2026",
        "x" * 40,
        "tema-2",
    ]
    assert found.codebook.themes[1].parent == "allt"
    assert found.codebook.themes[1].label == "Åtgärder & stöd"
    assert found.added == tuple(ids)


def test_a_changed_code_is_the_same_theme(tmp_path: Path) -> None:
    """By its identifier, in whatever form a program writes it."""
    text = to_qdc(CODEBOOK, KEY, "sv").decode()
    text = text.replace('name="Bemötande"', 'name="Bemötande och respekt"')
    marks = {
        line.split('guid="')[1][:36] for line in text.splitlines() if "guid=" in line
    }
    for mark in marks:
        text = text.replace(mark, f"{{{mark.upper()}}}")
    found = read(tmp_path, text, CODEBOOK)
    assert found.changed == ("bemotande",)
    assert not found.added
    label = {theme.id: theme.label for theme in found.codebook.themes}
    assert label["bemotande"] == "Bemötande och respekt"
    assert label["lakare"] == label["brist"] == "Läkare"


def test_a_code_with_a_new_identifier_is_known_by_its_name(tmp_path: Path) -> None:
    """Some programs give new ones; what the file lacks stays."""
    moved = code("Tillgång till vård", "<Description>Ny.</Description>")
    found = read(tmp_path, HEAD + moved + code("Mat") + FOOT, CODEBOOK)
    assert found.added == ("mat",)
    assert found.changed == ("tillgang",)
    assert found.absent == ("lakare", "bemotande", "brist")
    assert [theme.id for theme in found.codebook.themes] == [
        *("tillgang", "lakare", "bemotande", "brist", "mat"),
    ]
    assert found.codebook.themes[0].definition == "Ny."
    assert found.codebook.themes[0].example is None


def test_two_codes_are_never_one_theme(tmp_path: Path) -> None:
    """Neither by name nor by an identifier that stands twice."""
    mark = to_qdc(CODEBOOK, KEY, "sv").decode().split('guid="')[1][:36]
    twice = code("A", mark=mark) + code("B", mark=mark) + code("Tillgång till vård")
    found = read(tmp_path, HEAD + twice + FOOT, CODEBOOK)
    assert len({theme.id for theme in found.codebook.themes}) == 4 + 2
    assert found.added == ("b", "tillgang-till-vard")


def test_the_codes_of_a_project_are_read_too(tmp_path: Path) -> None:
    """Without unpacking what was said."""
    assert read(tmp_path, to_qdpx(PROJECT), CODEBOOK) == Taken(CODEBOOK, (), (), ())


def zipped(**parts: bytes) -> bytes:
    """Return a zip file."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("_", "."), data)
    return target.getvalue()


ENTITY = '<!DOCTYPE x [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "codebook-odd"),
        (b"Kod;Beskrivning\n", "codebook-odd"),
        (HEAD, "codebook-odd"),
        (ENTITY + HEAD.partition("?>")[2] + code("&a;") + FOOT, "codebook-odd"),
        (b"PK\x03\x04 and no more", "codebook-odd"),
        (zipped(other_xml=b"<x/>"), "codebook-odd"),
        (zipped(project_qde=b" " * (LARGEST + 1)), "codebook-large"),
        (b" " * (LARGEST + 1), "codebook-large"),
        ("<x/>", "codebook-no-codes"),
        (HEAD + FOOT, "codebook-no-codes"),
        (HEAD + code("a") * (MOST_CODES + 1) + FOOT, "codebook-many"),
        (HEAD + '<Code name="a">' * 5_000 + "</Code>" * 5_000 + FOOT, "codebook-many"),
    ],
    ids=[
        *("empty", "csv", "half", "entity", "no zip", "other zip", "zip bomb"),
        *("large", "other", "no codes", "many", "deep"),
    ],
)
def test_what_is_no_codebook_is_refused(
    tmp_path: Path, data: bytes | str, expected: str
) -> None:
    """Soon, and whatever it tries."""
    assert fault(tmp_path, data) == expected


def test_a_file_of_the_disk_is_not_read_through_it(tmp_path: Path) -> None:
    """An entity that points at a file."""
    (tmp_path / "secret.txt").write_text("hemligt")
    entity = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    given = (
        entity
        + HEAD.partition("?>")[2]
        + f"{code('A', '<Description>&a;</Description>')}"
        + FOOT
    )
    assert fault(tmp_path, given) == "codebook-odd"
