"""Tests of paper forms keyed in."""
