"""„Das will ich sehen“: what, and where to write to if wanted."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.trap import TrappedForm
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
    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=_("Nur wenn wir Ihnen schreiben sollen, sobald man buchen kann. Einmal, danach löschen wir sie."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "invalid": _("Das ist keine vollständige E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@betrieb.de")
        },
    )

    def __init__(self, data: Any = None, *, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(data, subject=str(occurrence.uid), **kwargs)
        self.fields["station"].queryset = occurrence.stations.all()
        if not occurrence.stations.exists():
            del self.fields["station"]

    def shown_fields(self) -> list[forms.BoundField]:
        """Return the fields that people see."""
        return [field for field in self.visible_fields() if field.name != "website"]
