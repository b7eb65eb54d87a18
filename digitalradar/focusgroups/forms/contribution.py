"""Tell something, and choose who may read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.who import too_long
from digitalradar.events.models import Occurrence

from ..models import Confidentiality, Contribution, Membership
from ..models.contribution import TEXT_LENGTH
from ..rules.levels import is_more_public

NAME_LENGTH = 160


class LevelForm(forms.Form):
    """Who may read a contribution. What everybody is to read needs a tick of its own: an act of the author (F-1)."""

    confidentiality = forms.ChoiceField(
        label=_("Wer darf es lesen?"),
        help_text=_("Nur Sie selbst können das ändern. Enger machen oder zurückziehen können Sie es jederzeit."),
        widget=forms.RadioSelect,
        initial=Confidentiality.GROUP,
        choices=[
            (
                Confidentiality.SESSION,
                _("Nur diese Sitzung: wer bei der Sitzung dabei war. Danach wird der Text gelöscht."),
            ),
            (Confidentiality.GROUP, _("Die Gruppe: alle Mitglieder, mit Ihrem Namen. Sonst niemand.")),
            (
                Confidentiality.ANONYMOUS,
                _("Alle, aber ohne Namen: Auf der öffentlichen Seite steht nur die Fassung, die Sie unten schreiben."),
            ),
            (
                Confidentiality.PUBLIC,
                _("Alle, mit Namen: Ihr Text steht auf der öffentlichen Seite, mit dem Namen, den Sie unten angeben."),
            ),
        ],
        error_messages={
            "required": _("Bitte wählen Sie, wer es lesen darf."),
            "invalid_choice": _("Bitte wählen Sie, wer es lesen darf."),
        },
    )
    anonymous_text = forms.CharField(
        label=_("Fassung ohne Namen"),
        help_text=_(
            "Nur für „Alle, aber ohne Namen“. Schreiben Sie so, dass niemand Sie, Ihren Betrieb oder andere erkennt: "
            "keine Namen, keine Orte, keine Daten."
        ),
        max_length=TEXT_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=too_long(TEXT_LENGTH),
    )
    public_name = forms.CharField(
        label=_("Unter welchem Namen?"),
        help_text=_("Nur für „Alle, mit Namen“. Zum Beispiel: Kim Beispiel, Beispielbetrieb"),
        max_length=NAME_LENGTH,
        required=False,
        error_messages=too_long(NAME_LENGTH),
    )
    released = forms.BooleanField(
        label=_("Ich habe gelesen, was alle sehen werden, und gebe es frei."),
        help_text=_("Nur nötig, wenn alle es lesen sollen."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        level = cleaned.get("confidentiality")
        if level == Confidentiality.ANONYMOUS and not cleaned.get("anonymous_text", "").strip():
            self._need("anonymous_text", _("Schreiben Sie bitte die Fassung ohne Namen, die alle lesen dürfen."))
        if level == Confidentiality.PUBLIC and not cleaned.get("public_name", "").strip():
            self._need("public_name", _("Schreiben Sie bitte, unter welchem Namen der Beitrag stehen soll."))
        if level and is_more_public(level, Confidentiality.GROUP) and not cleaned.get("released"):
            self._need("released", _("Bitte geben Sie frei, was alle lesen werden."))
        return cleaned

    def level(self) -> dict[str, str]:
        """Return the choice as the services take it."""
        return {name: self.cleaned_data[name] for name in ("confidentiality", "anonymous_text", "public_name")}

    def _need(self, field: str, message: Any) -> None:
        if field not in self.errors:
            self.add_error(field, message)


class ContributionForm(LevelForm):
    """A new contribution."""

    kind = forms.ChoiceField(
        label=_("Was ist es?"),
        choices=Contribution.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie, was es ist."), "invalid_choice": _("Bitte wählen Sie neu.")},
    )
    text = forms.CharField(
        label=_("Ihr Text"),
        help_text=_("Was war die Lage, was haben Sie versucht, was kam heraus? Höchstens 2.000 Zeichen."),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": _("Bitte schreiben Sie, was Sie erlebt haben oder wissen möchten."),
            "max_length": _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie den Text auf höchstens 2.000."),
        },
    )
    session = forms.ModelChoiceField(
        label=_("Zu welcher Sitzung?"),
        queryset=Occurrence.objects.none(),
        required=False,
        empty_label=_("zu keiner"),
        help_text=_("Nötig für „Nur diese Sitzung“."),
        error_messages={"invalid_choice": _("Diese Sitzung gibt es in Ihrer Gruppe nicht.")},
    )

    field_order = ["kind", "text", "session", "confidentiality", "anonymous_text", "public_name", "released"]

    def __init__(self, data: Any = None, *, author: Membership, sessions: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["session"].queryset = sessions
        self.initial.setdefault("public_name", ", ".join(filter(None, [author.name, author.organisation])))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        is_for_session = cleaned.get("confidentiality") == Confidentiality.SESSION
        if is_for_session and not cleaned.get("session") and "session" not in self.errors:
            self.add_error("session", _("Wählen Sie bitte, in welcher Sitzung Sie das erzählt haben."))
        return cleaned
