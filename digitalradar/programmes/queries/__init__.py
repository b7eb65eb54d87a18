"""Reads across the models of programmes."""
