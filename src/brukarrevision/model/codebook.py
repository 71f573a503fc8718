"""``codebook.yaml``: the themes of what people say in their own words."""

from brukarrevision.model.base import Format, Id, Model, Text


class Theme(Model):
    """A theme: what it is called in the report, what it means, an invented example.

    ``parent`` is the id of the theme that it is a part of.
    """

    id: Id
    label: Text
    parent: Id | None = None
    definition: Text | None = None
    example: Text | None = None


class Codebook(Model):
    """All themes, in the order they stand in the report."""

    format: Format
    themes: tuple[Theme, ...] = ()

    def upwards(self) -> dict[str, tuple[str, ...]]:
        """Return each theme with those it is a part of, itself first, top one last."""
        above = {theme.id: theme.parent for theme in self.themes}
        found = {}
        for theme in above:
            line: list[str] = []
            here: str | None = theme
            while here is not None and here not in line:
                line.append(here)
                here = above.get(here)
            found[theme] = tuple(line)
        return found

    def paths(self) -> dict[str, str]:
        """Return each theme with those it is a part of, the top first: ``a/b``."""
        return {theme: "/".join(line[::-1]) for theme, line in self.upwards().items()}
