"""Domain objects as text, tables and pages that leave the app."""
