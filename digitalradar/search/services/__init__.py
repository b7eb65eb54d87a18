"""What changes the index."""

from .indexing import index, remove
from .rebuilding import differences, rebuild

__all__ = ["differences", "index", "rebuild", "remove"]
