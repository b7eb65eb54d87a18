"""What the index answers."""

from .counted import searches_leading_to
from .search import search

__all__ = ["search", "searches_leading_to"]
