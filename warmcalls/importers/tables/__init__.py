"""Tables: delimited text and workbooks, read as rows of text with their true line numbers.

The child process that parses workbooks imports this package: keep it light.
"""
