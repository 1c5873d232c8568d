"""What the words mean: frozen dataclasses and pure functions, with `now` passed in."""
