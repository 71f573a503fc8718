"""A project file (``.qdpx``): texts, codes, who said what, in one zip file.

Written so that the programs that differ in what they accept all accept it: the folder
``sources`` in lower case, files named by identifier, plain texts alone, LF, no byte
order mark, positions in code points and the end exclusive, as QualCoder has them (the
standard's own words would have the last character). The order of elements is the
schema's. The same project gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from brukarrevision.exchange.refi.codes import ORIGIN, from_the_top, names_of, put_codes
from brukarrevision.exchange.refi.project import (
    Case,
    Coding,
    Document,
    Guids,
    Project,
)
from brukarrevision.exchange.refi.texts import Placed, laid_out
from brukarrevision.exchange.refi.xml import PROJECT, put, root, written

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SV_RAW = (
    "RÅDATA: här står vad enskilda personer har sagt. Förvara filen så att ingen annan "
    "kan öppna den, och förstör den senast när revisionens rådata gallras."
)
_EN_RAW = (
    "RAW DATA: here stands what individual people have said. Keep the file where "
    "nobody else can open it, and destroy it by the time the raw data of the audit is "
    "erased."
)


def to_qdpx(project: Project) -> bytes:
    """Return a project file of an audit, with all that was said in it."""
    writer = _Writer(project)
    return _zipped({"project.qde": written(writer.top), **writer.files})


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every machine
            package.writestr(entry, data)
    return target.getvalue()


class _Writer:
    """Puts a project into elements, part by part in the order of the schema."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._guid = Guids(project.key)
        self.files: dict[str, bytes] = {}
        self.top = root("Project", PROJECT, name=project.title, origin=ORIGIN)
        self._users()
        self._codes()
        self._variables()
        self._cases()
        self._sources()
        self._sets()
        put(self.top, "Description", project.said(_SV_RAW, _EN_RAW))

    def _users(self) -> None:
        coders = sorted({one.coder for one in _codings(self._project.documents)})
        for coder in coders:
            mark, name = self._guid("user", coder), self._project.shown(coder)
            put(self._part("Users"), "User", guid=mark, name=name)

    def _codes(self) -> None:
        book, language = self._project.codebook, self._project.language
        if book.themes:
            put_codes(self._part("CodeBook"), book, self._guid, language)

    def _variables(self) -> None:
        for name in _attributes(self._project.cases):
            mark = self._guid("variable", name)
            every = self._part("Variables")
            put(every, "Variable", guid=mark, name=name, typeOfVariable="Text")

    def _cases(self) -> None:
        """Put every respondent, with what is known and where the person speaks."""
        places = self._places()
        for one in self._project.cases:
            mark = self._guid("case", one.who)
            case = put(self._part("Cases"), "Case", guid=mark, name=one.who)
            self._values(case, one)
            sources, selections = places.get(one.who, ([], []))
            for target in sources:
                put(case, "SourceRef", targetGUID=target)
            for target in selections:
                put(case, "SelectionRef", targetGUID=target)

    def _values(self, case: "Element", one: Case) -> None:
        for name, value in one.attributes.items():
            holder = put(case, "VariableValue")
            put(holder, "VariableRef", targetGUID=self._guid("variable", name))
            put(holder, "TextValue", value)

    def _places(self) -> dict[str, tuple[list[str], list[str]]]:
        """Return where each respondent speaks: whole documents, passages of others."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for document in self._project.documents:
            alone = _is_one_persons(document)
            whole = self._guid("source", document.name)
            for one in laid_out(document)[1]:
                sources, selections = found.setdefault(one.passage.who, ([], []))
                if not alone:
                    selections.append(self._guid("passage", document.name, *one.key))
                elif whole not in sources:
                    sources.append(whole)
        return found

    def _sources(self) -> None:
        for document in self._project.documents:
            mark = self._guid("source", document.name)
            text, placed = laid_out(document)
            self.files[f"sources/{mark}.txt"] = text.encode()
            path = f"internal://{mark}.txt"
            every = self._part("Sources")
            source = put(
                every, "TextSource", guid=mark, name=document.name, plainTextPath=path
            )
            for one in placed:
                self._passage(source, document, one)

    def _passage(self, source: "Element", document: Document, placed: Placed) -> None:
        """Put the coded stretches of a passage, and itself if it is one of many's."""
        key, begin = (document.name, *placed.key), placed.start
        if not _is_one_persons(document):
            mark = self._guid("passage", *key)
            who = placed.passage.who
            self._stretch(source, mark, begin, placed.end, name=who)
        for (start, end), codings in placed.spans().items():
            place = (*key, start, end)
            mark = self._guid("span", *place)
            chosen = self._stretch(source, mark, begin + start, begin + end)
            for one in codings:
                mark = self._guid("coding", *place, one.code, one.coder)
                user = self._guid("user", one.coder)
                coding = put(chosen, "Coding", guid=mark, creatingUser=user)
                put(coding, "CodeRef", targetGUID=self._guid("code", one.code))

    def _stretch(
        self, source: "Element", mark: str, start: int, end: int, **more: str
    ) -> "Element":
        numbers = {"startPosition": str(start), "endPosition": str(end)}
        return put(source, "PlainTextSelection", guid=mark, **more, **numbers)

    def _sets(self) -> None:
        """Put a set for every theme that has others under it."""
        themes = [*from_the_top(self._project.codebook)]
        names = names_of(self._project.codebook)
        for parent in {one.parent: None for one in themes if one.parent}:
            mark = self._guid("set", parent)
            group = put(self._part("Sets"), "Set", guid=mark, name=names[parent])
            for one in themes:
                if parent in (one.id, one.parent):
                    target = self._guid("code", one.id)
                    put(group, "MemberCode", targetGUID=target)

    def _part(self, name: str) -> "Element":
        """Return a part of the project; empty parts may not be there at all."""
        found = self.top.find(name)
        return put(self.top, name) if found is None else found


def _codings(documents: Iterable[Document]) -> Iterator[Coding]:
    for document in documents:
        for passage in document.passages:
            yield from passage.codings


def _attributes(cases: Iterable[Case]) -> list[str]:
    return [*dict.fromkeys(name for case in cases for name in case.attributes)]


def _is_one_persons(document: Document) -> bool:
    return len({passage.who for passage in document.passages}) == 1
