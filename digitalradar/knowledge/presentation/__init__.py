"""Turns pages of the library into what templates show; templates ask nothing themselves."""
