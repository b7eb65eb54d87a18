"""One change to a selection."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import NOTE_LENGTH


class ChangeForm(forms.Form):
    """``go`` says what happens to the entry ``item``; a note is sent along with „note“ only."""

    GO = [(name, name) for name in ("up", "down", "remove", "note")]

    go = forms.ChoiceField(choices=GO)
    item = forms.RegexField(r"^[a-z]{1,20}\.[a-zA-Z0-9_-]{1,80}$")
    note = forms.CharField(
        label=_("Notiz"),
        max_length=NOTE_LENGTH,
        required=False,
        error_messages={"max_length": _("Eine Notiz hat höchstens %(limit_value)s Zeichen.")},
    )

    def clean_note(self) -> str:
        return " ".join(self.cleaned_data["note"].split())
