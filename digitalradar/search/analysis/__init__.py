"""German (and English) words for the search, in plain Python: the same on every database. Imports no Django."""
