"""Tests of REFI-QDA, out and in."""
