"""Ranking: whether the list keeps its word, and what it is worth beside chance."""
