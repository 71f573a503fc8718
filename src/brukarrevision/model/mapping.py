"""``mappings/<name>.yaml``: which column of a source file is which question."""

from pydantic import Field

from brukarrevision.model.base import Format, Id, Model, Text, Whole

RESPONSE_USES = ("respondent", "unit", "group", "round", "mode", "help")
"""What a column can say of the whole response."""

MODES = ("paper", "phone", "web", "meeting", "interview")
HELPS = ("none", "staff", "family", "other", "proxy")

ANY = "*"
"""Stands in ``ticked`` for whatever people wrote under an option such as "Other"."""


class Source(Model):
    """How the file is read.

    ``skip_rows`` are title rows above the header, ``header_rows`` the rows of the
    header itself; ``encoding`` and ``delimiter`` are for text files, ``sheet`` for
    workbooks.
    """

    tool: Id = "table"
    encoding: Text | None = None
    delimiter: Text | None = None
    sheet: Text | None = None
    skip_rows: Whole = Field(default=0, ge=0, le=20)
    header_rows: Whole = Field(default=1, ge=1, le=3)


class Only(Model):
    """Rows in which a column counts: where the column ``at`` holds one of ``is``."""

    at: Whole = Field(ge=0)
    equals: tuple[str, ...] = Field(alias="is", min_length=1)


class Column(Model):
    """One column, by position from 0; ``header`` is checked against the file.

    ``use`` is ``ignore``, one of :data:`RESPONSE_USES` or a question's id. ``values``
    maps what stands in the cells to ids where labels do not do it. A select_multiple
    has either one column with a ``separator`` or one column for each ``choice``, whose
    cells hold one of ``ticked`` where it was chosen (``*`` means anything at all: an
    option that people put into words). ``only`` says where the cells
    count at all: in other rows they are taken for blank.
    """

    at: Whole = Field(ge=0)
    header: str
    use: Id
    values: dict[str, Id] = {}
    separator: str | None = Field(default=None, min_length=1)
    choice: Id | None = None
    ticked: tuple[str, ...] = ()
    only: Only | None = None


class Exclusion(Model):
    """Rows left out, by what the column ``at`` holds.

    Those where it ``is`` the text, or those where it ``is_not``; exactly one of the
    two is given. Spaces around and case make no difference.
    """

    at: Whole = Field(ge=0)
    equals: str | None = Field(default=None, alias="is")
    is_not: str | None = None


class Mapping(Model):
    """From the columns of one kind of file to one instrument."""

    format: Format
    instrument: Id
    source: Source = Source()
    columns: tuple[Column, ...] = Field(min_length=1)
    exclude: tuple[Exclusion, ...] = ()
