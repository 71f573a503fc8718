"""From a YAML file to a frozen model, with every fault in our own words and places."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, get_args

from brukarrevision import yamlfile
from brukarrevision.errors import Place, Problem, problem
from brukarrevision.i18n import tr

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound="BaseModel")


@dataclass(frozen=True)
class Loaded(Generic[M]):
    """A file as a model, or None where it has faults; and where its parts stand."""

    model: M | None
    source: yamlfile.Source
    problems: tuple[Problem, ...]


def read(path: Path, model: type[M], name: str) -> Loaded[M]:
    """Read a file as a model; all faults of text and model at once."""
    source = yamlfile.load(path, name)
    if source.problems:
        return Loaded(None, source, source.problems)
    return validate(source, model)


def validate(source: yamlfile.Source, model: type[M]) -> Loaded[M]:
    """Hold the data of a file against a model."""
    from pydantic import ValidationError

    if not isinstance(source.data, dict):
        fault = problem("yaml-not-mapping", source.place(), key=source.name)
        return Loaded(None, source, (fault,))
    try:
        return Loaded(model.model_validate(source.data), source, ())
    except ValidationError as faults:
        return Loaded(None, source, _problems(faults.errors(), source, model))


def _problems(
    details: "list[ErrorDetails]", source: yamlfile.Source, model: "type[BaseModel]"
) -> tuple[Problem, ...]:
    """Return one problem for each faulty place, in the order of the file."""
    found: dict[tuple[object, ...], Problem] = {}
    placed = [(_known(detail["loc"], source), detail) for detail in details]
    for path, detail in sorted(placed, key=lambda one: _preference(one[1])):
        if _is_beside_the_point(detail, path, [other for other, _ in placed]):
            continue
        missing = detail["loc"][-1] if detail["type"] == "missing" else None
        found.setdefault((path, missing), _problem(detail, path, source, model))
    return tuple(sorted(found.values(), key=lambda one: (one.place, one.code)))


def _preference(detail: "ErrorDetails") -> tuple[bool, bool, int]:
    """Of several faults in one place, prefer the one that says what may stand there.

    That is the allowed words where a word was given, and any number before a whole one.
    """
    said_word = detail["type"] == "literal_error" and isinstance(detail["input"], str)
    return (not said_word, detail["type"] != "float_type", -len(detail["loc"]))


def _is_beside_the_point(
    detail: "ErrorDetails", path: yamlfile.Keys, others: list[yamlfile.Keys]
) -> bool:
    """Tell whether a list is blamed for no fault of its own, and more is said.

    That is for not being a word, or for being empty without its faulty items.
    """
    no_word = detail["type"] == "literal_error" and not isinstance(detail["input"], str)
    if not no_word and detail["type"] != "too_short":
        return False
    return any(other[: len(path)] == path != other for other in others)


def _known(loc: tuple[int | str, ...], source: yamlfile.Source) -> yamlfile.Keys:
    """Return the part of pydantic's place that stands in the file.

    Pydantic adds the names of a union's types, which are skipped here.
    """
    path: yamlfile.Keys = ()
    for part in loc:
        if (*path, part) in source.marks:
            path = (*path, part)
    return path


def _problem(
    detail: "ErrorDetails",
    path: yamlfile.Keys,
    source: yamlfile.Source,
    model: "type[BaseModel]",
) -> Problem:
    place = source.place(path)
    kind, given = detail["type"], detail["input"]
    key = str(path[-1]) if path else source.name
    if kind == "missing":
        return _missing(str(detail["loc"][-1]), place)
    if kind == "extra_forbidden":
        return _unknown(key, path, model, place)
    if kind == "literal_error":
        return _literal(key, given, model, path, place)
    return _wrong(kind, key, given, detail.get("ctx", {}), place)


def _missing(key: str, place: Place) -> Problem:
    if key == "format":
        return problem("yaml-no-format", place)
    return problem("yaml-missing-key", place, key=key)


def _unknown(
    key: str, path: yamlfile.Keys, model: "type[BaseModel]", place: Place
) -> Problem:
    owner = model_at(model, path[:-1])
    known = [f.alias or n for n, f in owner.model_fields.items()] if owner else []
    if near := nearest(key, known):
        return problem("yaml-unknown-key-near", place, key=key, near=near)
    return problem("yaml-unknown-key", place, key=key, known=", ".join(known))


def _literal(
    key: str,
    given: object,
    model: "type[BaseModel]",
    path: yamlfile.Keys,
    place: Place,
) -> Problem:
    if path == ("format",):
        return problem("yaml-format-unknown", place, given=shown(given))
    owner = model_at(model, path[:-1])
    field = next(
        (f for n, f in owner.model_fields.items() if key in (n, f.alias))
        if owner
        else iter(()),
        None,
    )
    allowed = [str(word) for word in _words(field.annotation)] if field else []
    facts = {"key": key, "given": shown(given), "allowed": ", ".join(allowed)}
    if near := nearest(str(given), allowed):
        return problem("yaml-not-allowed", place, **facts, near=near)
    return problem("yaml-not-among", place, **facts)


def _words(annotation: Any) -> list[object]:  # noqa: ANN401 - any type hint
    """Return the words a type hint allows, through unions."""
    args = get_args(annotation)
    if not args:
        return []
    if all(isinstance(a, (str, int)) for a in args):
        return list(args)
    return [word for arg in args for word in _words(arg)]


_KINDS = {
    "int_type": "yaml-not-whole",
    "float_type": "yaml-not-number",
    "bool_type": "yaml-not-truth",
    "tuple_type": "yaml-not-list",
    "list_type": "yaml-not-list",
    "dict_type": "yaml-not-mapping",
    "model_type": "yaml-not-mapping",
    "too_short": "yaml-empty",
    "string_too_short": "yaml-empty",
    "yaml-not-date": "yaml-not-date",
}


def _wrong(
    kind: str, key: str, given: object, ctx: dict[str, Any], place: Place
) -> Problem:
    facts = {"key": key, "given": shown(given)}
    if given is None:
        return problem("yaml-empty", place, **facts)
    if kind == "string_type":
        collected = isinstance(given, (list, dict))
        code = "yaml-not-text" if collected else "yaml-needs-quotes"
        return problem(code, place, **facts)
    if kind == "string_pattern_mismatch":
        return problem("yaml-bad-id", place, **facts, good=good_id(str(given)))
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = ctx.get("ge", ctx.get("le"))
        low = kind == "greater_than_equal"
        code = "yaml-number-low" if low else "yaml-number-high"
        return problem(code, place, **facts, limit=limit)
    return problem(_KINDS.get(kind, "yaml-wrong-value"), place, **facts)


def shown(value: object) -> str:
    """Return a value of a file as it stands there, cut to a readable length."""
    text = value.text if isinstance(value, yamlfile.Unclear) else str(value)
    if isinstance(value, (list, dict)):
        text = "[...]" if isinstance(value, list) else "{...}"
    if isinstance(value, bool):
        text = text.lower()
    return text if len(text) <= 60 else f"{text[:57]}..."  # noqa: PLR2004


def nearest(word: str, known: list[str]) -> str:
    """Return the known word that was probably meant, or an empty text."""
    lower = {one.lower(): one for one in known}
    found = difflib.get_close_matches(word.lower(), lower, n=1, cutoff=0.6)
    return lower[found[0]] if found else ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What to write instead of a word that is not known, in the language in use.

    Attributes:
        near: the known word that was probably meant, if there is one.
        known: all known words.
    """

    near: str
    known: tuple[str, ...]

    def __str__(self) -> str:
        """Return a question or a list, as a sentence."""
        if self.near:
            return tr(f"Menade du {self.near}?", f"Did you mean {self.near}?")
        if not self.known:
            return tr("Det finns inga.", "There are none.")
        known = ", ".join(self.known)
        return tr(f"Det finns: {known}.", f"There are: {known}.")


