"""The tag of the page cache for checks (docs/explanation/page-cache.md)."""

CHECKS = "checks"  # which checks there are and what they ask: changes with the versions in use
