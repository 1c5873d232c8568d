"""The command line: the same actions from a terminal."""
