"""WarmCalls: who to ring this morning, and why."""

__version__ = "0.1.0"
