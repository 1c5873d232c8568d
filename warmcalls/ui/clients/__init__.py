"""Clients: the table, its panel, and the form for a new one."""
