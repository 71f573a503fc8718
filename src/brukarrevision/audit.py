"""One audit, read from its folder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from brukarrevision import modelfile, workspace, yamlfile
from brukarrevision.errors import (
    NOWHERE,
    FaultyFiles,
    Place,
    Problem,
    has_errors,
    problem,
)
from brukarrevision.files import is_file, leads_out, read_bytes, write_atomic
from brukarrevision.model.codebook import Codebook
from brukarrevision.model.erasure import Erasure
from brukarrevision.model.findings import Findings
from brukarrevision.model.instrument import Instrument
from brukarrevision.model.mapping import Mapping
from brukarrevision.model.plan import Plan
from brukarrevision.model.quotes import Quotes
from brukarrevision.model.release import Release
from brukarrevision.workspace import Workspace

M = TypeVar("M", bound=BaseModel)

_NO_QUOTES, _NO_THEMES = Quotes(format=1), Codebook(format=1)


@dataclass(frozen=True)
class Audit:
    """Everything the auditors have written about one audit.

    Attributes:
        slug: the folder's name; ``folder``: the folder itself.
        instruments: by id, in the plan's order.
        mappings: by the name of the file without its ending.
        findings: strengths, development areas and proposals.
        published: what has been released, by the release's name.
        texts: the auditors' prose, by section (the name of the file in ``text/``).
        quotes: what ``quotes.yaml`` holds; whether it may be shown is another matter.
        codebook: the themes.
        erasure: the record of it, once raw data is erased.
        sources: the files as read, by the name messages give them.
    """

    slug: str
    folder: Path
    workspace: Workspace
    plan: Plan
    instruments: dict[str, Instrument]
    mappings: dict[str, Mapping]
    findings: Findings
    published: dict[str, Release]
    texts: dict[str, str]
    sources: dict[str, yamlfile.Source] = field(repr=False)
    quotes: Quotes = _NO_QUOTES
    codebook: Codebook = _NO_THEMES
    erasure: Erasure | None = None

    @property
    def data_dir(self) -> Path:
        """Return where raw data lies; the folder may be missing."""
        return self.workspace.data_dir(self.slug)

    @property
    def store_path(self) -> Path:
        """Return the database of responses; it may be missing."""
        return self.data_dir / "responses.sqlite"

    @property
    def drafts(self) -> Path:
        """Return where reports lie that are not published."""
        return self.data_dir / "drafts"

    @property
    def min_group(self) -> int:
        """Return the smallest group shown: the plan's, not under the workspace's."""
        floor = self.workspace.settings.anonymity.min_group
        return max(floor, self.plan.anonymity.min_group)

    def ensure_data_dir(self) -> Path:
        """Make the private directory of this audit."""
        return self.workspace.ensure_data_dir(self.slug)

    def refuse_if_erased(self) -> None:
        """Stop what would bring raw data into an audit whose raw data is erased.

        The record is looked for anew: it may have been written since the audit was
        read, by whoever had the store then.

        Raises:
            FaultyFiles: there is a record of an erasure, or one that cannot be read.
        """
        path, erasure = self.folder / workspace.ERASURE, self.erasure
        if erasure is None and is_file(path):
            loaded = modelfile.read(path, Erasure, workspace.ERASURE)
            if (erasure := loaded.model) is None:
                raise FaultyFiles(*loaded.problems)
        if erasure:
            raise FaultyFiles(problem("data-erased", NOWHERE, erased=erasure.erased))

    def write_mapping(self, name: str, mapping: Mapping) -> Path:
        """Write ``mappings/<name>.yaml`` and return its path."""
        file = f"{workspace.MAPPINGS}/{name}.yaml"
        was = self.sources[file].raw if file in self.sources else b""
        write_atomic(self.folder / file, yamlfile.dump(mapping).encode(), was=was)
        return self.folder / file

    def place(self, name: str, path: Sequence[yamlfile.Key] = ()) -> Place:
        """Return where a part of a file stands."""
        source = self.sources.get(name)
        return source.place(path) if source else Place(name)


@dataclass
class _Reader:
    """Reads file after file and keeps what is wrong with them."""

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    sources: dict[str, yamlfile.Source] = field(default_factory=dict)

    def read(self, name: str, model: type[M]) -> M | None:
        if not self._stays(name):
            self.sources[name] = yamlfile.Source(name, b"", None, ())
            return None
        loaded = modelfile.read(self.folder / name, model, name)
        self.sources[name] = loaded.source
        self.problems.extend(loaded.problems)
        return loaded.model

    def optional(self, name: str, model: type[M]) -> M | None:
        """Read a file that an audit may lack."""
        return self.read(name, model) if (self.folder / name).is_file() else None

    def _stays(self, name: str) -> bool:
        """Tell whether a file is in the audit, and not a link to one elsewhere."""
        if not leads_out(self.folder / name, self.folder):
            return True
        facts = {"folder": self.folder.name}
        self.problems.append(problem("file-link-outside", Place(name), **facts))
        return False

    def folder_of(self, part: str, model: type[M]) -> dict[str, M]:
        """Read every YAML file of a folder, by name without ending."""
        found = {}
        for path in self._files(part):
            one = self.read(f"{part}/{path.name}", model)
            if one is not None:
                found[path.stem] = one
        return found

    def _files(self, part: str) -> Iterator[Path]:
        """Yield the YAML files of a folder; say which would be passed over."""
        for path in sorted((self.folder / part).glob("*.y*ml*")):
            name = f"{part}/{path.name}"
            if path.suffix == ".yaml" and not path.name.startswith("."):
                yield path
            elif not path.name.startswith(".") and not path.name.endswith("~"):
                self.problems.append(problem("file-ending", Place(name)))

    def texts(self) -> dict[str, str]:
        """Read the prose, decoded as UTF-8."""
        found = {}
        for path in sorted((self.folder / workspace.TEXT).glob("[!.]*.md")):
            name = f"{workspace.TEXT}/{path.name}"
            if self._stays(name) and (text := self._text(path, name)) is not None:
                found[path.stem] = text
        return found

    def _text(self, path: Path, name: str) -> str | None:
        raw = read_bytes(path, name, most=yamlfile.MAX_BYTES + 1)
        if len(raw) > yamlfile.MAX_BYTES:
            limit = yamlfile.MAX_BYTES // 1_000_000
            self.problems.append(problem("yaml-too-large", Place(name), limit=limit))
            return None
        try:
            return raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            self.problems.append(problem("yaml-not-utf8", Place(name)))
            return None

    def workspace(self) -> Workspace | None:
        """Read the settings of the workspace."""
        try:
            return workspace.find(self.folder)
        except FaultyFiles as fault:
            self.problems.extend(fault.problems)
            return None


def load(folder: Path) -> tuple[Audit | None, tuple[Problem, ...]]:
    """Read an audit; None where it has faults, and all problems of all its files."""
    reader = _Reader(folder)
    place = reader.workspace()
    plan = reader.read(workspace.PLAN, Plan)
    found = reader.folder_of(workspace.INSTRUMENTS, Instrument)
    mappings = reader.folder_of(workspace.MAPPINGS, Mapping)
    findings = reader.optional(workspace.FINDINGS, Findings)
    quotes = reader.optional(workspace.QUOTES, Quotes)
    codebook = reader.optional(workspace.CODEBOOK, Codebook)
    erasure = reader.optional(workspace.ERASURE, Erasure)
    published = reader.folder_of(workspace.PUBLISHED, Release)
    texts = reader.texts()
    missing = _missing(plan, found, reader.sources) if plan else ()
    problems = (*reader.problems, *missing)
    if plan is None or place is None or has_errors(problems):
        return None, problems
    audit = Audit(
        slug=folder.name,
        folder=folder,
        workspace=place,
        plan=plan,
        instruments={name: found[name] for name in plan.instruments},
        mappings=mappings,
        findings=findings or Findings(format=1),
        published=published,
        texts=texts,
        sources=reader.sources,
        quotes=quotes or _NO_QUOTES,
        codebook=codebook or _NO_THEMES,
        erasure=erasure,
    )
    return audit, problems


def _missing(
    plan: Plan, found: dict[str, Instrument], sources: dict[str, yamlfile.Source]
) -> tuple[Problem, ...]:
    """Name the instruments that the plan lists and the folder lacks."""
    return tuple(
        problem(
            "plan-instrument-missing",
            sources[workspace.PLAN].place(("instruments", at)),
            name=name,
            known=", ".join(found) or "–",
        )
        for at, name in enumerate(plan.instruments)
        if f"{workspace.INSTRUMENTS}/{name}.yaml" not in sources
    )


def require(name: str | None, start: Path) -> Audit:
    """Return the audit meant, or stop with everything that is wrong in its files."""
    audit, problems = load(workspace.audit_folder(name, start))
    if audit is None:
        raise FaultyFiles(*problems)
    return audit
