"""What people take with them: pages on paper and their own selection."""

from .page_document import PageDocument
from .selection import NOTE_LENGTH, Selection, SelectionItem

__all__ = ["NOTE_LENGTH", "PageDocument", "Selection", "SelectionItem"]
