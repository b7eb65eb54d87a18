"""Measurements. Run by hand or with ``make bench``, never as tests: see README.md."""
