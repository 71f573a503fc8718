"""``plan.yaml``: what the audit is, who asked for it, when, and what is protected."""

from typing import Literal

from pydantic import Field

from brukarrevision.model.base import Date, Format, Id, Language, Model, Text, Whole

StepId = Literal[
    "anchoring",
    "questions",
    "information",
    "collection",
    "analysis",
    "feedback",
    "action_plan",
    "follow_up",
]


class Period(Model):
    """From the first to the last day of the audit."""

    start: Date
    end: Date


class Reporting(Model):
    """To whom the result is told, when and how."""

    to: Text
    due: Date
    form: Literal["oral", "written"] = "written"


class Commission(Model):
    """The commission (uppdraget): who asked, who does it, why and about whom."""

    commissioner: Text
    auditor: Text
    purpose: Text
    target_group: Text
    period: Period
    delimitations: tuple[Text, ...] = ()
    reporting: tuple[Reporting, ...] = ()


class Member(Model):
    """One in the team, by alias and never by name."""

    alias: Id
    role: Literal["coordinator", "auditor", "support"]


class Unit(Model):
    """A unit (enhet, verksamhet) that is audited; ``invited`` are those asked."""

    id: Id
    label: Text
    invited: Whole | None = Field(default=None, ge=0)


class Group(Model):
    """A group of respondents, such as relatives."""

    id: Id
    label: Text
    invited: Whole | None = Field(default=None, ge=0)


class Round(Model):
    """One time that the questions are asked (omgång)."""

    id: Id
    label: Text


class Step(Model):
    """A step of the audit, when it is due and when it was done (FIELD.md 2)."""

    id: StepId
    due: Date | None = None
    done: Date | None = None


class Anonymity(Model):
    """How respondents are protected (ANONYMITY.md R1, R2)."""

    erase_raw_by: Date
    min_group: Whole = 5
    coalition: Whole = 1
    too_few: Literal["leave_out", "merge"] = "leave_out"


class BandWord(Model):
    """A word for a share: from how many percent it is used."""

    at_least: Whole = Field(ge=0, le=100)
    word: Text


class Honorarium(Model):
    """What somebody is paid for an activity, in kronor, and how many times."""

    activity: Text
    rate: Whole = Field(ge=0)
    count: Whole = Field(ge=0)


class Plan(Model):
    """One audit."""

    format: Format
    id: Text
    title: Text
    language: Language
    commission: Commission
    instruments: tuple[Id, ...] = Field(min_length=1)
    anonymity: Anonymity
    team: tuple[Member, ...] = ()
    units: tuple[Unit, ...] = ()
    groups: tuple[Group, ...] = ()
    rounds: tuple[Round, ...] = ()
    steps: tuple[Step, ...] = ()
    words: tuple[BandWord, ...] = ()
    honoraria: tuple[Honorarium, ...] = ()

    def label(self, attribute: str, value: str) -> str:
        """Return what a unit, group or round is called; the id itself if unknown."""
        items: dict[str, tuple[Unit | Group | Round, ...]] = {
            "unit": self.units,
            "group": self.groups,
            "round": self.rounds,
        }
        known = {item.id: item.label for item in items.get(attribute, ())}
        return known.get(value, value)
