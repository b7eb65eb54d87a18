"""Forms of the back office."""

from typing import Any

from django import forms
from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from digitalradar.events.models import Occurrence, Series
from digitalradar.knowledge.models import GuidePage

from ..models import Citation, Contribution, FocusGroup, Impulse, Membership, TopicProposal
from ..models.group import KIND
from ..queries.citations import quotable
from ..services.groups import change_group

RESERVED = frozenset({"mitglied"})  # addresses of private pages begin with it


class GroupForm(WagtailAdminModelForm):
    """A group with the rhythm of its series, which is made with it."""

    rhythm = forms.CharField(
        label=_("Rhythmus in Worten"),
        max_length=120,
        required=False,
        help_text=_("Zum Beispiel: alle sechs Wochen dienstags"),
    )

    class Meta:
        model = FocusGroup
        fields = [
            "title",
            "slug",
            "summary",
            "purpose",
            "rhythm",
            "moderator",
            "topic_fields",
            "size_limit",
            "openness",
            "state",
        ]
        widgets = {"topic_fields": forms.CheckboxSelectMultiple}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["rhythm"] = self.instance.rhythm

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        taken = Series.objects.filter(slug=slug).exclude(pk=self.instance.series_id)
        if slug in RESERVED or taken.exists():
            raise forms.ValidationError(_("Diese Adresse ist schon vergeben."))
        return slug

    def clean_size_limit(self) -> int:
        limit = self.cleaned_data["size_limit"]
        members = FocusGroup.objects.filter(pk=self.instance.pk).values_list("seats_taken", flat=True).first() or 0
        if limit < max(members, 1):
            message = _("Die Gruppe hat schon %(count)s Mitglieder. Weniger Plätze sind nicht möglich.")
            raise forms.ValidationError(message % {"count": members})
        return limit

    @transaction.atomic
    def save(self, commit: bool = True) -> FocusGroup:
        """Store through the service: members join while the form is open.

        Raises:
            DomainError: members joined since the form was checked, and there are more of them than places.
        """
        rhythm = self.cleaned_data["rhythm"]
        if self.instance.pk is None:
            self.instance.series = Series.objects.create(
                kind=KIND, title=self.instance.title, slug=self.instance.slug, rhythm=rhythm
            )
            self.instance.save()
        else:
            change_group(self.instance, rhythm=rhythm)
        self._save_m2m()
        return self.instance


class ImpulseForm(WagtailAdminModelForm):
    """A talk; only sessions of groups can be chosen."""

    url = forms.URLField(label=_("Adresse einer Aufzeichnung"), required=False, assume_scheme="https")

    class Meta:
        model = Impulse
        fields = ["group", "session", "speaker", "title", "summary", "document", "url", "licence", "released_on"]
        widgets = {"released_on": forms.DateInput(attrs={"type": "date"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["session"].queryset = Occurrence.objects.filter(kind=KIND).order_by("-starts_at")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        group, session = cleaned.get("group"), cleaned.get("session")
        if group and session and session.series_id != group.series_id:
            self.add_error("session", _("Diese Sitzung gehört nicht zur Gruppe."))
        return cleaned


class CitationForm(WagtailAdminModelForm):
    """A reference from a guide; only what everybody may read can be chosen."""

    class Meta:
        model = Citation
        fields = ["contribution", "guide"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["contribution"]
        field.queryset = quotable()
        field.label_from_instance = _public_text
        self.fields["guide"].help_text = _("Die Kennung des Leitfadens, zum Beispiel: datensicherung")

    def clean_guide(self) -> str:
        guide = self.cleaned_data["guide"]
        if not GuidePage.objects.filter(identifier=guide).exists():
            raise forms.ValidationError(_("Einen Leitfaden mit dieser Kennung gibt es nicht."))
        return guide


def _public_text(contribution: Contribution) -> str:
    """Return the beginning of what everybody reads, never of the original of a nameless version."""
    version = getattr(contribution, "anonymous", None)
    text = Truncator(version.text if version else contribution.text).chars(120)
    return f"{contribution.group}: {text}"


class InviteForm(forms.Form):
    """Whom the moderator invites."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-Mail-Adresse"), max_length=254)
    organisation = forms.CharField(label=_("Betrieb oder Einrichtung"), max_length=160, required=False)
    role = forms.ChoiceField(label=_("Rolle"), choices=Membership.Role.choices)


class PlanForm(forms.Form):
    """What becomes of a topic."""

    topic = forms.IntegerField(min_value=1, max_value=2**62)
    state = forms.ChoiceField(label=_("Stand"), choices=TopicProposal.State.choices)
    session = forms.ModelChoiceField(
        label=_("Sitzung"), queryset=Occurrence.objects.none(), required=False, empty_label=_("keine")
    )

    def __init__(self, data: Any = None, *, sessions: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["session"].queryset = sessions
