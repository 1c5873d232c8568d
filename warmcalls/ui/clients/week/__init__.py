"""Who came this week, and how much of the target list was reached."""
