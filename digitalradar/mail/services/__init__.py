"""What happens with messages: queued in the caller's transaction, sent beside it."""

from .queueing import queue

__all__ = ["queue"]
