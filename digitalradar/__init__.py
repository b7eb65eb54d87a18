"""Digitalradar: the portal with which a region helps its companies to go digital."""

__version__ = "0.1.0"
