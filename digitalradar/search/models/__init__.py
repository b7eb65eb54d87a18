"""The index, the words editors add to it, and what was asked in vain."""

from .asked import LeadingSearch, UnansweredSearch
from .index import Document, Generation, Posting, Term, Word
from .synonym import SynonymGroup

__all__ = [
    "Document",
    "Generation",
    "LeadingSearch",
    "Posting",
    "SynonymGroup",
    "Term",
    "UnansweredSearch",
    "Word",
]
