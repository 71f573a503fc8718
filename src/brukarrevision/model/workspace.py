"""``brukarrevision.yaml``: what holds for all audits of a workspace."""

from pydantic import Field

from brukarrevision.model.base import Format, Id, Language, Model, Text, Whole


class WorkspaceAnonymity(Model):
    """The floor under every plan's own ``min_group``."""

    min_group: Whole = Field(default=5, ge=5)


class WorkspaceSettings(Model):
    """Organisation, language, the floor of anonymity and where raw data lies."""

    format: Format
    id: Id
    organisation: Text | None = None
    language: Language = "sv"
    anonymity: WorkspaceAnonymity = WorkspaceAnonymity()
    data_dir: Text | None = None
