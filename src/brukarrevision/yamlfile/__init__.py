"""YAML in and out: the only package that knows the YAML library.

A file is composed once into nodes that know their line and column, so that every fault,
of the text or of the model, can be shown where it stands (DESIGN.md section 3).
"""

from brukarrevision.yamlfile.editing import COMMENT_OUT, edit
from brukarrevision.yamlfile.items import drop_item, insert_item
from brukarrevision.yamlfile.reading import MAX_BYTES, load, read
from brukarrevision.yamlfile.source import Key, Keys, Source, Unclear
from brukarrevision.yamlfile.words import change_word, drop_word, line_at, put_word
from brukarrevision.yamlfile.writing import dump, dump_data

__all__ = [
    "COMMENT_OUT",
    "MAX_BYTES",
    "Key",
    "Keys",
    "Source",
    "Unclear",
    "change_word",
    "drop_item",
    "drop_word",
    "dump",
    "dump_data",
    "edit",
    "insert_item",
    "line_at",
    "load",
    "put_word",
    "read",
]
