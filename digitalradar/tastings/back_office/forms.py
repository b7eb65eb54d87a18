"""What hosts fill in: a station, the times of all rounds, somebody at a station without a sign-up."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.events.back_office.forms.times import MomentInput
from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.signing_up import SignUp

from ..models import Station
from ..rules.timetable import Part, lay_out

MOST_ROUNDS, MOST_SEATS = 24, 200


class StationForm(forms.ModelForm):
    """One station; the equipment is handed to the service, which looks at who else needs it."""

    class Meta:
        model = Station
        fields = [
            "title",
            "question",
            "hosts",
            "room",
            "equipment",
            "safety",
            "bring_along",
            "languages",
            "order",
        ]
        widgets = {"equipment": forms.CheckboxSelectMultiple}

    def clean_title(self) -> str:
        title = self.cleaned_data["title"]
        others = Station.objects.filter(occurrence=self.instance.occurrence_id, title=title)
        if others.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Eine Station mit diesem Namen gibt es schon."))
        return title


class RoundsForm(forms.Form):
    """„5 Runden zu 25 Minuten, Pause um 15:15 Uhr“."""

    rounds = forms.IntegerField(label=gettext_lazy("Runden"), min_value=1, max_value=MOST_ROUNDS, initial=5)
    minutes = forms.IntegerField(label=gettext_lazy("Minuten je Runde"), min_value=5, max_value=240, initial=25)
    change = forms.IntegerField(
        label=gettext_lazy("Minuten zum Wechseln"),
        min_value=0,
        max_value=60,
        initial=0,
        help_text=gettext_lazy("So lange ist zwischen zwei Runden Zeit."),
    )
    break_at = forms.TimeField(
        label=gettext_lazy("Pause um"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )
    break_minutes = forms.IntegerField(
        label=gettext_lazy("Minuten Pause"), required=False, min_value=5, max_value=240, initial=25
    )
    break_title = forms.CharField(
        label=gettext_lazy("Name der Pause"), required=False, max_length=80, initial=gettext_lazy("Kaffeepause")
    )

    def __init__(self, *args: Any, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.occurrence = occurrence

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            try:
                cleaned["parts"] = lay_out(
                    rounds=cleaned["rounds"], minutes=cleaned["minutes"], change=cleaned["change"], pause=self._pause()
                )
            except ValueError:
                self.add_error("break_at", _("Die Pause liegt nicht zwischen zwei Runden."))
        return cleaned

    def _pause(self) -> Part | None:
        at = self.cleaned_data.get("break_at")
        if not at:
            return None
        begin = self.occurrence.local_start
        after = int((datetime.combine(begin.date(), at, begin.tzinfo) - begin).total_seconds() // 60)
        title = self.cleaned_data.get("break_title") or _("Pause")
        return Part(after, self.cleaned_data.get("break_minutes") or 15, title)


class ConditionsForm(forms.ModelForm):
    """From when on rounds can be booked, by how many together, and what happens when one is full."""

    class Meta:
        model = Offer
        fields = ["opens_at", "closes_at", "policy", "offer_hours", "max_party", "smaller_may_pass"]
        widgets = dict.fromkeys(["opens_at", "closes_at"], MomentInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("Die Anmeldung schließt, bevor sie öffnet."))
        return cleaned


class AtStationForm(forms.Form):
    """Somebody who stands at a station without a sign-up."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    organisation = forms.CharField(label=gettext_lazy("Betrieb oder Einrichtung"), max_length=160, required=False)
    party_size = forms.IntegerField(label=gettext_lazy("Personen"), min_value=1, max_value=20, initial=1)

    def entry(self) -> SignUp:
        return SignUp(email="", **self.cleaned_data)
