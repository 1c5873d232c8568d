"""Policies: ways to say whom to ring first, side by side."""
