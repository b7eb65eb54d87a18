"""Catalogue files: reading, checking, comparing. Pure Python, without Django."""
