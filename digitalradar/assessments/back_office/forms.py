"""What staff choose and write in the back office."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import CatalogueVersion


class ComparisonForm(forms.Form):
    """Two loaded versions; sent by GET so that a comparison has an address."""

    alt = forms.ModelChoiceField(CatalogueVersion.objects.none(), label=_("Von"), empty_label=_("Bitte wählen"))
    neu = forms.ModelChoiceField(CatalogueVersion.objects.none(), label=_("Nach"), empty_label=_("Bitte wählen"))

    def __init__(self, data: object) -> None:
        """Show no complaints where nothing was chosen yet."""
        super().__init__(data if data.get("alt") or "alt" in data else None, initial={"neu": data.get("neu")})
        for field in self.fields.values():
            field.queryset = CatalogueVersion.objects.defer("content")
