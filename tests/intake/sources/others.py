"""The synthetic files of the tools that are no web forms, by name."""

from collections.abc import Callable
from pathlib import Path

from tests.intake.sources import spss_files
from tests.intake.sources.kobo_files import kobo, odk
from tests.intake.sources.limesurvey_files import limesurvey
from tests.intake.sources.redcap_files import redcap

Write = Callable[[Path], Path]

FILES: dict[str, tuple[str, Write]] = {
    "limesurvey-code": ("limesurvey", lambda at: limesurvey(at / "a.csv")),
    "limesurvey-names": ("limesurvey", lambda at: limesurvey(at / "a.csv", "names")),
    "limesurvey-r": ("limesurvey", lambda at: limesurvey(at / "a.csv", "r")),
    "limesurvey-both": (
        "limesurvey",
        lambda at: limesurvey(at / "a.csv", "both", long=True),
    ),
    "limesurvey-text": (
        "limesurvey",
        lambda at: limesurvey(at / "a.csv", "text", long=True),
    ),
    "kobo-names": ("kobotoolbox", lambda at: kobo(at / "a.csv", groups=True)),
    "kobo-labels": (
        "kobotoolbox",
        lambda at: kobo(at / "a.xlsx", labels=True, groups=True),
    ),
    "kobo-joined": ("kobotoolbox", lambda at: kobo(at / "a.csv", several="joined")),
    "odk-csv": ("odk-central", lambda at: odk(at / "a.csv", several="joined")),
    "odk-zip": ("odk-central", lambda at: odk(at / "a.zip")),
    "redcap-raw": ("redcap", lambda at: redcap(at / "a.csv")),
    "redcap-labels": ("redcap", lambda at: redcap(at / "a.csv", labels=True)),
    "spss": ("spss", lambda at: spss_files.survey(at / "a.sav")),
}
"""The tool that must be recognised, and how the file is written into a folder."""
