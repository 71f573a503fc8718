"""Tests of the models of the files in an audit."""
