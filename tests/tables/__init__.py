"""Tests of tables for the terminal, for programs and for spreadsheets."""
