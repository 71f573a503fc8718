"""Files that are raw data by their kind, whatever they are called."""

import re
from collections.abc import Iterator

from brukarrevision import yamlfile
from brukarrevision.guard.content import Content
from brukarrevision.guard.finding import Finding
from brukarrevision.guard.known import Known

_SQLITE = b"SQLite format 3\0"
_SPSS = (b"$FL2", b"$FL3")


def databases(content: Content, _: Known) -> Iterator[Finding]:
    """Find SQLite files, whatever they are called: the store, and any other."""
    if content.data.startswith(_SQLITE):
        yield Finding("guard-database")


def data_files(content: Content, _: Known) -> Iterator[Finding]:
    """Find SPSS files, which hold nothing but responses."""
    if content.data.startswith(_SPSS):
        yield Finding("guard-data-file")


_SEALED = (b"age-encryption.org/v1\n", b"-----BEGIN AGE ENCRYPTED FILE-----")
_KEY = re.compile(r"(?i)\bAGE-SECRET-KEY-1[0-9A-Z]{50}")


def packs(content: Content, _: Known) -> Iterator[Finding]:
    """Find sealed packs of raw data: what git has, nobody can erase."""
    if content.data.startswith(_SEALED):
        yield Finding("guard-pack")


def keys(content: Content, _: Known) -> Iterator[Finding]:
    """Find the keys that open such packs."""
    if found := _KEY.search(content.text):
        line = content.text.count("\n", 0, found.start()) + 1
        yield Finding("guard-key", line=line)


_FRONT = re.compile(r"\A\s*---[ \t]*\r?\n(.{0,4000}?)\n---", re.DOTALL)
_INTERVIEW = ("id", "consent")


def interviews(content: Content, _: Known) -> Iterator[Finding]:
    """Find the notes of an interview by the keys at their head."""
    if front := _FRONT.match(content.text):
        keys = set(re.findall(r"^[\"']?(\w+)[\"']?[ \t]*:", front[1], re.MULTILINE))
        if keys.issuperset(_INTERVIEW):
            yield Finding("guard-interview", line=1)


_ANSWER = re.compile(
    r"^[ \t]*\{#[A-Za-z0-9_-]+[^\n}]*\brow=[\"']?s[0-9a-f]{12}\b", re.MULTILINE
)


def open_answers(content: Content, _: Known) -> Iterator[Finding]:
    """Find files of open answers by the marks that each answer stands under."""
    if found := _ANSWER.search(content.text):
        line = content.text.count("\n", 0, found.start()) + 1
        yield Finding("guard-answers", line=line)


_PAIR = 2
_TALK = re.compile(r"\bI-01\b")


def guides(content: Content, _: Known) -> Iterator[Finding]:
    """Find interview guides that are filled in: with an id, or with notes in a room.

    The table at the top of a guide says in every language what an id looks like.
    """
    rows = [(number, cells) for number, cells in content.rows if any(cells)]
    front = [
        cells for _, cells in rows if len(cells) == _PAIR and _TALK.search(cells[0])
    ]
    if not front:
        return
    noted = [number for number, cells in rows if len(cells) == 1 and cells[0].strip()]
    if noted or any(cells[1].strip() for cells in front):
        yield Finding("guard-interview", row=min(noted, default=0))


_PROJECT = re.compile(r"<(?:\w+:)?Project\s[^>]{0,4000}urn:QDA-XML:project:1\.0")
_ABOUT = r"(?:(?:unit|group|round)[;,\t]){0,3}"
_FLAT = re.compile(
    rf"\A(?:text([;,\t])document\1question\1who\1{_ABOUT}coder\1code\1path\s*$"
    rf"|who([;,\t]){_ABOUT}coder(?:\2|\s*$))",
    re.MULTILINE,
)


def coded_texts(content: Content, _: Known) -> Iterator[Finding]:
    """Find what ``themes --to`` writes, and projects of other programs of its kind."""
    if _PROJECT.search(content.text) or _FLAT.match(content.text):
        yield Finding("guard-coded-texts", line=1)


_DRAFT_PAGE = re.compile(r"\A\s*\*\*(?:UTKAST|DRAFT)\*\*\s+# ")
_DRAFT_TITLE = re.compile(r"^(?:UTKAST|DRAFT): ", re.MULTILINE)
_DRAFT_HEADER = re.compile(r"(?:UTKAST|DRAFT)$", re.MULTILINE)


def draft_reports(content: Content, _: Known) -> Iterator[Finding]:
    """Find reports that are not published: Word ones by their title and header."""
    text = content.text
    is_word = content.ending == ".docx" and _DRAFT_TITLE.search(text)
    if _DRAFT_PAGE.match(text) or (is_word and _DRAFT_HEADER.search(text)):
        yield Finding("guard-draft-report")


_NOTE = re.compile(r"\A(?:/|[A-Za-z]:\\|\\\\)[^\r\n]{1,500}\n\Z")


def owner_notes(content: Content, _: Known) -> Iterator[Finding]:
    """Find ``workspace.txt``: then the whole data directory may have been moved."""
    if content.name.endswith("workspace.txt") and _NOTE.match(content.text):
        yield Finding("guard-data-folder")


def draft_instruments(content: Content, _: Known) -> Iterator[Finding]:
    """Find instruments drafted from responses: their choices are people's words."""
    if content.ending not in (".yaml", ".yml") or "draft" not in content.text:
        return
    source = yamlfile.read(content.data, "")
    data = source.data if isinstance(source.data, dict) else {}
    if str(data.get("draft")).lower() == "true":
        yield Finding("guard-draft-instrument", line=source.place(("draft",)).line)
