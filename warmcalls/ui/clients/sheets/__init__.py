"""The sheets of the Clients page."""
