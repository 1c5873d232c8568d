"""Today: the list, the call card, and the keypad."""
