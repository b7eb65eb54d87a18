"""Papers about a date: the list to sign at the door, and the certificate of having been there."""

from .certificate import certificate
from .signing_list import signing_list

__all__ = ["certificate", "signing_list"]
