"""Opener lines: what to say first on the telephone, by what is known of the client.

Data only: one module a family of signals, `plain` for calls that no signal opens. Every line ends
in a question that is easy to answer, and none says that a visit to the website was seen.
"""
