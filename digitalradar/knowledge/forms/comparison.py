"""Which two versions of a page a reader wants to see side by side."""

from django import forms
from django.utils.translation import gettext_lazy as _

ERRORS = dict.fromkeys(("invalid_choice", "required"), _("Diese Fassung gibt es nicht."))


class ComparisonForm(forms.Form):
    """``versions`` are pairs of key and words, the newest first; without a choice the two newest are compared."""

    von = forms.ChoiceField(label=_("Ältere Fassung"), error_messages=ERRORS)
    bis = forms.ChoiceField(label=_("Neuere Fassung"), error_messages=ERRORS)

    def __init__(self, versions: list[tuple[str, str]], data: dict[str, str]) -> None:
        chosen = {"bis": versions[0][0], "von": versions[1][0]} | data if len(versions) > 1 else data
        super().__init__(chosen)
        for field in self.fields.values():
            field.choices = versions

    def pair(self) -> tuple[str, str]:
        """Return the keys of the older and the newer version, whichever way round they were chosen."""
        keys = [key for key, _words in self.fields["von"].choices]
        newer, older = sorted((self.cleaned_data["von"], self.cleaned_data["bis"]), key=keys.index)
        return older, newer
