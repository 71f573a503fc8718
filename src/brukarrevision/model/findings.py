"""``findings.yaml``: what the auditors found, in their own words."""

from typing import Literal

from brukarrevision.model.base import Format, Id, Model, Text


class Finding(Model):
    """A strength, a development area or a proposal.

    ``units`` names the units it is about; none means all. ``area`` names the area of
    an instrument under which it is told.
    """

    id: Id
    kind: Literal["strength", "development", "proposal"]
    text: Text
    area: Id | None = None
    units: tuple[Id, ...] = ()


class Findings(Model):
    """All findings, sorted by id."""

    format: Format
    findings: tuple[Finding, ...] = ()
