"""Job briefs, placements and fees: what is not paid yet, and what has to be typed in."""
