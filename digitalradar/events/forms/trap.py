"""Tell programs that fill in every form from people: a field nobody sees, and how fast the form came back (X13)."""

import time
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing
from django.utils.translation import gettext_lazy as _

SALT = "digitalradar.events.form"
LONGEST_SECONDS = 24 * 3600
TRAP = "website"  # a name that programs like to fill in


class TrappedForm(forms.Form):
    """A form that knows when it was asked for. ``is_from_machine`` says after validation what it looks like.

    A machine gets the answer that everybody gets, and nothing happens: it must not learn how it was found out.
    """

    TOO_OLD = _("Dieses Formular lag zu lange offen. Bitte senden Sie es noch einmal ab.")

    website = forms.CharField(
        label=_("Dieses Feld bitte leer lassen"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    since = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, subject: str, **kwargs: Any) -> None:
        self.subject = subject
        self.is_from_machine = False
        super().__init__(data, **kwargs)
        self.initial["since"] = self._stamp()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        age = self._age(cleaned.pop("since", ""))
        trapped = cleaned.pop(TRAP, "") or TRAP in self.errors
        if trapped or (age is not None and age < settings.EVENTS_FORM_SECONDS):
            self.is_from_machine = True
        elif age is None:
            self.add_error(None, self.TOO_OLD)
            self.data = self.data.copy()
            self.data[self.add_prefix("since")] = self._stamp()
        return cleaned

    def shown_fields(self) -> list[forms.BoundField]:
        """Return the fields that people see, in their order."""
        return [field for field in self.visible_fields() if field.name != TRAP]

    def _stamp(self) -> str:
        return signing.TimestampSigner(salt=SALT).sign(self.subject)

    def _age(self, stamp: str) -> float | None:
        """Return how many seconds ago the form was asked for; None if it is too old, or not a form of ours."""
        signer = signing.TimestampSigner(salt=SALT)
        try:
            if signer.unsign(stamp, max_age=LONGEST_SECONDS) != self.subject:
                return None
        except signing.BadSignature:
            return None
        begun = signing.b62_decode(stamp.rsplit(":", 2)[1])
        return time.time() - begun
