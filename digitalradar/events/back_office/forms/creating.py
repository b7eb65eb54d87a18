"""A new date from the template of its format: one form, a few minutes."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.topics.models import TopicField

from ...kinds import Kind
from ...models import Occurrence, Place, Series
from ...services.creating import Draft
from .times import TimesForm, later

USUAL_BEGIN = time(17, 0)  # after work, when owners of small firms have time
MOST_PLACES = 5000


class PlaceFields(forms.Form):
    """Where it takes place."""

    mode = forms.ChoiceField(label=gettext_lazy("Teilnahme"), choices=Occurrence.Mode)
    place = forms.ModelChoiceField(
        label=gettext_lazy("Ort"),
        queryset=Place.objects.all(),
        required=False,
        help_text=gettext_lazy("Neue Orte legen Sie unter „Termine, Orte“ an."),
    )
    room = forms.CharField(label=gettext_lazy("Raum"), max_length=80, required=False)
    online_url = forms.URLField(
        label=gettext_lazy("Adresse der Online-Teilnahme"),
        required=False,
        assume_scheme="https",
        help_text=gettext_lazy("Sehen nur Angemeldete mit bestätigtem Platz."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("mode") == Occurrence.Mode.ONLINE and cleaned.get("place"):
            self.add_error("place", _("Ein reiner Online-Termin hat keinen Ort."))
        return cleaned


class CreateForm(PlaceFields, TimesForm):
    """What a host tells of a new date; begin, length and places come from the format."""

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=160)
    summary = forms.CharField(
        label=gettext_lazy("Worum es geht"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Zwei Sätze: Was passiert, und was hat man davon? Vor der Veröffentlichung wird er gebraucht."
        ),
    )
    capacity = forms.IntegerField(
        label=gettext_lazy("Plätze"),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        help_text=gettext_lazy("Leer: unbegrenzt"),
    )
    topic_fields = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Themenfelder"),
        queryset=TopicField.objects.all(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    series = forms.ModelChoiceField(
        label=gettext_lazy("Reihe"),
        queryset=Series.objects.none(),
        required=False,
        help_text=gettext_lazy("Wenn er zu einer gehört."),
    )
    is_funded = forms.BooleanField(
        label=gettext_lazy("gefördert"),
        required=False,
        help_text=gettext_lazy("Teilnehmerliste und Bescheinigung tragen dann den Hinweis auf die Förderung."),
    )

    field_order = ["title", "summary", "day", "begin", "end", "mode", "place", "room", "online_url", "capacity"]

    def __init__(self, *args: Any, kind: Kind, **kwargs: Any) -> None:
        begin = USUAL_BEGIN
        defaults = {
            "begin": begin,
            "end": later(begin, kind.defaults["minutes"]),
            "capacity": kind.defaults["capacity"],
        }
        kwargs["initial"] = defaults | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["series"].queryset = Series.objects.filter(kind=kind.id)

    def draft(self) -> Draft:
        """Return what was told, for the service."""
        data = self.cleaned_data
        starts_at, ends_at = self.times()
        more = {name: data[name] for name in ("mode", "place", "room", "online_url", "series", "is_funded")}
        return Draft(
            title=data["title"],
            starts_at=starts_at,
            ends_at=ends_at,
            summary=data["summary"],
            capacity=data["capacity"],
            topic_fields=list(data["topic_fields"]),
            more=more,
        )
