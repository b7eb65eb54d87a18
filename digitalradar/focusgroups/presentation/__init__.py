"""Turns groups and contributions into what templates show."""
