"""Tests of themes and of agreement between coders."""
