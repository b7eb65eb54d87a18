"""Programmes on paper."""
