"""Tests of the notes of interviews."""
