"""Lists and papers about a date to take along. Loading names leaves a line in the log, so it is a POST (I-12)."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.generic import View

from digitalradar.core.back_office import PermissionRequired

from ..documents import certificate, signing_list
from ..exports import FORMATS
from ..models import Occurrence, Registration
from ..services.log import note
from .permissions import SEE_PEOPLE


class Download(PermissionRequired, View):
    """A file about one date."""

    permission = SEE_PEOPLE
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int, **kwargs: Any) -> HttpResponse:
        occurrence = get_object_or_404(Occurrence.objects.select_related("place"), pk=pk)
        content, media_type, name = self.file(occurrence, **kwargs)
        note(occurrence, "people.exported", by=request.user, file=name.rpartition(".")[2])
        response = HttpResponse(content, content_type=media_type)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        add_never_cache_headers(response)
        return response

    def file(self, occurrence: Occurrence, **kwargs: Any) -> tuple[bytes, str, str]:
        raise NotImplementedError


class Export(Download):
    """Participants as CSV, XLSX or JSON."""

    def file(self, occurrence: Occurrence, **kwargs: Any) -> tuple[bytes, str, str]:
        if kwargs["ending"] not in FORMATS:
            raise Http404
        make, media_type = FORMATS[kwargs["ending"]]
        return make(occurrence), media_type, f"teilnehmende-{occurrence.slug}.{kwargs['ending']}"


class SigningList(Download):
    """The list for the door."""

    def file(self, occurrence: Occurrence, **kwargs: Any) -> tuple[bytes, str, str]:
        made = signing_list(occurrence, language=get_language() or "de")
        return made.content, "application/pdf", f"teilnehmerliste-{occurrence.slug}.pdf"


class Certificate(Download):
    """The certificate of one participant."""

    def file(self, occurrence: Occurrence, **kwargs: Any) -> tuple[bytes, str, str]:
        rows = Registration.objects.select_related("attendance")
        registration = get_object_or_404(rows, pk=kwargs["registration"], occurrence=occurrence, erased_at=None)
        registration.occurrence = occurrence
        made = certificate(registration, language=get_language() or "de")
        return made.content, "application/pdf", f"bescheinigung-{registration.code}.pdf"
