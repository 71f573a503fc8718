"""Writing ``quotes.yaml``: one quote in, or some out; comments stay."""

from collections.abc import Collection

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.files import is_file, read_bytes, write_atomic
from brukarrevision.model.quotes import Quote, Quotes
from brukarrevision.workspace import QUOTES


def put(audit: Audit, quote: Quote) -> None:
    """Write a quote into the file, in place of one with its id; made if missing."""
    was, text = _read(audit)
    if not text:
        new = yamlfile.dump(Quotes(format=1, quotes=(quote,)))
    else:
        text, rest = _without(text, audit.quotes.quotes, {quote.id})
        at = sum(one.id < quote.id for one in rest)
        item = quote.model_dump(exclude_none=True)
        new = yamlfile.insert_item(text, "quotes", at, item)
    write_atomic(audit.folder / QUOTES, new.encode(), was=was)


def take_out(audit: Audit, quotes: Collection[str]) -> bool:
    """Take quotes out of the file, by id; tell whether any of them was there."""
    was, text = _read(audit)
    new, rest = _without(text, audit.quotes.quotes, quotes)
    if len(rest) == len(audit.quotes.quotes):
        return False
    write_atomic(audit.folder / QUOTES, new.encode(), was=was)
    return True


def _read(audit: Audit) -> tuple[bytes, str]:
    """Return the file as it was when the audit was read."""
    if not is_file(audit.folder / QUOTES):
        return b"", ""
    source = audit.sources.get(QUOTES)
    raw = source.raw if source else read_bytes(audit.folder / QUOTES, QUOTES)
    return raw, raw.decode("utf-8-sig").replace("\r\n", "\n")


def _without(
    text: str, quotes: tuple[Quote, ...], out: Collection[str]
) -> tuple[str, list[Quote]]:
    """Return the text without some quotes, and those that are left."""
    for at in reversed(range(len(quotes))):
        if quotes[at].id in out:
            text = yamlfile.drop_item(text, "quotes", at)
    return text, [one for one in quotes if one.id not in out]
