"""A year of dates of the example region: what it consists of, and how it comes and goes."""
