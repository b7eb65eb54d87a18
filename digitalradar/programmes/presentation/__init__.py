"""Turns programmes into what templates show."""
