"""Publish a date now or at a time, delete a draft."""

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..services.publishing import delete_draft, publish
from .base import ActScreen
from .forms.times import MomentInput, check_moment
from .names import NAME
from .permissions import DELETE_DATES


class PublishForm(forms.Form):
    """When everybody may see the date."""

    at = forms.DateTimeField(
        label=gettext_lazy("Sichtbar ab"),
        required=False,
        widget=MomentInput,
        validators=[check_moment],
        help_text=gettext_lazy("Leer: sofort. Ab dann kann man sich auch anmelden."),
    )


class PublishScreen(ActScreen):
    """Now or later."""

    page_title = gettext_lazy("Veröffentlichen")
    form_class = PublishForm
    button = gettext_lazy("Veröffentlichen")

    def get_initial(self) -> dict[str, Any]:
        planned = self.occurrence.publish_at
        return {"at": localtime(planned)} if planned and not self.occurrence.is_public else {}

    def explanation(self) -> list[str]:
        return [_("Der Termin steht dann im Kalender, in der Suche und in den Feeds, und jeder kann sich anmelden.")]

    def act(self, form: PublishForm) -> str:
        published = publish(occurrence=self.occurrence, at=form.cleaned_data["at"], by=self.request.user)
        if published.is_public:
            return _("Der Termin ist veröffentlicht.")
        moment = date_format(localtime(published.publish_at), "SHORT_DATETIME_FORMAT")
        return _("Der Termin erscheint am %(moment)s Uhr.") % {"moment": moment}


class DeleteScreen(ActScreen):
    """Only drafts for which nobody signed up."""

    permission = DELETE_DATES
    page_title = gettext_lazy("Entwurf löschen")
    button = gettext_lazy("Ja, Entwurf löschen")
    is_grave = True

    def explanation(self) -> list[str]:
        return [
            _("Der Entwurf mit Plätzen, Fragen, Ablauf und Material wird gelöscht. Das lässt sich nicht zurücknehmen.")
        ]

    def act(self, form: forms.Form) -> str:
        delete_draft(occurrence=self.occurrence)
        return _("Der Entwurf ist gelöscht.")

    def next_url(self) -> str:
        return reverse(f"{NAME}:index")
