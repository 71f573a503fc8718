"""Quotes: the desk where they are approved, and the gate to the reports (R8)."""

from brukarrevision.quotes.gate import ShownQuote, approved, doubts, problems

__all__ = ["ShownQuote", "approved", "doubts", "problems"]
