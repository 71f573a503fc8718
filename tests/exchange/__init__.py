"""Tests of questionnaires in other tools' forms."""
