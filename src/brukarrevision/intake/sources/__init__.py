"""Which survey tool wrote a file, told by its shape, and how that tool writes.

One class a tool. A file that no tool claims is a table, and read by a mapping that is
drafted from its headers.
"""

from brukarrevision.errors import NOWHERE, FaultyFiles, Place, WrongUsage, problem
from brukarrevision.intake import header
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources.base import Recogniser, Role, role_of
from brukarrevision.intake.sources.google_forms import GoogleForms
from brukarrevision.intake.sources.kobotoolbox import KoboToolbox
from brukarrevision.intake.sources.limesurvey import LimeSurvey
from brukarrevision.intake.sources.microsoft_forms import MicrosoftForms
from brukarrevision.intake.sources.odk import OdkCentral
from brukarrevision.intake.sources.qualtrics import Qualtrics
from brukarrevision.intake.sources.redcap import RedCap
from brukarrevision.intake.sources.spss import Spss
from brukarrevision.intake.sources.surveymonkey import SurveyMonkey
from brukarrevision.intake.sources.table import TABLE
from brukarrevision.intake.sources.typeform import Typeform

__all__ = [
    "RECOGNISERS",
    "TABLE",
    "Recogniser",
    "Role",
    "named",
    "recognise",
    "role_of",
]

RECOGNISERS: tuple[Recogniser, ...] = (
    MicrosoftForms(),
    GoogleForms(),
    LimeSurvey(),
    KoboToolbox(),
    OdkCentral(),
    RedCap(),
    SurveyMonkey(),
    Typeform(),
    Qualtrics(),
    Spss(),
)
"""Every tool that is known by its shape, those that are needed most first."""


def recognise(sheet: Sheet, tool: str | None = None) -> Recogniser:
    """Return the tool that wrote a file; :data:`TABLE` if none is known by its shape.

    Args:
        sheet: as it was opened.
        tool: its name, where the user knows.

    Raises:
        FaultyFiles: two tools claim the file.
        WrongUsage: there is no such tool.
    """
    if tool is not None:
        return _wanted(tool)
    under = sheet.under(header.suggest(sheet))
    able = [one for one in RECOGNISERS if sheet.kind in one.kinds]
    claiming = [one for one in able if one.claims(under)]
    if len(claiming) > 1:
        facts = {"names": ", ".join(one.name for one in claiming)}
        raise FaultyFiles(problem("source-two-claim", Place(sheet.name), **facts))
    return claiming[0] if claiming else TABLE


def _wanted(tool: str) -> Recogniser:
    known = {one.name: one for one in (*RECOGNISERS, TABLE)}
    if tool not in known:
        facts = {"tool": tool, "known": ", ".join(known)}
        raise WrongUsage(problem("source-unknown", NOWHERE, **facts))
    return known[tool]


def named(tool: str) -> Recogniser:
    """Return the tool that a mapping names; any table for a name that is not ours."""
    return next((one for one in RECOGNISERS if one.name == tool), TABLE)
