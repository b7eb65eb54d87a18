"""On somebody's own page: the certificate, as soon as there is one."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.core import panels

from .documents.certificate import has_certificate
from .models import Registration
from .services.links import personal_token


def register() -> None:
    """Add the panel; from ``AppConfig.ready``."""
    panels.register("registration.main", "certificate", "events/panels/certificate.html", certificate_link, order=40)


def certificate_link(_request: HttpRequest, registration: Registration) -> dict[str, Any] | None:
    """Return the address of the PDF, or None without recorded attendance."""
    if not has_certificate(registration):
        return None
    return {"certificate_url": reverse("events:certificate", args=[personal_token(registration)])}
