"""A base file made ready for reports: parsed once, filled as often as there are units.

The base is our own ``templates/base.docx`` or an organisation's letterhead. It keeps
its header, footer, page and styles; what could tell about people or machines (comments,
own properties, the path of the attached template) is left out (ANONYMITY.md, R11).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml.etree import _Element

from brukarrevision.errors import FaultyFiles, problem
from brukarrevision.report import word_frame, word_header, word_parts
from brukarrevision.report.word_numbering import Numbering, read_numbering
from brukarrevision.report.word_package import (
    CONTENT_TYPES,
    parse,
    read_package,
    serialise,
)
from brukarrevision.report.word_parts import ContentTypes, Relation
from brukarrevision.report.word_settings import clean_settings
from brukarrevision.report.word_styles import (
    Styles,
    complete,
    font,
    letter_width,
    shifted,
    speak,
)

# Parts that tell about people or machines, or that a report has no use for.
_LEFT_OUT = frozenset(
    (
        "comments",
        "commentsExtended",
        "commentsExtensible",
        "commentsIds",
        "customXml",
        "glossaryDocument",
        "keyMapCustomizations",
        "people",
        "webSettings",
    )
)
_ACTIVE = ("vbaproject", "vbadata", "/activex/")
_CHART = re.compile(r"word/(?:charts|embeddings)/chart(\d+)\.\w+")


@dataclass(frozen=True, slots=True)
class Base:
    """A base file ready to be filled; nothing in it changes from report to report.

    Attributes:
        parts: the parts that every report has.
        kinds: the content types.
        relations: the relationships of the document part.
        main: the name of the document part.
        frame: what stands before and after the report.
        styles: the ids of the styles, by name.
        shifted: the indent of bordered styles, changed by a hair.
        font: what the text is set in.
        letter: how wide its letters are, next to those of Calibri.
        numbering: the numbering; ``lists`` is the name of its part.
        lists: see ``numbering``.
        margins: the names of the headers and footers.
        drawing: the highest id of a drawing in the file.
        chart: the highest number of a chart in the file.
        prefix: begins the ids of the report's relationships and bookmarks.
    """

    parts: Mapping[str, bytes]
    kinds: ContentTypes
    relations: tuple[Relation, ...]
    main: str
    frame: word_frame.Frame
    styles: Mapping[str, str]
    shifted: Mapping[str, str]
    font: str
    letter: float
    numbering: Numbering
    lists: str
    margins: tuple[str, ...]
    drawing: int
    chart: int
    prefix: str


@lru_cache(maxsize=8)
def open_base(data: bytes, language: str, *, draft: bool) -> Base:
    """Return a base file made ready; the same bytes are parsed only once.

    Raises:
        FaultyFiles: if the file cannot be used as a base.
    """
    parts = read_package(data)
    kinds = word_parts.read_types(parts[CONTENT_TYPES])
    _refuse_programs(parts, kinds)
    main = _main_part(parts, kinds)
    return _Opening(parts, kinds, main).base(language, draft=draft)


def _refuse_programs(parts: Iterable[str], kinds: ContentTypes) -> None:
    types = [*kinds.names.values(), *kinds.endings.values()]
    active = any(mark in f"/{name}".lower() for name in parts for mark in _ACTIVE)
    if active or any("macroenabled" in kind.lower() for kind in types):
        raise FaultyFiles(problem("base-macros"))


def _main_part(parts: Mapping[str, bytes], kinds: ContentTypes) -> str:
    word = {word_parts.DOCUMENT_TYPE, word_parts.TEMPLATE_TYPE}
    for one in word_parts.read_relations(parts, ""):
        proper = one.kind == f"{word_parts.OFFICE}/officeDocument"
        if proper and one.target in parts and kinds.of(one.target) in word:
            return one.target
    raise FaultyFiles(problem("base-not-docx"))


class _Opening:
    """The work of opening a base file; used once and thrown away."""

    def __init__(self, parts: dict[str, bytes], kinds: ContentTypes, main: str) -> None:
        self.parts = parts
        self.main = main
        self.names = {**kinds.names, main: word_parts.DOCUMENT_TYPE}
        self.endings = kinds.endings
        found = word_parts.read_relations(parts, main)
        self.relations = [one for one in found if one.name not in _LEFT_OUT]
        self.prefix = self._free_prefix()

    def base(self, language: str, *, draft: bool) -> Base:
        """Return the base file made ready."""
        styles = self._styles()
        ids = complete(styles)
        speak(styles, language)
        self.parts[styles.part] = serialise(styles.root)
        even = self._settings()
        root = word_frame.read_body(self.parts[self.main], self.main)
        if draft:
            self._mark_draft(root, ids["header"], even=even)
        frame = word_frame.cut(root)
        face = font(styles)
        lists = self._find("numbering") or self._new("word/numbering.xml", "numbering")
        numbering = read_numbering(self.parts.get(lists), lists)
        margins = self._targets("header", "footer")
        charts = [int(found[1]) for found in map(_CHART.fullmatch, self.parts) if found]
        return Base(
            parts=self._kept(lists),
            kinds=ContentTypes(self.endings, self.names),
            relations=tuple(self.relations),
            main=self.main,
            frame=frame,
            styles=ids,
            shifted=shifted(styles),
            font=face,
            letter=letter_width(face),
            numbering=numbering,
            lists=lists,
            margins=margins,
            drawing=max(frame.drawing, *map(self._drawing, margins), 0),
            chart=max(charts, default=0),
            prefix=self.prefix,
        )

    def _targets(self, *names: str) -> tuple[str, ...]:
        found = [one.target for one in self.relations if one.name in names]
        return tuple(name for name in dict.fromkeys(found) if name in self.parts)

    def _find(self, name: str) -> str:
        return next(iter(self._targets(name)), "")

    def _new(self, part: str, kind: str) -> str:
        """Add a relationship to a new part; return the part's name."""
        while part in self.parts:
            part = part.replace(".xml", "x.xml")
        number = f"{self.prefix}-{kind}"
        relation = Relation(number, f"{word_parts.OFFICE}/{kind}", part)
        self.relations.append(relation)
        self.names[part] = f"{word_parts.WORD}{kind}+xml"
        return part

    def _drawing(self, name: str) -> int:
        return word_frame.highest_drawing(parse(self.parts[name], name))

    def _styles(self) -> Styles:
        name = self._find("styles")
        if not name:
            raise FaultyFiles(problem("base-style-missing", style="Normal"))
        return Styles(parse(self.parts[name], name), name)

    def _settings(self) -> bool:
        name = self._find("settings")
        if not name:
            return False
        # Its relationships lead to the attached template and the like, by path.
        self.parts.pop(word_parts.relations_name(name), None)
        self.parts[name], even = clean_settings(self.parts[name], name)
        return even

    def _mark_draft(self, root: _Element, style: str, *, even: bool) -> None:
        for name in self._targets("header"):
            self.parts[name] = word_header.marked(self.parts[name], name, style)
        if word_frame.add_headers(root, f"{self.prefix}-header", even=even):
            part = self._new("word/header-draft.xml", "header")
            self.parts[part] = word_header.draft_header(style)

    def _kept(self, lists: str) -> Mapping[str, bytes]:
        """Return the parts that the document leads to, but those made anew.

        Raises:
            FaultyFiles: if a part outside the file belongs to it.
        """
        inside = [one.target for one in self.relations if not one.external]
        names = word_parts.reachable(self.parts, inside)
        linked = [*self.relations]
        for name in names:
            linked += word_parts.read_relations(self.parts, name)
        for one in linked:
            if one.external and one.name != "hyperlink":
                raise FaultyFiles(problem("base-linked", kind=one.name))
        made = {lists, self.main, word_parts.relations_name(self.main)}
        return {name: self.parts[name] for name in names if name not in made}

    def _free_prefix(self) -> str:
        """Return a beginning that no id in the document part has."""
        numbers = "".join(f'"{one.number}' for one in self.relations)
        taken = self.parts[self.main].replace(b"'", b'"') + numbers.encode()
        prefix = "rapport"
        while f'"{prefix}'.encode() in taken:
            prefix += "x"
        return prefix
