"""Questionnaires in other tools' forms: read from them, and made for them."""
