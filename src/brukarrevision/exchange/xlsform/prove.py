"""The proof that a form is accepted: pyxform converts it, as the servers do.

Where Java is there, the form that comes of it is validated too.
"""

import re
import shutil
import sys

from brukarrevision.errors import FaultyFiles, Place, Problem, problem

_ROW = re.compile(r"\[row : (\d+)\]")
_OF_JAVA = ("ODK Validate", "XForm took", "Bad return code")
_APPLE = "/usr/bin/java"
"""There in every Mac, and opens a window where Java is not installed."""


def prove(data: bytes, name: str) -> tuple[Problem, ...]:
    """Return what the check doubts of a form.

    Args:
        data: an .xlsx.
        name: what messages call it.

    Raises:
        FaultyFiles: the form is not accepted.
    """
    from pyxform.errors import PyXFormError
    from pyxform.validators.odk_validate import ODKValidateError

    try:
        doubts = _converted(data, java=_java())
    except (PyXFormError, ODKValidateError) as fault:
        raise FaultyFiles(_said("xlsform-refused", name, str(fault))) from None
    return tuple(_said("xlsform-doubtful", name, one) for one in doubts)


def _converted(data: bytes, *, java: bool) -> list[str]:
    """Convert a form and return what pyxform itself warns of.

    What Java says of a form that it accepts is about Java. A Java that refuses every
    form, even the one that comes with pyxform, is left aside.
    """
    from pyxform.validators import odk_validate
    from pyxform.xls2xform import convert

    try:
        done = convert(data, validate=java, file_type=".xlsx")
    except odk_validate.ODKValidateError:
        if odk_validate.install_ok():
            raise
        done = convert(data, validate=False, file_type=".xlsx")
    return [one for one in done.warnings if not one.startswith(_OF_JAVA)]


def _java() -> bool:
    found = shutil.which("java")
    return found is not None and not (sys.platform == "darwin" and found == _APPLE)


def _said(code: str, name: str, text: str) -> Problem:
    """Return in our words what the check says, with the row that it names."""
    found = _ROW.search(text)
    row = int(found[1]) if found else 0
    return problem(code, Place(name, row=row, part="survey" if row else ""))
