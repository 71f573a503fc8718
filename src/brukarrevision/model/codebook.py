"""``codebook.yaml``: the themes of what people say in their own words."""

from brukarrevision.model.base import Format, Id, Model, Text


class Theme(Model):
    """A theme: what it is called in the report, what it means, an invented example.

    ``parent`` is the id of the theme that it is a part of.
    """

    id: Id
    label: Text
    parent: Id | None = None
    definition: Text | None = None
    example: Text | None = None


class Codebook(Model):
    """All themes, in the order they stand in the report."""

    format: Format
    themes: tuple[Theme, ...] = ()
