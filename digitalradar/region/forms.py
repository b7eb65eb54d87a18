"""The region's form in the back office."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from digitalradar.core import navigation


def _parts() -> list[tuple[str, str]]:
    return [(entry.part, entry.label) for entry in navigation.entries()]


class RegionForm(WagtailAdminModelForm):
    """Asks which parts are on and stores which are off, so that a part that comes later is on at first."""

    visible_parts = forms.MultipleChoiceField(
        label=_("Teile im Menü"),
        choices=_parts,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_(
            "Ohne Haken verschwindet ein Teil aus dem Menü. Seine Seiten bleiben unter ihrer Adresse erreichbar."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        hidden = self.instance.hidden_parts
        self.initial["visible_parts"] = [part for part, _label in _parts() if part not in hidden]

    def save(self, commit: bool = True):
        visible = self.cleaned_data["visible_parts"]
        self.instance.hidden_parts = [part for part, _label in _parts() if part not in visible]
        return super().save(commit)
