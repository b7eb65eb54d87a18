"""English dates and times. English is British here: Django's own are American."""
