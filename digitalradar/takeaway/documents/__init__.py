"""Pages of the library as documents: the sections that the page shows, laid out for paper by Typst."""

from .build import build_document, document_data, document_digest

__all__ = ["build_document", "document_data", "document_digest"]
