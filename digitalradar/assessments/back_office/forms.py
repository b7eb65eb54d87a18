"""What staff choose and write in the back office."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import CatalogueVersion
from ..services.release_plans import PlannedCell
from .release_words import ACTIONS, Names


class ComparisonForm(forms.Form):
    """Two loaded versions; sent by GET so that a comparison has an address."""

    alt = forms.ModelChoiceField(CatalogueVersion.objects.none(), label=_("Von"), empty_label=_("Bitte wählen"))
    neu = forms.ModelChoiceField(CatalogueVersion.objects.none(), label=_("Nach"), empty_label=_("Bitte wählen"))

    def __init__(self, data: object) -> None:
        """Show no complaints where nothing was chosen yet."""
        super().__init__(data if data.get("alt") or "alt" in data else None, initial={"neu": data.get("neu")})
        for field in self.fields.values():
            field.queryset = CatalogueVersion.objects.defer("content")


class PreviewForm(forms.Form):
    """Which part of a planned release is looked at; sent by GET. What is not offered counts as „all“."""

    familie = forms.ChoiceField(label=_("Check"), required=False)
    thema = forms.ChoiceField(label=_("Thema"), required=False)
    was = forms.ChoiceField(label=_("Was geschieht"), required=False)

    def __init__(self, data: Mapping[str, str], *, names: Names, plan: list[PlannedCell]) -> None:
        super().__init__(data)
        families = {cell.family: names.family(cell.family) for cell in plan}
        for name, choices in (("familie", families), ("thema", names.dimensions(plan)), ("was", ACTIONS)):
            self.fields[name].choices = [("", _("Alle")), *choices.items()]
        self.is_valid()

    def chosen(self, plan: list[PlannedCell]) -> list[PlannedCell]:
        """Return the part of the plan that was chosen."""
        wanted = {"family": "familie", "dimension": "thema", "action": "was"}
        asked = {part: self.cleaned_data[name] for part, name in wanted.items() if self.cleaned_data.get(name)}
        return [cell for cell in plan if all(getattr(cell, part) == value for part, value in asked.items())]

    def query(self) -> str:
        """Return the choice as part of an address, ending with an ampersand; empty without one."""
        told = {name: value for name, value in self.cleaned_data.items() if value}
        return f"{urlencode(told)}&" if told else ""
