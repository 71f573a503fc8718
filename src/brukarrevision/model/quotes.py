"""``quotes.yaml``: the approved quotes, and nothing about those who said them (R8)."""

from brukarrevision.model.base import Format, Id, Model, Text


class Quote(Model):
    """Somebody's words, in the form that may be shown.

    ``instrument`` is what was answered; ``theme`` is one of the codebook and ``area``
    one of the instrument: where the quote is placed. No key says anything about the
    speaker, and none may be added.
    """

    id: Id
    text: Text
    instrument: Id
    theme: Id | None = None
    area: Id | None = None


class Quotes(Model):
    """All approved quotes, sorted by id."""

    format: Format
    quotes: tuple[Quote, ...] = ()
