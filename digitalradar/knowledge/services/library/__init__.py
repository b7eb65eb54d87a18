"""The library of files and the pages of the site: loading one into the other, writing back, comparing."""

from .comparing import differences
from .examples import load_examples, remove_examples
from .exporting import export_library
from .loading import load_library
from .outcome import LibraryRefused, Outcome
from .starting import load_on_start

__all__ = [
    "LibraryRefused",
    "Outcome",
    "differences",
    "export_library",
    "load_examples",
    "load_library",
    "load_on_start",
    "remove_examples",
]
