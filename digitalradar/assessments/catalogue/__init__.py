"""Catalogue files: reading, checking, comparing. Pure Python, without Django.

The format is described in ``docs/reference/catalogue-format.md``.
"""

from .canonical import canonical, digest
from .diff import Change, diff, things
from .document import CatalogueDocument
from .problem import CatalogueUnreadable, Problem
from .read import read_catalogue
from .validate import problems, problems_between

__all__ = [
    "CatalogueDocument",
    "CatalogueUnreadable",
    "Change",
    "Problem",
    "canonical",
    "diff",
    "digest",
    "problems",
    "problems_between",
    "read_catalogue",
    "things",
]
