"""Other people's files, read into domain objects and a list of what was wrong."""
