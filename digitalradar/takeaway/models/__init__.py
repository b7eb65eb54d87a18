"""What people take with them: pages on paper and their own selection."""

from .page_document import PageDocument

__all__ = ["PageDocument"]
