"""Middleware: one idea per file."""
