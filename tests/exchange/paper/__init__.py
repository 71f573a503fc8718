"""Tests of forms on paper."""
