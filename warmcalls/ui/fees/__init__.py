"""Job briefs, placements and fees: what is open, what is owed, and what has to be typed in."""
