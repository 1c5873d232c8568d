"""Filters of the list of clients."""
