"""The demo agency, Harcourt Lane of Leeds: made up, and the same every time."""
