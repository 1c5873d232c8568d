"""Welcome: three ways to begin, and who you are."""
