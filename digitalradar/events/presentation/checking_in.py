"""What the QR code of a registration says: the page of the helpers at the door, with the code filled in."""

from django.conf import settings

from ..models import Registration


def check_in_address(registration: Registration) -> str:
    """Return the address; without the link of the helpers on the same phone it shows nothing of anybody."""
    return f"{settings.PUBLIC_URL}/termine/einchecken/?code={registration.code}"
