"""Tests of the guard of the repository."""
