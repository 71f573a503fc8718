"""The papers of data protection: an assessment (GDPR art. 35), a record (art. 30).

They are filled with what the plan and the instruments say. What only people know is
marked to be filled in; nothing of any respondent, and no name, is in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brukarrevision.audit import Audit
from brukarrevision.model.base import Language
from brukarrevision.model.instrument import Instrument, Question
from brukarrevision.report.around import commission, filled, unit_names
from brukarrevision.report.build import Report, written
from brukarrevision.report.content import Commission
from brukarrevision.report.drafting import Template, drafted

KIND = "privacy"
NAMES: dict[Language, tuple[str, ...]] = {
    "sv": ("dpia", "registerforteckning"),
    "en": ("dpia", "processing-record"),
}
"""The templates of each language, and the files made of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one instrument asks about.

    Attributes:
        background: what is asked about those who answer.
        sensitive: the questions marked so.
        own_words: whether anything is answered in own words.
    """

    title: str
    interview: bool
    areas: tuple[str, ...]
    background: tuple[str, ...]
    sensitive: tuple[str, ...]
    own_words: bool


@dataclass(frozen=True, slots=True)
class Papers:
    """What the papers say of an audit.

    Attributes:
        invited: how many have been asked, as far as the plan says; 0 if it does not.
        own_place: whether the workspace says itself where raw data lies.
    """

    title: str
    organisation: str
    commission: Commission
    units: tuple[str, ...]
    groups: tuple[str, ...]
    invited: int
    instruments: tuple[Asked, ...]
    coordinators: int
    auditors: int
    supporters: int
    own_place: bool
    min_group: int
    coalition: int

    @property
    def sensitive(self) -> tuple[str, ...]:
        """Return every question that is marked as sensitive."""
        return tuple(one for asked in self.instruments for one in asked.sensitive)

    @property
    def background(self) -> tuple[str, ...]:
        """Return what is asked about those who answer, each thing once."""
        every = (one for asked in self.instruments for one in asked.background)
        return tuple(dict.fromkeys(every))

    @property
    def own_words(self) -> bool:
        """Tell whether anything is answered in own words."""
        return any(one.own_words for one in self.instruments)


def papers(audit: Audit) -> Iterator[Report]:
    """Yield the papers of an audit as Word files, drafts to be filled in.

    Raises:
        FaultyFiles: a template or the base file is wrong.
    """
    about, language = of(audit), audit.plan.language
    for name in NAMES[language]:
        document = drafted(
            audit,
            Template(name, KIND, language),
            {"p": about},
            title=about.title,
            author=about.commission.auditor,
        )
        yield Report(f"{name}.docx", written(audit, document, "docx"))


def of(audit: Audit) -> Papers:
    """Return what papers say of an audit."""
    plan = audit.plan
    roles = [member.role for member in plan.team]
    return Papers(
        title=filled(plan.title) or audit.slug,
        organisation=audit.workspace.settings.organisation or "",
        commission=commission(audit),
        units=unit_names(audit, [unit.id for unit in plan.units]),
        groups=tuple(group.label for group in plan.groups),
        invited=_invited(audit),
        instruments=tuple(_asked(one) for one in audit.instruments.values()),
        coordinators=roles.count("coordinator"),
        auditors=roles.count("auditor"),
        supporters=roles.count("support"),
        own_place=bool(audit.workspace.settings.data_dir),
        min_group=audit.min_group,
        coalition=plan.anonymity.coalition,
    )


def _invited(audit: Audit) -> int:
    """Return how many were asked: by units or by groups, whichever says more."""
    lists = (audit.plan.units, audit.plan.groups)
    return max(sum(one.invited or 0 for one in some) for some in lists)


def _asked(instrument: Instrument) -> Asked:
    areas = [area.label for area in instrument.areas]
    return Asked(
        title=instrument.title,
        interview=instrument.kind != "survey",
        areas=tuple(areas),
        background=_labels(instrument.background),
        sensitive=_labels([q for q in instrument.questions() if q.sensitive]),
        own_words=any(q.type == "text" for q in instrument.questions()),
    )


def _labels(questions: Sequence[Question]) -> tuple[str, ...]:
    return tuple(" ".join(question.label.split()) for question in questions)
