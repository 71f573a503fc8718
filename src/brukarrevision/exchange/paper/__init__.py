"""Questionnaires and interview guides on paper, as Word files to print.

made = to_docx(audit, instrument, Wish(layout="easy", language="ar"))
"""

from brukarrevision.exchange.paper.making import Wish, to_docx

__all__ = ["Wish", "to_docx"]
