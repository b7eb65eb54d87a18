"""The parts of a date: what it says, what can be booked, what is asked, what happens, what is handed out."""

from typing import Any

from django import forms
from django.forms import inlineformset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.documents.widgets import AdminDocumentChooser

from ...models import AgendaItem, Material, Minutes, Occurrence, Offer, Question, Series
from .times import ClockInput, DayInput, MomentInput, check_moment

BLANK_ROWS = 2
MOMENTS = ("starts_at", "ends_at", "opens_at", "closes_at")
SMALL_TEXT = forms.Textarea(attrs={"rows": 3})


class DetailsForm(forms.ModelForm):
    """What a date says about itself, besides when and where."""

    class Meta:
        model = Occurrence
        fields = [
            "title",
            "summary",
            "description",
            "topic_fields",
            "series",
            "language",
            "host",
            "contact",
            "price",
            "bring_along",
            "is_funded",
        ]
        widgets = {
            "summary": SMALL_TEXT,
            "bring_along": SMALL_TEXT,
            "topic_fields": forms.CheckboxSelectMultiple,
            "language": forms.Select(choices=[("de", gettext_lazy("Deutsch")), ("en", gettext_lazy("Englisch"))]),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["series"].queryset = Series.objects.filter(kind=self.instance.kind)


class OfferForm(forms.ModelForm):
    """One offer. Places are changed through a service that looks at who has them."""

    class Meta:
        model = Offer
        fields = [
            "title",
            "capacity",
            "reserved",
            "policy",
            "offer_hours",
            "starts_at",
            "ends_at",
            "opens_at",
            "closes_at",
            "max_party",
            "max_per_organisation",
            "smaller_may_pass",
            "is_exclusive",
            "order",
        ]
        widgets = dict.fromkeys(MOMENTS, MomentInput)
        labels = {"order": gettext_lazy("Reihenfolge")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in MOMENTS:
            self.fields[name].validators.append(check_moment)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("capacity") == 0:
            self.add_error("capacity", _("Null Plätze gibt es nicht. Leer heißt unbegrenzt."))
        if cleaned.get("policy") == Offer.Policy.OFFER and cleaned.get("offer_hours") == 0:
            self.add_error("offer_hours", _("Wer einen Platz angeboten bekommt, braucht mindestens eine Stunde."))
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("Das Ende liegt vor dem Beginn."))
        if (cleaned.get("capacity") or 0) < (cleaned.get("reserved") or 0) and cleaned.get("capacity"):
            self.add_error("reserved", _("So viele Plätze gibt es nicht."))
        return cleaned

    def places(self) -> dict[str, int | None]:
        """Return the two numbers that only the service may write."""
        return {"capacity": self.cleaned_data["capacity"], "reserved": self.cleaned_data["reserved"] or 0}


class QuestionForm(forms.ModelForm):
    class Meta:
        model = Question
        fields = ["text", "kind", "options", "is_required", "order"]
        widgets = {"options": SMALL_TEXT}
        labels = {"order": gettext_lazy("Reihenfolge")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("kind") == Question.Kind.CHOICE and len((cleaned.get("options") or "").split("\n")) < 2:
            self.add_error("options", _("Eine Auswahl braucht mindestens zwei Antworten, eine je Zeile."))
        return cleaned


class AgendaForm(forms.ModelForm):
    class Meta:
        model = AgendaItem
        fields = ["starts_at", "title", "speaker", "text", "order"]
        widgets = {"starts_at": ClockInput, "text": SMALL_TEXT}
        labels = {"order": gettext_lazy("Reihenfolge")}


class MaterialForm(forms.ModelForm):
    class Meta:
        model = Material
        fields = ["title", "document", "url", "author", "licence", "released_at", "audience", "order"]
        widgets = {"document": AdminDocumentChooser, "released_at": DayInput}
        labels = {"order": gettext_lazy("Reihenfolge"), "document": gettext_lazy("Datei")}
        help_texts = {"released_at": gettext_lazy("Ohne diesen Tag sieht niemand das Material.")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not (cleaned.get("document") or cleaned.get("url")):
            self.add_error("url", _("Wählen Sie eine Datei, oder geben Sie eine Adresse an."))
        if cleaned.get("released_at") and not cleaned.get("licence"):
            self.add_error("licence", _("Was freigegeben ist, braucht eine Lizenz, zum Beispiel „CC BY 4.0“."))
        return cleaned


class MinutesForm(forms.ModelForm):
    class Meta:
        model = Minutes
        fields = ["text", "state"]
        help_texts = {"state": gettext_lazy("Ein genehmigtes Protokoll wird nie mehr geändert.")}


def _set_of(model: type, form: type[forms.ModelForm]) -> type[forms.BaseInlineFormSet]:
    return inlineformset_factory(Occurrence, model, form=form, extra=BLANK_ROWS, can_delete=True)


OfferSet = inlineformset_factory(Occurrence, Offer, form=OfferForm, extra=1, can_delete=True)
QuestionSet = _set_of(Question, QuestionForm)
AgendaSet = _set_of(AgendaItem, AgendaForm)
MaterialSet = _set_of(Material, MaterialForm)
