"""The start of a check for websites of partners."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from digitalradar.core.qr import qr_png, qr_svg

from ..models import CatalogueVersion
from ..presentation.embedding import embed_page, start_address
from ..queries import questionnaire
from ..questionnaire import Questionnaire


@require_safe
def show(request: HttpRequest, catalogue: str) -> HttpResponse:
    """Offer a link, a card to copy, and a QR code."""
    return render(request, "assessments/embed.html", embed_page(_texts(catalogue)))


@require_safe
def svg(request: HttpRequest, catalogue: str) -> HttpResponse:
    """The QR code for print: sharp in every size."""
    return _download(qr_svg(start_address(_texts(catalogue))), "image/svg+xml", f"{catalogue}-qr.svg")


@require_safe
def png(request: HttpRequest, catalogue: str) -> HttpResponse:
    """The QR code for programs that know no SVG."""
    return _download(qr_png(start_address(_texts(catalogue))), "image/png", f"{catalogue}-qr.png")


def _texts(catalogue: str) -> Questionnaire:
    version = get_object_or_404(CatalogueVersion.objects.only("pk"), catalogue=catalogue, is_active=True)
    return questionnaire(version.pk, get_language() or "de")


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response
