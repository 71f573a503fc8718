"""Pictures on forms: checked, made clean, and told to those who do not see them."""

import os
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from PIL import Image, ImageOps
from PIL.ExifTags import Base

from brukarrevision import audit as audits
from brukarrevision.errors import FaultyFiles
from brukarrevision.exchange.made import Made
from brukarrevision.exchange.paper import Wish, to_docx
from brukarrevision.exchange.paper.pictures import cleaned
from tests.exchange.paper import forms, reading
from tests.fakeaudit import Box

CAMERA = "Kamera-hos-Kanarie"


@pytest.fixture
def folder(box: Box) -> Path:
    """Return the audit's own folder of pictures."""
    forms.write(box)
    found = box.audit / "pictures"
    found.mkdir()
    return found


def draw(path: Path, size: tuple[int, int] = (300, 200)) -> None:
    """Write a picture that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[Base.Make] = CAMERA
    exif[Base.Orientation] = 6
    kind = "JPEG" if path.suffix.lower() in {".jpg", ".jpeg"} else "PNG"
    Image.new("RGB", size, "red").save(path, kind, exif=exif, comment=CAMERA.encode())


def form(box: Box, **wish: object) -> Made:
    """Return the form, easy-read if nothing else is said."""
    audit = audits.require(str(box.audit), box.root)
    asked = Wish(**{"layout": "easy", **wish})  # type: ignore[arg-type]
    return to_docx(audit, audit.instruments["enkat"], asked)


def test_pictures_stand_beside_question_and_choice(box: Box, folder: Path) -> None:
    """Each says what it stands for; one that fits nothing is told."""
    for name in ("s1.png", "m1-soppa.JPG", "okand.png", "notes.txt"):
        draw(folder / name)
    made = form(box)
    drawn = list(reading.body(made.data).iter(qn("wp:docPr")))
    assert [one.get("descr") for one in drawn] == ["Jag får stöd.", "Soppa"]
    assert len({one.get("id") for one in drawn}) == len(drawn)
    assert [(n.code, n.place.file) for n in made.notes] == [
        ("picture-unused", "pictures/okand.png")
    ]


def test_nothing_is_told_of_where_a_picture_was_taken(box: Box, folder: Path) -> None:
    """No camera, no place, no comment; it stands upright all the same."""
    draw(folder / "s1.jpg")
    media = {
        name: data
        for name, data in reading.parts(form(box).data).items()
        if "/media/" in name
    }
    ((name, data),) = media.items()
    assert CAMERA.encode() not in data
    with Image.open(BytesIO(data)) as picture:
        assert not picture.getexif()
        assert "comment" not in picture.info
        assert picture.size == (200, 300), name


def test_a_large_picture_is_made_smaller(box: Box, folder: Path) -> None:
    """A form is to be sent by mail."""
    draw(folder / "s1.png", (3000, 2000))
    (data,) = (d for n, d in reading.parts(form(box).data).items() if "/media/" in n)
    with Image.open(BytesIO(data)) as picture:
        assert max(picture.size) <= 700


def test_a_usual_form_has_pictures_only_if_told_so(box: Box, folder: Path) -> None:
    """The folder may be any."""
    draw(folder / "s1.png")
    assert "/media/" not in "".join(reading.parts(form(box, layout="normal").data))
    told = form(box, layout="normal", pictures=folder)
    assert "/media/" in "".join(reading.parts(told.data))


def shown(box: Box) -> Image.Image:
    """Return the only picture of the form."""
    (data,) = (d for n, d in reading.parts(form(box).data).items() if "/media/" in n)
    return Image.open(BytesIO(data))


def test_what_shines_through_is_not_black(box: Box, folder: Path) -> None:
    """Pictograms often are drawn in few colours, one of which is none."""
    drawn = Image.new("P", (50, 50), 0)
    drawn.putpalette([0, 0, 0, 255, 0, 0])
    drawn.save(folder / "s1.png", transparency=0)
    with shown(box) as picture:
        assert picture.getpixel((9, 9))[3] == 0  # type: ignore[index]


def test_greys_of_many_bits_stay_grey(box: Box, folder: Path) -> None:
    """They turned white: a page with nothing on it."""
    Image.new("I;16", (50, 50), 32768).save(folder / "s1.png")
    with shown(box) as picture:
        assert picture.getpixel((9, 9)) == (128, 128, 128)


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_way_to_hold_a_camera_is_put_right(
    box: Box, folder: Path, turn: int
) -> None:
    """The corner that was up on the left is there again."""
    drawn = Image.new("RGB", (60, 40), "white")
    drawn.paste("red", (0, 0, 10, 10))
    exif = Image.Exif()
    exif[Base.Orientation] = turn
    drawn.save(folder / "s1.png", exif=exif)
    with Image.open(folder / "s1.png") as held:
        right = ImageOps.exif_transpose(held).convert("RGB")
    with shown(box) as picture:
        assert picture.size == right.size
        assert picture.tobytes() == right.tobytes()


def test_broken_notes_of_a_camera_are_left_out(folder: Path) -> None:
    """They stopped the form, and the library spoke of them on the screen."""
    draw(folder / "s1.jpg")
    whole = (folder / "s1.jpg").read_bytes()
    start = whole.index(b"Exif\x00\x00")
    for at in (start + 17, start + 23):  # what the first note is, and how long
        for value in range(256):
            data = bytearray(whole)
            data[at] = value
            with Image.open(BytesIO(cleaned(bytes(data), "s1.jpg"))) as picture:
                assert sorted(picture.size) == [200, 300]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("s1.png", b"not a picture", "picture-unreadable"),
        ("s1.png", b"", "picture-unreadable"),
        ("s1.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture-unreadable"),
        ("s1.png", b"\x89PNG\r\n\x1a\n" + b"0" * 50, "picture-unreadable"),
    ],
)
def test_what_is_no_picture_is_refused(
    box: Box, folder: Path, name: str, data: bytes, code: str
) -> None:
    """With the file's name."""
    (folder / name).write_bytes(data)
    with pytest.raises(FaultyFiles) as raised:
        form(box)
    (problem,) = raised.value.problems
    assert (problem.code, problem.place.file) == (code, f"pictures/{name}")


