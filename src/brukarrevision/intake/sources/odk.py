"""ODK Central and Briefcase: names, groups by hyphens, options by slashes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.intake import header, names
from brukarrevision.intake.header import Heading
from brukarrevision.intake.sheet import Sheet
from brukarrevision.intake.sources import paths
from brukarrevision.intake.sources.base import Recogniser, Role
from brukarrevision.model.mapping import Exclusion, Source

_OWN = names.word_set(
    """
    SubmissionDate KEY meta-instanceID meta-instanceName instanceID instanceName
    AttachmentsPresent AttachmentsExpected Status ReviewState Edits FormVersion
    PARENT_KEY meta-audit audit start end today isValidated meta-deprecatedID
    """
)
_WHO = names.word_set(
    "SubmitterID SubmitterName DeviceID deviceid username phonenumber email"
)
_SIGNS = frozenset({"SubmissionDate", "meta-instanceID", "instanceID", "KEY"})
_REPEATED = "PARENT_KEY"
_PLACE = re.compile(r"(.+)-(Latitude|Longitude|Altitude|Accuracy)")
_WHERE = "geopoint"
_COPY = "copy of what is joined"


class OdkCentral(Recogniser):
    """ODK Central and ODK Briefcase."""

    name: ClassVar[str] = "odk-central"
    separators: ClassVar[tuple[str, ...]] = (" ",)
    may_repeat: ClassVar[bool] = True

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the server adds, spelled as it does."""
        cells = {cell.strip() for row in sheet.header for cell in row}
        return len(cells & _SIGNS) > 1 or {_REPEATED, "KEY"} <= cells

    def source(self, sheet: Sheet) -> Source:
        """Return one header row.

        Raises:
            FaultyFiles: the rows are those of a repeated group, and no persons.
        """
        found = super().source(sheet)
        top = sheet.top[found.skip_rows : found.skip_rows + 1]
        if any(cell.strip() == _REPEATED for row in top for cell in row):
            raise FaultyFiles(problem("source-repeated", Place(sheet.name)))
        return found

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return question and option apart, and where somebody was as a place.

        Options beside their joined column are its copies, and worse ones: 0 stands
        there where nobody answered too.
        """
        found = header.headings(sheet)
        plain = [one for one in found if one.raw.strip() not in _OWN]
        parted = {one.at: one for one in paths.apart(plain, sheet.sample, group="-")}
        joined = {one.raw.strip() for one in plain}

        def known(one: Heading) -> Heading:
            part = parted.get(one.at, Heading(one.at, one.raw, one.raw))
            if _PLACE.fullmatch(one.raw):
                return replace(part, code=_WHERE, sub="", option="")
            if part.sub and one.raw.strip().removesuffix(f"/{part.sub}") in joined:
                return replace(part, code=_COPY, sub="", option="")
            return part

        return tuple(map(known, found))

    def role(self, heading: Heading) -> Role | None:
        """Tell the server's columns from questions; the key is the submission's."""
        raw = heading.raw.strip()
        if raw == "KEY":
            return "respondent"
        if raw in _WHO or heading.code == _WHERE:
            return "identifying"
        own = raw in _OWN or raw.startswith("SET-OF-") or heading.code == _COPY
        return "meta" if own else None

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Leave out what somebody looked through and rejected."""
        del sample
        return tuple(
            Exclusion.model_validate({"at": one.at, "is": "rejected"})
            for one in headings
            if one.raw.strip() == "ReviewState"
        )
