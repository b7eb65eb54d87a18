"""Forms of the programme editor."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.forms import inlineformset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.events.back_office.forms.times import ClockInput, DayInput
from digitalradar.events.models import Occurrence

from ..conflict_words import sentence
from ..models import ProgrammeItem, Room, Speaker, Track
from ..rules.conflicts import Item, Severity, find_conflicts
from ..services.editing import was_released

LANGUAGES = [("de", gettext_lazy("Deutsch")), ("en", gettext_lazy("Englisch"))]
SMALL_TEXT = forms.Textarea(attrs={"rows": 3})


class ItemForm(forms.ModelForm):
    """One item. What a rule blocks is refused here; everything else may stand in the working version."""

    day = forms.DateField(label=gettext_lazy("Datum"), widget=DayInput)
    begin = forms.TimeField(label=gettext_lazy("Beginn"), widget=ClockInput)
    end = forms.TimeField(label=gettext_lazy("Ende"), widget=ClockInput)

    class Meta:
        model = ProgrammeItem
        fields = ["kind", "title", "text", "room", "track", "speakers", "language", "seats", "state"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 4}),
            "speakers": forms.CheckboxSelectMultiple,
            "language": forms.Select(choices=LANGUAGES),
        }

    field_order = ["kind", "title", "day", "begin", "end", "room", "track", "speakers", "text", "language", "seats"]

    def __init__(self, data: Any = None, *, instance: ProgrammeItem) -> None:
        self.occurrence: Occurrence = instance.occurrence
        super().__init__(data, instance=instance, initial=self._times(instance))
        for name in ("room", "track", "speakers"):
            self.fields[name].queryset = self.fields[name].queryset.filter(occurrence=self.occurrence)
        if instance.pk and was_released(instance):
            shown = [choice for choice in ProgrammeItem.State.choices if choice[0] != ProgrammeItem.State.DRAFT]
            self.fields["state"].choices = shown

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if {"day", "begin", "end"} <= cleaned.keys():
            times = [datetime.combine(cleaned["day"], cleaned[name], self.occurrence.zone) for name in ("begin", "end")]
            self.instance.starts_at, self.instance.ends_at = times
            item = Item(0, cleaned.get("title") or _("Dieser Punkt"), *times)
            found = find_conflicts([item], (self.occurrence.starts_at, self.occurrence.ends_at))
            for finding in found:
                if finding.severity == Severity.BLOCK:
                    self.add_error("end", sentence(finding))
        if cleaned.get("seats") == 0:
            self.add_error("seats", _("Null Plätze gibt es nicht. Leer heißt: ohne Buchung."))
        return cleaned

    def _times(self, instance: ProgrammeItem) -> dict[str, Any]:
        zone = self.occurrence.zone
        begin = instance.starts_at or self.occurrence.starts_at
        end = instance.ends_at or begin + timedelta(minutes=45)
        return {
            "day": begin.astimezone(zone).date(),
            "begin": begin.astimezone(zone).time(),
            "end": end.astimezone(zone).time(),
        }


class ReleaseForm(forms.Form):
    """What is said of a new version."""

    note = forms.CharField(
        label=gettext_lazy("Was ist neu?"),
        max_length=300,
        required=False,
        widget=SMALL_TEXT,
        help_text=gettext_lazy(
            "Ein, zwei Sätze für alle, zum Beispiel der Grund. Was sich im Einzelnen ändert, schreiben wir selbst dazu."
        ),
    )


class ShiftForm(forms.Form):
    """When the first item begins from now on."""

    day = forms.DateField(label=gettext_lazy("Tag des ersten Punkts"), widget=DayInput)
    begin = forms.TimeField(label=gettext_lazy("Beginn des ersten Punkts"), widget=ClockInput)


class CompareForm(forms.Form):
    """Two versions beside each other."""

    von = forms.IntegerField(label=gettext_lazy("Version"), min_value=1)
    bis = forms.IntegerField(label=gettext_lazy("verglichen mit"), min_value=1)


class SpeakerForm(forms.ModelForm):
    class Meta:
        model = Speaker
        fields = ["name", "organisation", "email", "language", "text", "consent_on"]
        widgets = {"text": SMALL_TEXT, "consent_on": DayInput, "language": forms.Select(choices=LANGUAGES)}


class RoomForm(forms.ModelForm):
    class Meta:
        model = Room
        fields = ["title", "note", "seats", "parallel_limit", "order"]

    def clean_parallel_limit(self) -> int:
        limit = self.cleaned_data["parallel_limit"]
        if limit < 1:
            raise forms.ValidationError(_("Mindestens ein Punkt muss gehen."))
        return limit


RoomSet = inlineformset_factory(Occurrence, Room, form=RoomForm, extra=2)
TrackSet = inlineformset_factory(Occurrence, Track, fields=["title", "order"], extra=2)
SpeakerSet = inlineformset_factory(Occurrence, Speaker, form=SpeakerForm, extra=2)
