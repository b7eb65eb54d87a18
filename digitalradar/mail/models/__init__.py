"""The outbox: messages, their attachments, and addresses nobody may be written to."""

from .attachment import Attachment
from .message import Message
from .suppression import Suppression

__all__ = ["Attachment", "Message", "Suppression"]
