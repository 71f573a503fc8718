"""How templates are found and made into code that counts what it makes."""

from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import FileSystemLoader, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError, TemplateNotFound

from brukarrevision.files import leads_out
from brukarrevision.report.limits import TooLarge

MOST_BYTES = 1_000_000


class Generator(CodeGenerator):
    """Writes code that counts what it puts out, and what it makes of several parts."""

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802
        """Count what is put out, before it is."""
        texts = [n for n in node.nodes if isinstance(n, nodes.TemplateData)]
        size = sum(len(text.data) for text in texts)
        self.writeline(f"environment.meter.spend({size + len(node.nodes)})", node)
        super().visit_Output(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Join texts by way of the environment."""
        self.write("environment.joined((")
        for one in node.nodes:
            self.visit(one, frame)
            self.write(", ")
        self.write("))")

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Count a list with what is in it."""
        self._counted(super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Count a tuple with what is in it."""
        if node.ctx == "load":
            self._counted(super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Count a mapping with what is in it."""
        self._counted(super().visit_Dict, node, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Count a slice: it is another copy of what it is cut from."""
        if isinstance(node.arg, nodes.Slice):
            self._counted(super().visit_Getitem, node, frame)
        else:
            super().visit_Getitem(node, frame)

    def visit_ScopedEvalContextModifier(  # noqa: N802
        self, node: nodes.ScopedEvalContextModifier, frame: Frame
    ) -> None:
        """Refuse ``autoescape``: what is printed is escaped as Markdown."""
        del frame
        self.fail("autoescape", node.lineno)

    def _counted(self, visit: Callable[..., None], node: nodes.Node, of: Frame) -> None:
        self.write("environment.meter.made(")
        visit(node, of)
        self.write(")")


class Loader(FileSystemLoader):
    """Reads templates of a bounded size, and none that a link leads away to."""

    def __init__(self, folders: Sequence[tuple[Path, Path]]) -> None:
        """Look in folders in order; each has one that nothing may lead out of."""
        super().__init__([str(folder) for folder, _ in folders], encoding="utf-8-sig")
        self.folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text, as the library asks for it.

        Raises:
            SecurityError: a link leads out of the workspace.
            TooLarge: it is larger than :data:`MOST_BYTES`.
            TemplateNotFound: there is none.
        """
        if "\0" in template:
            raise TemplateNotFound(template)
        for folder, root in self.folders:
            path = folder / template
            if path.is_file() and leads_out(path, root):
                raise SecurityError
            if path.is_file() and path.stat().st_size > MOST_BYTES:
                raise TooLarge
        return super().get_source(environment, template)
