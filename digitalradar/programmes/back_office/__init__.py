"""Screens of the back office about programmes."""
