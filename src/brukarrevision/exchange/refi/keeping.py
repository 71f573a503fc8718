"""Writing themes into ``codebook.yaml``: the new and the changed; comments stay."""

from collections.abc import Collection

from brukarrevision import yamlfile
from brukarrevision.audit import Audit
from brukarrevision.exchange.refi.taking import Taken
from brukarrevision.files import write_atomic
from brukarrevision.model.codebook import Theme
from brukarrevision.workspace import CODEBOOK


def keep(audit: Audit, taken: Taken) -> None:
    """Write what a file makes of the codebook of an audit.

    Raises:
        FaultyFiles: somebody changed the codebook since it was read.
        MachineFault: the disk says no.
    """
    themes = taken.codebook.themes
    source = audit.sources.get(CODEBOOK)
    if source is None:
        text, was = yamlfile.dump(taken.codebook), b""
    else:
        was = source.raw
        old = was.decode("utf-8-sig").replace("\r\n", "\n")
        text = _edited(old, themes, {*taken.changed}, {*taken.added})
    write_atomic(audit.folder / CODEBOOK, text.encode(), was=was)


def _edited(
    text: str,
    themes: Collection[Theme],
    changed: Collection[str],
    added: Collection[str],
) -> str:
    """Return the text with each changed theme in its place and each new one last."""
    for at, theme in enumerate(themes):
        if theme.id in changed or theme.id in added:
            item = theme.model_dump(exclude_none=True)
            text = yamlfile.insert_item(text, "themes", at, item)
        if theme.id in changed:  # after, so that comments keep their neighbours
            text = yamlfile.drop_item(text, "themes", at + 1)
    return text
