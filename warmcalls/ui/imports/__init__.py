"""Imports: a preview first, then progress, then what became of every line."""
