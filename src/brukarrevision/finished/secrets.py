"""What may be in no finished file, and whether it is: answers, ids, aliases, paths."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from brukarrevision import resources
from brukarrevision.audit import Audit
from brukarrevision.files import read_bytes
from brukarrevision.finished.index import LONGEST, Index, Where, Window, words
from brukarrevision.interviews.folder import paragraphs
from brukarrevision.model import cell
from brukarrevision.quotes import approved
from brukarrevision.rawdata.contents import interview_of, notes
from brukarrevision.store import Store, keyed, replaced
from brukarrevision.tally import column

_FEWEST, _SHORTEST = 3, 12
"""An answer of fewer words or letters is what anybody could write."""

_SHORTEST_TOLD = 6
"""Nothing is told by fewer letters, whatever they are."""

_COMMON = 5
"""An answer of fewer words is nobody's own if several have given it."""

_SHORTEST_ID = 4
_LONG = 10
"""A word so long with letters and digits in it is hardly anybody else's word."""

_LETTER = re.compile(r"[^\W\d_]")
_HOMES = re.compile(
    r"(?i)(?<![\w.])(?:/home/|/users/|\\users\\)[^\s/\\]+|\b[a-z]:\\[^\s\\]+\\"
)


def found(audit: Audit, index: Index) -> Iterator[tuple[str, Where]]:
    """Yield the code of each kind of leak, with a place where it is.

    Args:
        audit: whose secrets are looked for.
        index: of the finished files.

    Raises:
        MachineFault: the responses cannot be read.
    """
    yield from _paths(audit, index)
    for member in audit.plan.team:
        if member.alias in index.seen:
            yield "leak-alias", index.seen[member.alias]
    index.allow(_said(audit))
    with closing(Store.open(audit.store_path)) as store:
        yield from _files(store, index)
        yield from _ids(audit, store, index)
        yield from _answers(audit, store, index)


def _said(audit: Audit) -> Iterator[str]:
    """Yield what may be said: the audit's own texts, the program's, approved quotes."""
    yield from _own_texts(audit)
    for name in sorted((resources.templates() / "report").rglob("*.j2")):
        yield from name.read_text(encoding="utf-8").splitlines()
    yield from (quote.text for quote in approved(audit))


def _own_texts(audit: Audit) -> Iterator[str]:
    """Yield what plan, instruments, themes and mappings say: choices, labels, names.

    Not the examples of themes: those are invented, and nobody has approved them.
    """
    plan = audit.plan.model_dump(exclude={"team"})
    themes = audit.codebook.model_dump(exclude={"themes": {"__all__": {"example"}}})
    models = (*audit.instruments.values(), *audit.mappings.values())
    for data in (plan, themes, *(one.model_dump() for one in models)):
        yield from _strings(data)


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from _strings([*data, *data.values()])
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _strings(value)


def _paths(audit: Audit, index: Index) -> Iterator[tuple[str, Where]]:
    """Yield where a place on this computer is told."""
    own = (audit.data_dir, audit.workspace.root, Path.home())
    paths = [str(one).replace("\\", "/").casefold() for one in own]
    telling = [path for path in paths if len(path.strip("/")) > _SHORTEST_ID]
    for text, where in index.texts.items():
        plain = text.replace("\\", "/").casefold()
        if any(path in plain for path in telling) or _HOMES.search(text):
            yield "leak-path", where


def _files(store: Store, index: Index) -> Iterator[tuple[str, Where]]:
    names = {one.file.casefold() for one in store.imports() if "." in one.file}
    for text, where in index.texts.items():
        plain = text.casefold()
        if any(_stands_in(name, plain) for name in names):
            yield "leak-file", where


def _stands_in(name: str, text: str) -> bool:
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _ids(audit: Audit, store: Store, index: Index) -> Iterator[tuple[str, Where]]:
    every = chain.from_iterable(map(store.origins, audit.instruments))
    for name in chain((o.respondent for o in every), map(interview_of, notes(audit))):
        telling = name and len(name) >= _SHORTEST_ID and any(map(str.isalpha, name))
        if telling and (where := index.windows.get(tuple(words(name or "")))):
            yield "leak-id", where


def _answers(audit: Audit, store: Store, index: Index) -> Iterator[tuple[str, Where]]:
    """Yield where rows of words stand that somebody answered."""
    known = {tuple(words(text)) for text in _own_texts(audit)}
    hits: Counter[Window] = Counter()
    for text in _written(audit, store):
        rows = {one for one in _telling(text, index) if one in index.windows}
        if rows and not _is_known(text, known):
            hits.update(rows)
    for window, number in hits.items():
        rare = any(map(str.isdigit, "".join(window)))
        if len(window) >= _COMMON or rare or number == 1:
            yield "leak-answer", index.windows[window]


def _is_known(text: str, known: set[Window]) -> bool:
    """Tell whether an answer is made of choices alone, several perhaps."""
    parts = [re.split(f"[{sign}]", text) for sign in (";", ",", "|", "\n")]
    return any(
        all(tuple(words(p)) in known for p in some if p.strip()) for some in parts
    )


def _telling(text: str, index: Index) -> Iterator[Window]:
    """Yield the rows of words of an answer that are somebody's own."""
    if len(text) < _SHORTEST_TOLD:
        return
    said = words(text)
    if _FEWEST <= len(said) <= LONGEST and len(text) >= _SHORTEST:
        yield tuple(said)
    run = 0
    for at, word in enumerate(said, 1):
        run = run + 1 if word in index.vocabulary else 0
        if run >= LONGEST:
            yield tuple(said[at - LONGEST : at])
    for rare in filter(_is_rare, text.split()):
        yield tuple(words(rare)[:LONGEST])


def _is_rare(word: str) -> bool:
    """Tell whether a word is a code or an address."""
    coded = len(word) >= _LONG and any(map(str.isdigit, word)) and _LETTER.search(word)
    return bool(coded) or "@" in word[1:-1]


def _written(audit: Audit, store: Store) -> Iterator[str]:
    """Yield every source cell of each response, other answers, and notes.

    Answers that were replaced, or keyed in and not taken in yet, are nobody's to tell.
    """
    seen: set[int] = set()
    for record in store.imports():
        for row in store.rows_of(record.number, record.instrument):
            for one in filter(None, set(row.cells)):
                seen.add(hash(one))
                yield one
    others = chain(_texts(audit, store), replaced.texts(store), keyed.texts(store))
    yield from (text for text in others if hash(text) not in seen)
    for path in notes(audit).values():
        raw = read_bytes(path)
        yield from raw.decode(errors="replace").splitlines()
        yield from paragraphs(raw)


def _texts(audit: Audit, store: Store) -> Iterator[str]:
    """Yield every answer in own words."""
    for instrument in audit.instruments.values():
        texts = [q.id for q in instrument.questions() if q.type == "text"]
        if texts:
            frame = store.frame(instrument.id)
            every = (column(frame, name) for name in texts)
            yield from filter(None, map(cell.value, chain.from_iterable(every)))
