"""Writing files so that nothing is lost: a file is old or new, never half.

Faults of the disk become :class:`MachineFault`, in words.
"""

import errno
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

from brukarrevision.errors import FaultyFiles, MachineFault, Place, problem

_TRIES = 5
_WAIT_S = 0.2

_FAULTS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "disk-read-only",
    errno.EACCES: "disk-no-access",
    errno.EPERM: "disk-no-access",
    errno.EISDIR: "file-is-folder",
    errno.EEXIST: "file-not-folder",
    errno.ENOTDIR: "file-not-folder",
    errno.ENOENT: "file-missing",
    errno.ENAMETOOLONG: "file-name-long",
}
_IN_USE = (32, 33)
"""What Windows says of a file that another program has open, or locks a part of."""

_TEMPORARY = (".tmp", ".brukarrevision-")
"""How the name of a file ends and begins that is not in its place yet."""

_FORGOTTEN_S = 3_600


@contextmanager
def disk(name: str) -> Iterator[None]:
    """Turn what the disk says about the file ``name`` into a message for people."""
    try:
        yield
    except OSError as fault:
        if getattr(fault, "winerror", None) in _IN_USE:
            raise _locked(name) from None
        code = _FAULTS.get(fault.errno or 0, "disk-fault")
        number = errno.errorcode.get(fault.errno or 0, "?")
        kind = FaultyFiles if code.startswith("file-") else MachineFault
        raise kind(problem(code, Place(name), number=number)) from None


def _locked(name: str) -> MachineFault:
    return MachineFault(problem("file-locked", Place(name), file=Path(name).name))


def read_bytes(path: Path, name: str = "", *, most: int = -1) -> bytes:
    """Return the content of a file.

    Args:
        path: the file.
        name: what messages call it.
        most: read no more bytes than this; all, if it is negative.

    Raises:
        FaultyFiles: it is missing, a folder, or no file that ends (a pipe, a device).
        MachineFault: the disk says no.
    """
    with disk(name or path.name):
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise FaultyFiles(problem("file-odd", Place(name or path.name)))
        with path.open("rb") as stream:
            return stream.read(most)


def is_file(path: Path) -> bool:
    """Tell whether a file can be seen there; a name no disk can have is no file."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_there(path: Path) -> bool:
    """Tell whether a file or folder can be seen there; as :func:`is_file`."""
    with suppress(OSError):
        return path.exists()
    return False


def leads_out(path: Path, folder: Path) -> bool:
    """Tell whether links on the way to a path lead out of a folder, or nowhere."""
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that go round in a ring
        return True


def write_atomic(
    path: Path,
    data: bytes,
    *,
    was: bytes | None = None,
    check: Callable[[bytes], None] | None = None,
    private: bool = False,
) -> None:
    """Write a file in one step: fsynced beside its place, then moved there.

    Args:
        path: the file; its folder is made if it is missing.
        data: the new content.
        was: what the file held when it was read, nothing if it was not there. If it
            holds anything else now, somebody changed it meanwhile and it is left alone
            (:class:`FaultyFiles`).
        check: is given what can be read back, before it is moved; if it raises,
            nothing is written.
        private: nobody but the owner may read the file, not for a moment.
    """
    with disk(path.name):
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path.parent)
        handle, temporary = tempfile.mkstemp(*_TEMPORARY, path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            mode = 0o600 if private else _mode(path)
            os.chmod(temporary, mode)  # noqa: PTH101 - mkstemp gives a string
            if check:
                check(Path(temporary).read_bytes())
            _still(path, was)
            _replace(temporary, path)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary)  # noqa: PTH108 - mkstemp gives a string


def try_out(files: Mapping[Path, bytes]) -> None:
    """Stop before anything is written if files could not be.

    There must be room for all of them, and none may be held by another program.

    Raises:
        MachineFault: the disk says no.
    """
    for folder in {path.parent for path in files}:
        probe = folder / "room".join(reversed(_TEMPORARY))
        try:
            write_atomic(probe, bytes(sum(map(len, files.values()))), private=True)
        finally:
            with suppress(OSError):
                probe.unlink()
    for path in files:
        if path.exists():
            with disk(path.name):
                path.rename(path)  # Windows refuses while a program has it open


def folder_beside(path: Path) -> Path:
    """Make an empty folder beside a path, to be filled and then moved there."""
    _sweep(path.parent)
    made = Path(tempfile.mkdtemp(*_TEMPORARY, path.parent))
    made.chmod(permitted(0o777))
    return made


def unfinished(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder that is not in its place yet, or never will be."""
    end, begin = _TEMPORARY
    yield from folder.glob(f"{begin}*{end}")


@cache
def _sweep(folder: Path) -> None:
    """Remove what a run left behind that was killed, long ago: others may be at work.

    Nothing ever reads such a file or folder.
    """
    for left in unfinished(folder):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _FORGOTTEN_S:
                shutil.rmtree(left) if left.is_dir() else left.unlink()


def _mode(path: Path) -> int:
    """Return the permissions of the file as it is, or what a new file gets."""
    return path.stat().st_mode & 0o777 if path.exists() else permitted(0o666)


def permitted(mode: int) -> int:
    """Return what the user's own settings leave of permissions."""
    mask = os.umask(0)
    os.umask(mask)
    return mode & ~mask


def _still(path: Path, was: bytes | None) -> None:
    if was is not None and path.exists() and path.read_bytes() != was:
        raise FaultyFiles(problem("file-changed", Place(path.name)))


def _replace(temporary: str, path: Path) -> None:
    """Move into place; Windows refuses while Word or a scanner holds the file."""
    for left in reversed(range(_TRIES)):
        try:
            os.replace(temporary, path)  # noqa: PTH105 - mkstemp gives a string
        except PermissionError:
            if not _on_windows():
                raise
            if not left:
                raise _locked(path.name) from None
            time.sleep(_WAIT_S)
        else:
            return


def _on_windows() -> bool:
    return os.name == "nt"


def git_root(path: Path) -> Path | None:
    """Return the work tree that a path lies in, if it lies in one."""
    here = path.resolve()
    for folder in (here, *here.parents):
        with suppress(OSError):
            if (folder / ".git").exists():
                return folder
    return None
