"""Tests of raw data as a whole."""
