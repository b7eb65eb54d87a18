"""Stations to try technology at, in rounds that people put together to a tour."""
