"""How well and how fast the search finds guides, beside plain Wagtail search over the same texts."""
