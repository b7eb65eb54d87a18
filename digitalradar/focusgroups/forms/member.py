"""What members send besides contributions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.who import too_long

from ..models import Membership


class StandingForm(forms.Form):
    """The answer for all sessions without one of their own."""

    standing = forms.ChoiceField(
        label=_("Was gilt, wenn Sie zu einer Sitzung nichts sagen?"),
        choices=Membership.Standing.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Antwort."), "invalid_choice": _("Bitte wählen Sie neu.")},
    )


class AnswerForm(forms.Form):
    """Yes or no to one session."""

    answer = forms.ChoiceField(choices=[("ja", ""), ("nein", "")])


class VoteForm(forms.Form):
    """Vote for a topic, take the vote back, or take an own proposal back."""

    go = forms.ChoiceField(choices=[(name, "") for name in ("vote", "take_back", "drop")])


class TopicForm(forms.Form):
    """A topic for the backlog."""

    title = forms.CharField(
        label=_("Thema"),
        max_length=160,
        help_text=_("Als Frage geht es am leichtesten: Wie lesen wir Daten aus alten Maschinen?"),
        error_messages={"required": _("Bitte nennen Sie das Thema.")} | too_long(160),
    )
    text = forms.CharField(
        label=_("Was möchten Sie wissen?"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=too_long(600),
    )
