"""A message to participants: write, look at it, send it once."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from ..services.notifying import notify, recipients
from .base import OfDate
from .forms.people import AUDIENCES, MessageForm
from .names import NAME
from .permissions import CHANGE_PEOPLE


class MessageScreen(OfDate):
    """The form; with ``act=preview`` the same form with what would be sent and to how many, with ``send`` it goes."""

    permission = CHANGE_PEOPLE
    page_title = gettext_lazy("Nachricht an Teilnehmende")
    template_name = "events/back_office/message.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        counts = [(label, recipients(self.occurrence, audience).count()) for audience, label in AUDIENCES.items()]
        return super().get_context_data(**kwargs) | {"form": MessageForm(), "counts": counts} | kwargs

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        form = MessageForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        data = form.cleaned_data
        if request.POST.get("act") != "send":
            count = recipients(self.occurrence, data["audience"]).count()
            preview = data | {"to": AUDIENCES[data["audience"]], "count": count}
            return self.render_to_response(self.get_context_data(form=form, preview=preview))
        count = notify(occurrence=self.occurrence, **data, by=request.user)
        words = ngettext("Die Nachricht geht an %(count)s Person.", "Die Nachricht geht an %(count)s Personen.", count)
        messages.success(request, words % {"count": count} if count else _("Es gibt niemanden, der sie bekäme."))
        return redirect(reverse(f"{NAME}:people", args=[self.occurrence.pk]))
