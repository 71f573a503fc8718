"""What is refused because it would tell what somebody answered."""

from brukarrevision.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    Message(
        "data-in-worktree",
        "Rådata skulle hamna i mappen {root}, som följer med i git.",
        "Raw data would end up in the folder {root}, which git keeps.",
        "Ta bort data_dir i brukarrevision.yaml, eller välj en mapp utanför.",
        "Delete data_dir in brukarrevision.yaml, or choose a folder outside it.",
    ),
)
