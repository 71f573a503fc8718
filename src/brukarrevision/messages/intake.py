"""Reading responses: files, workbooks, mappings, drafts and the store."""

from brukarrevision.messages import intake_files, intake_mapping, intake_store

MESSAGES = (
    *intake_files.MESSAGES,
    *intake_mapping.MESSAGES,
    *intake_store.MESSAGES,
)
