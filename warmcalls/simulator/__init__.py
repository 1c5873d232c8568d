"""The simulator: agencies that never were, on which the ranking is measured and shown."""
