"""What is shipped with the program: templates and the example audit."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def templates() -> Path:
    """Return the folder of the templates: in the wheel, or in the checkout."""
    shipped = _PACKAGE / "templates"
    return shipped if shipped.is_dir() else _CHECKOUT / "templates"


def example() -> Path:
    """Return the folder of the example audit."""
    shipped = _PACKAGE / "example"
    return shipped if shipped.is_dir() else _CHECKOUT / "audits" / "sip-exempel"


def override(folder: Path, name: str) -> Path:
    """Return a template by name: the workspace's own before the one shipped."""
    own = folder / name
    return own if own.is_file() else templates() / name