def test_a_picture_may_be_neither_tiny_nor_huge(box: Box, folder: Path) -> None:
    """A file of few bytes can hold very many points."""
    draw(folder / "s1.png", (8, 8))
    with pytest.raises(FaultyFiles, match="picture-too-small"):
        form(box)
    Image.new("1", (20_000, 20_000)).save(folder / "s1.png")
    with pytest.raises(FaultyFiles, match="picture-too-large"):
        form(box)


def test_two_pictures_for_one_thing_are_told(box: Box, folder: Path) -> None:
    """Nobody can know which is meant."""
    draw(folder / "s1.png")
    draw(folder / "s1.jpg")
    with pytest.raises(FaultyFiles, match="picture-twice"):
        form(box)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_no_link_leads_out_of_the_folder(
    box: Box, folder: Path, tmp_path: Path
) -> None:
    """A picture of somebody's own is not to land in a form."""
    draw(tmp_path / "privat.png")
    (folder / "s1.png").symlink_to(tmp_path / "privat.png")
    with pytest.raises(FaultyFiles, match="file-link-outside"):
        form(box)


def test_a_folder_that_is_not_there_is_told(box: Box, folder: Path) -> None:
    """As any file that is missing."""
    with pytest.raises(FaultyFiles, match="file-missing"):
        form(box, pictures=folder / "saknas")


def test_a_wide_picture_stays_on_the_page(box: Box, folder: Path) -> None:
    """Its text stands beside it all the same."""
    draw(folder / "s1.png", (100, 2000))  # lies on its side
    (drawn,) = reading.body(form(box).data).iter(qn("wp:extent"))
    millimetre = 36_000
    assert int(drawn.get("cx")) <= 60 * millimetre
    assert int(drawn.get("cx")) == pytest.approx(20 * int(drawn.get("cy")), rel=0.01)
