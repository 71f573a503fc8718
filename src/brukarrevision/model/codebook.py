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

    def called(self) -> dict[str, str]:
        """Return the label of each theme after those it is a part of: ``A › b``."""
        labels = {theme.id: theme.label for theme in self.themes}
        return {
            theme: " › ".join(labels[one] for one in reversed(line))
            for theme, line in self.upwards().items()
        }

    def tree(self) -> tuple[Theme, ...]:
        """Return all themes, each right after the one it is a part of."""
        rank = {theme.id: at for at, theme in enumerate(self.themes)}
        line = self.upwards()
        return tuple(
            sorted(
                self.themes,
                key=lambda theme: [rank[one] for one in reversed(line[theme.id])],
            )
        )
