"""Which tool's questionnaire a file is, told by its shape and never by its name."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from brukarrevision.errors import FaultyFiles, Place, problem
from brukarrevision.exchange import redcap
from brukarrevision.exchange.limesurvey import read as limesurvey
from brukarrevision.exchange.questionnaire import Questionnaire
from brukarrevision.exchange.xlsform import read as xlsform
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument

_READERS: Mapping[str, ModuleType] = {
    "XLSForm": xlsform,
    "LimeSurvey": limesurvey,
    "REDCap": redcap,
}
"""Modules with ``claims`` and ``read``, by what people call their tool."""


def questionnaire(
    path: Path, instrument_id: str, language: Language
) -> Questionnaire | None:
    """Return the questionnaire in a file; None for a file of anything else.

    Args:
        path: the file.
        instrument_id: the id that the instrument gets.
        language: of the audit; texts in it are taken where there are any.

    Raises:
        FaultyFiles: two tools claim the file, or it cannot be read.
    """
    claiming = [name for name, reader in _READERS.items() if reader.claims(path)]
    if len(claiming) > 1:
        facts = {"names": ", ".join(claiming)}
        raise FaultyFiles(problem("questionnaire-two-claim", Place(path.name), **facts))
    if not claiming:
        return None
    found: Questionnaire = _READERS[claiming[0]].read(path, instrument_id, language)
    return replace(found, instrument=_finished(found.instrument))


def _finished(instrument: Instrument) -> Instrument:
    """Return an instrument that is no draft: somebody has written its questions."""
    stated = instrument.model_dump(by_alias=True, exclude_unset=True)
    stated.pop("draft", None)
    return Instrument.model_validate(stated)
