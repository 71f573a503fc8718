"""Conversations that come from files."""
