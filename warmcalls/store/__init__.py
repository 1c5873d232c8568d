"""How things are kept: the only place with SQL, one file a subject."""
