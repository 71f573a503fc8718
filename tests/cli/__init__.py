"""Tests of the commands, from outside."""
