"""Turns runs and results into what templates show; no arithmetic of scores happens here."""
