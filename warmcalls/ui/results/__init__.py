"""Results: the owner's charts, and the rows behind every figure."""
