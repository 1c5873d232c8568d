"""The forms of briefs, placements and fees."""
