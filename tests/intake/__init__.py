"""Tests of reading responses; all data in them is synthetic."""
