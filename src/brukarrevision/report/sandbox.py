"""What a template may do: show the report, with few tools, each of them bounded.

Jinja2's own sandbox keeps templates from Python's inner parts. It does not bound time
or memory, and it lets them call any method, such as those of pydantic's models, one of
which opens files and another of which runs what a text says.
"""

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, nodes, pass_eval_context
from jinja2.environment import Environment
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from brukarrevision.report.compiling import Generator, Loader
from brukarrevision.report.limits import Meter, TooLarge, product, weight

_MOST_NUMBER = 10_000
_SCALARS = (str, int, float, type(None))
_OURS = "brukarrevision."
_HIDDEN = ("_", "model_")
"""How parts begin that are not even looked at: pydantic works some out."""

_JINJA = ("jinja2.runtime", "jinja2.utils", "jinja2.environment")

_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float"),
    *("groupby", "int", "items", "last", "length", "list", "lower", "map", "max"),
    *("min", "reject", "rejectattr", "reverse", "round", "select", "selectattr"),
    *("sort", "string", "title", "trim", "truncate", "unique", "upper", "wordcount"),
)
_WRITING = frozenset(
    {"capitalize", "lower", "string", "title", "trim", "truncate", "upper", "wordcount"}
)
"""Filters that make a text of whatever they are given."""

_GLOBALS = ("range", "dict", "cycler", "joiner", "namespace")
_METHODS = {
    str: (
        *("capitalize", "count", "endswith", "find", "isdigit", "lower", "lstrip"),
        *("removeprefix", "removesuffix", "rstrip", "split", "startswith", "strip"),
        *("title", "upper"),
    ),
    dict: ("get", "items", "keys", "values"),
    list: ("count", "index"),
    tuple: ("count", "index"),
}


def environment(
    folders: Sequence[tuple[Path, Path]], finalize: Callable[[object], str]
) -> "Sandbox":
    """Return an environment for one report.

    Args:
        folders: where templates lie, the first wins; each with the folder that none of
            its files may lead out of.
        finalize: makes the Markdown of a text that a template prints.
    """
    made = Sandbox(
        loader=Loader(folders),
        undefined=StrictUndefined,
        autoescape=False,  # escaped by finalize, as Markdown
        optimized=False,  # nothing is worked out before its cost is
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )

    @pass_eval_context  # so that nothing is printed before the report is made
    def printed(_: nodes.EvalContext, value: object) -> str:
        return made.meter.made(finalize(written(value)))

    made.finalize = printed
    return made


def written(value: object) -> object:
    """Return what may be printed: a text or a number.

    Raises:
        TypeError: a list or anything else of several parts.
    """
    if not isinstance(value, (*_SCALARS, StrictUndefined)):
        raise TypeError
    return value


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2 with a meter, and with an allowlist in place of a list of what is bad."""

    code_generator_class = Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as the library has it
        """Keep few of the library's tools, each with the meter before it."""
        super().__init__(**options)
        self.meter = Meter()
        kept = {name: self.filters[name] for name in _FILTERS}
        self.filters = {name: self._bounded(name, kept[name]) for name in kept}
        self.filters |= {"join": self._join, "replace": self._replace}
        self.globals = {name: self.globals[name] for name in _GLOBALS}

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """Return a part of something, if a template may see it."""
        if attribute.startswith(_HIDDEN):
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """Return an item of something, or a part of that name."""
        if isinstance(argument, str) and argument.startswith(_HIDDEN):
            return self.unsafe_undefined(obj, argument)
        return super().getitem(obj, argument)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Tell whether a template may see a part of something."""
        if not super().is_safe_attribute(obj, attr, value):
            return False
        if not callable(value) or type(obj).__module__ in _JINJA:
            return True
        for kind, names in _METHODS.items():
            if isinstance(obj, kind):
                return attr in names
        return str(getattr(value, "__module__", "")).startswith(_OURS)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """Leave ``format`` to be refused as any other: its widths are boundless."""

    def call_binop(
        self,
        context: Context,
        operator: str,
        left: Any,  # noqa: ANN401
        right: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Do a sum, after its result has been counted."""
        self.meter.spend(product(operator, left, right))
        return super().call_binop(context, operator, left, right)

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        """Call what may be called, and count what is given and comes back."""
        self._count(args, kwargs)
        return self._counted(super().call(context, obj, *args, **kwargs))

    def joined(self, parts: tuple[object, ...]) -> str:
        """Return ``a ~ b ~ c``."""
        self.meter.spend(weight(parts))
        return "".join(str(written(one)) for one in parts)

    def _bounded(self, name: str, plain: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter that takes and gives no more than the meter has left."""

        @functools.wraps(plain)  # which says what else the filter is to be given
        def run(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
            if name in _WRITING:
                _ = [written(one) for one in args if not isinstance(one, _GIVEN)]
            self._count(args, kwargs)
            return self._counted(plain(*args, **kwargs))

        return run

    def _count(self, args: tuple[object, ...], kwargs: dict[str, object]) -> None:
        for one in (*args[1:], *kwargs.values()):
            if isinstance(one, int) and abs(one) > _MOST_NUMBER:
                raise TooLarge
        self.meter.spend(2 * weight((args, kwargs)))

    def _counted(self, found: object) -> object:
        if isinstance(found, Iterator):
            return self.meter.counted(found)
        return self.meter.made(found)

    def _join(
        self, values: Iterable[object], d: str = "", attribute: str | int | None = None
    ) -> str:
        """Return values as one text, with another between them."""
        parts: list[object] = []
        for one in values:
            shown = one if attribute is None else self.getitem(one, attribute)
            self.meter.spend(weight((written(shown), d)))
            parts.append(shown)
        return str(written(d)).join(map(str, parts))

    def _replace(self, value: object, old: str, new: str) -> str:
        """Return a text with one part replaced by another everywhere."""
        text, old, new = (str(written(one)) for one in (value, old, new))
        self.meter.spend(len(text) + text.count(old) * len(new))
        return text.replace(old, new)


_GIVEN = (Environment, Context, nodes.EvalContext)
"""What the library itself hands to a filter."""
