"""Any other table: Webropol, Survey&Report, esMaker, Enalyzer, a sheet of one's own."""

from brukarrevision.intake.sources.base import Recogniser

TABLE = Recogniser()
"""Reads what no tool claims, by the words and shapes that all tools share."""
