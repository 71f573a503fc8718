"""Words about imports that several commands share."""

from brukarrevision.i18n import tr

_REASONS = {
    "blank": ("tomma", "blank"),
    "excluded": ("uteslutna enligt mappningen", "excluded by the mapping"),
    "repeated": ("samma svar en gång till", "the same response once more"),
    "already_imported": ("redan inlästa", "read before"),
    "changed": ("ändrade sedan sist, inte inlästa", "changed since, not read"),
    "replaced": ("ersatta av nyare svar", "replaced by newer answers"),
    "withdrawn": ("återkallade, inte inlästa", "withdrawn, not read"),
}


def reason(name: str) -> str:
    """Return why rows are not used, in words."""
    return tr(*_REASONS[name])
