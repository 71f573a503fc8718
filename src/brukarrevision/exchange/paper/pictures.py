"""Pictures for a form, from a folder of the user's own: checked, and made clean.

A picture is named after a question (``t1.png``) or a choice of it (``t1-ja.jpg``). Only
what it shows goes into the form: where, when and with what it was taken does not.
"""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from brukarrevision.errors import FaultyFiles, Place, Problem, problem
from brukarrevision.files import disk, leads_out, read_bytes
from brukarrevision.model.instrument import Instrument

if TYPE_CHECKING:
    from PIL.Image import Image

FOLDER = "pictures"
_ENDINGS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_MOST_BYTES = 20_000_000
_MOST_POINTS = 50_000_000
_LEAST_SIDE = 16
_SIDE = 700  # so many points is all that is printed
_QUALITY = 90
_ORIENTATION = 274  # in EXIF, how the camera was held
_TURNS = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}  # and how that is put right
_LARGE, _SMALL = "picture-too-large", "picture-too-small"
_NONE = "picture-unreadable"


@dataclass
class Pictures:
    """The pictures of a folder, by the name without its ending.

    Attributes:
        used: the names that were asked for and are there.
    """

    files: dict[str, Path]
    folder: str
    used: set[str] = field(default_factory=set)

    def __call__(self, name: str) -> bytes | None:
        """Return a picture, cleaned, if there is one.

        Raises:
            FaultyFiles: it is no picture, too large, or a link out of the folder.
        """
        path = self.files.get(name.casefold())
        if path is None:
            return None
        self.used.add(name.casefold())
        shown = f"{self.folder}/{path.name}"
        if leads_out(path, path.parent):
            facts = {"folder": self.folder}
            raise FaultyFiles(problem("file-link-outside", Place(shown), **facts))
        return cleaned(read_bytes(path, shown, most=_MOST_BYTES + 1), shown)

    def notes(self, instruments: Iterable[Instrument]) -> Iterator[Problem]:
        """Yield the pictures that fit no question of any instrument."""
        known = set(names(instruments))
        for name, path in sorted(self.files.items()):
            if name not in known:
                yield problem("picture-unused", Place(f"{self.folder}/{path.name}"))


def names(instruments: Iterable[Instrument]) -> Iterator[str]:
    """Yield the names that pictures may have."""
    for one in instruments:
        for question in one.questions():
            yield question.id.casefold()
            for choice in one.options(question):
                yield f"{question.id}-{choice.id}".casefold()


NONE = Pictures({}, "")


def pictures(folder: Path) -> Pictures:
    """Return the pictures of a folder; a file with another ending is none.

    Raises:
        FaultyFiles: there is no such folder, or two files are for the same question.
    """
    found: dict[str, Path] = {}
    with disk(folder.name):
        every = sorted(path for path in folder.iterdir() if not _is_hidden(path))
    for path in every:
        if path.suffix.lower() in _ENDINGS:
            name = path.stem.casefold()
            if name in found:
                facts = {"one": found[name].name, "other": path.name}
                place = Place(f"{folder.name}/{path.name}")
                raise FaultyFiles(problem("picture-twice", place, **facts))
            found[name] = path
    return Pictures(found, folder.name)


def _is_hidden(path: Path) -> bool:
    return path.name.startswith((".", "~"))


def cleaned(data: bytes, name: str) -> bytes:
    """Return a picture with nothing but its points, no larger than is printed.

    Raises:
        FaultyFiles: it is no PNG or JPEG, or too large or small; ``name`` tells which.
    """
    from PIL import Image, UnidentifiedImageError

    if len(data) > _MOST_BYTES:
        raise _bad(_LARGE, name)
    try:
        with _quiet(), Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if wide * high > _MOST_POINTS:
                raise _bad(_LARGE, name)
            if min(wide, high) < _LEAST_SIDE:
                raise _bad(_SMALL, name)
            return _again(picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as fault:
        raise _bad(_NONE, name) from fault
    except Image.DecompressionBombError as fault:
        raise _bad(_LARGE, name) from fault


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep what the library says of odd pictures from whoever makes a form."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _bad(code: str, name: str) -> FaultyFiles:
    side, limit = _LEAST_SIDE, _MOST_BYTES // 1_000_000
    return FaultyFiles(problem(code, Place(name), side=side, limit=limit))


def _again(picture: "Image") -> bytes:
    """Draw a picture anew, upright: the new file knows nothing but its points."""
    from PIL import Image

    turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
    if picture.format == "JPEG":
        picture.thumbnail((_SIDE, _SIDE))  # while it is read: a photo is large
    plain = _plain(picture)
    plain.thumbnail((_SIDE, _SIDE))
    upright = plain if turn is None else plain.transpose(Image.Transpose(turn))
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    target = BytesIO()
    if picture.format == "JPEG":
        bare.save(target, "JPEG", quality=_QUALITY)
    else:
        bare.save(target, "PNG", optimize=True)
    return target.getvalue()


def _plain(picture: "Image") -> "Image":
    """Return a picture in plain colours, with what shines through it if anything."""
    if picture.mode.startswith("I"):  # greys of 16 bits, which would all turn white
        return picture.point(lambda grey: grey / 256).convert("RGB")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