def hint(word: str, known: Iterable[str]) -> Hint:
    """Return what may have been meant by a word: the nearest, else all there are."""
    words = tuple(known)
    return Hint(nearest(word, list(words)), words)


def good_id(text: str) -> str:
    """Return the nearest id that may be used."""
    plain = text.lower().translate(str.maketrans("åäöéü", "aaoeu"))
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return words[:20].rstrip("-") or "q1"


def model_at(model: "type[BaseModel]", path: yamlfile.Keys) -> "type[BaseModel] | None":
    """Return the model that describes the mapping at a path of a file."""
    from pydantic import BaseModel

    here: Any = model
    for part in path:
        if isinstance(here, type) and issubclass(here, BaseModel):
            fields = here.model_fields.items()
            here = next((f.annotation for n, f in fields if part in (n, f.alias)), None)
        else:
            here = _inner(here)
    while here is not None and not isinstance(here, type):
        here = _inner(here)
    is_model = isinstance(here, type) and issubclass(here, BaseModel)
    return here if is_model else None


def _inner(annotation: Any) -> Any:  # noqa: ANN401 - any type hint
    """Return what a list, a mapping or a union holds, models first."""
    args = [a for a in get_args(annotation) if a not in (type(None), Ellipsis)]
    if not args:
        return None
    return args[-1] if len(args) > 1 and args[0] is not args[-1] else args[0]
