"""Results as documents: what the result pages say, laid out for paper by Typst.

Everything is taken from the dictionaries the pages are made of, so that no number can differ from theirs.
"""

from .build import build_document, document_data, document_digest

__all__ = ["build_document", "document_data", "document_digest"]
