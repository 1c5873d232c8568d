"""Settings: what the agency decided, who works here, and what came in."""
