"""The panel at the right of the Clients page: one client, whole."""
