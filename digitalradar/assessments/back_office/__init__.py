"""The back office for the checks: what staff read, compare, write and release (docs/how-to/run-the-checks.md)."""
