"""„Das will ich sehen“: what, and where to write to if wanted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.trap import TrappedForm
from digitalradar.events.forms.who import email_field
from digitalradar.events.models import Occurrence

from ..models import Station


class InterestForm(TrappedForm):
    """A station or the whole date; the address is optional."""

    station = forms.ModelChoiceField(
        label=_("Was wollen Sie sehen?"),
        queryset=Station.objects.none(),
        required=False,
        empty_label=_("Alles, was es da gibt"),
        error_messages={"invalid_choice": _("Diese Station gibt es nicht mehr. Bitte wählen Sie neu.")},
    )
    email = email_field(
        help_text=_("Nur wenn wir Ihnen schreiben sollen, sobald man buchen kann. Einmal, danach löschen wir sie."),
        required=False,
    )

    def __init__(self, data: Any = None, *, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(data, subject=str(occurrence.uid), **kwargs)
        self.fields["station"].queryset = occurrence.stations.all()
        if not occurrence.stations.exists():
            del self.fields["station"]
