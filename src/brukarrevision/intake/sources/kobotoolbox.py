"""KoboToolbox: names or labels, groups and options by slashes."""

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

_KEYS = ("_uuid", "meta/instanceid", "meta/rootuuid")
_OWN = names.word_set(
    """
    _id _uuid _submission_time _validation_status _notes _tags _status _index
    _submitted_by __version__ _version_ formhub/uuid meta/instanceid meta/rootuuid
    meta/deprecatedid meta/instancename _attachments _geolocation _bamboo_dataset_id
    _xform_id_string _parent_table_name _parent_index start end today audit
    """
)
_SIGNS = frozenset(one for one in _OWN if not one.isalpha())
_REPEATED = frozenset({"_parent_table_name", "_parent_index"})
_WHO = frozenset({"deviceid", "username", "phonenumber", "simserial", "subscriberid"})
_PLACE = re.compile(r"_(.+)_(latitude|longitude|altitude|precision)")
_WHERE = "geopoint"
_REFUSED = ("validation_status_not_approved", "Not Approved")


class KoboToolbox(Recogniser):
    """KoboToolbox, with names or labels, options joined or apart."""

    name: ClassVar[str] = "kobotoolbox"
    separators: ClassVar[tuple[str, ...]] = (" ",)
    may_repeat: ClassVar[bool] = True

    def claims(self, sheet: Sheet) -> bool:
        """Tell it by the columns that the server adds."""
        cells = {cell.strip().lower() for row in sheet.header for cell in row}
        return len(cells & _SIGNS) > 1

    def source(self, sheet: Sheet) -> Source:
        """Return one header row.

        Raises:
            FaultyFiles: the rows are those of a repeated group, and no persons.
        """
        found = super().source(sheet)
        top = sheet.top[found.skip_rows : found.skip_rows + 1]
        if any(cell.strip().lower() in _REPEATED for row in top for cell in row):
            raise FaultyFiles(problem("source-repeated", Place(sheet.name)))
        return found

    def headings(self, sheet: Sheet) -> tuple[Heading, ...]:
        """Return question and option apart, and where somebody was as a place."""
        found = header.headings(sheet)
        own = {one.at for one in found if _raw(one) in _OWN}
        plain = [one for one in found if one.at not in own]
        parted = {one.at: one for one in paths.apart(plain, sheet.sample)}
        places = {at for at, one in parted.items() if _PLACE.fullmatch(one.raw)}
        of = {_PLACE.fullmatch(parted[at].raw)[1] for at in places}  # type: ignore[index]
        return tuple(
            replace(parted[one.at], code=_WHERE, sub="", option="")
            if one.at in places or one.raw.rpartition("/")[2] in of
            else parted.get(one.at, Heading(one.at, one.raw, one.raw))
            for one in found
        )

    def role(self, heading: Heading) -> Role | None:
        """Tell the server's columns from questions; the key is the submission's."""
        raw = _raw(heading)
        if raw == _KEYS[0]:
            return "respondent"
        if raw in _WHO or heading.code == _WHERE:
            return "identifying"
        return "meta" if raw in _OWN or raw.startswith("_version_") else None

    def exclude(
        self, headings: Sequence[Heading], sample: Sequence[Sequence[str]]
    ) -> tuple[Exclusion, ...]:
        """Leave out what somebody looked through and did not approve."""
        del sample
        return tuple(
            Exclusion.model_validate({"at": one.at, "is": text})
            for one in headings
            if _raw(one) == "_validation_status"
            for text in _REFUSED
        )


def _raw(heading: Heading) -> str:
    return heading.raw.strip().lower()
