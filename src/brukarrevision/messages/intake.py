"""Reading responses: files, workbooks, mappings, drafts and the store."""

from brukarrevision.messages.intake_files import MESSAGES as _FILES
from brukarrevision.messages.intake_keying import MESSAGES as _KEYING
from brukarrevision.messages.intake_mapping import MESSAGES as _MAPPING
from brukarrevision.messages.intake_readers import MESSAGES as _READERS
from brukarrevision.messages.intake_source import MESSAGES as _SOURCE
from brukarrevision.messages.intake_store import MESSAGES as _STORE

MESSAGES = (*_FILES, *_MAPPING, *_READERS, *_SOURCE, *_STORE, *_KEYING)
