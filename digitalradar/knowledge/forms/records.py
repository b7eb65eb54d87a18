"""Forms of facts and terms."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator, URLValidator
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from ..models import Fact

FACT_ID = RegexValidator(r"^F-[A-Z]{2,6}-\d{2,3}$", _("Eine Kennung sieht so aus: F-SEC-06."))


class LinesField(forms.CharField):
    """A list of texts, one per line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        text = value if isinstance(value, str) else ""
        return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data)


class FactForm(WagtailAdminModelForm):
    """A fact; whoever changes what it says dates the change, so that the guides that use it are looked at."""

    sources = LinesField(label=_("Quellen"), required=False, help_text=_("Je Zeile eine Adresse."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.digest_before = self.instance.digest if self.instance.pk else ""
        if "id" in self.fields:
            self.fields["id"].validators.append(FACT_ID)
            self.fields["id"].disabled = bool(self.instance.pk)
        if "sources" in self.fields:
            self.fields["sources"].widget.attrs["rows"] = 3

    def clean_sources(self) -> list[str]:
        for address in self.cleaned_data["sources"]:
            URLValidator(schemes=["https", "http"])(address)
        return self.cleaned_data["sources"]

    def save(self, commit: bool = True) -> Fact:
        if self.digest_before and self.instance.digest != self.digest_before:
            self.instance.changed_on = localdate()
        return super().save(commit=commit)


class TermForm(WagtailAdminModelForm):
    """A word of the glossary."""

    forms = LinesField(
        label=_("andere Formen"),
        required=False,
        help_text=_("Je Zeile eine Beugung oder Schreibweise, wie sie in Texten steht."),
    )
    forms_en = LinesField(label=_("andere Formen (englisch)"), required=False, help_text=_("Je Zeile eine."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in {"forms", "forms_en"} & self.fields.keys():
            self.fields[name].widget.attrs["rows"] = 3
        if "id" in self.fields:
            self.fields["id"].disabled = bool(self.instance.pk)
