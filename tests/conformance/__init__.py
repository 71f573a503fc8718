"""Tests against reference data that is not part of the project."""
