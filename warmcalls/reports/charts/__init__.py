"""The charts of the Results page as matplotlib figures, for the window and the terminal alike."""
