"""Tests of brukarrevision."""
