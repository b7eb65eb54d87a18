"""What reviewers send: remarks, their agreement, or the text back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..models import ReviewComment
from ..models.wording import section_names

WHOLE_PAGE = ("", _("Zum ganzen Text"))


class RemarkForm(forms.ModelForm):
    """One remark about one section."""

    class Meta:
        model = ReviewComment
        fields = ["section", "text", "name"]
        labels = {"section": _("Wozu?"), "text": _("Ihre Anmerkung"), "name": _("Ihr Name")}
        help_texts = {
            "text": _("Was ist falsch, was fehlt, was ist unverständlich? Höchstens 2.000 Zeichen."),
            "name": _("Damit die Redaktion nachfragen kann. Er wird nicht veröffentlicht."),
        }
        error_messages = {
            "text": {
                "required": _("Schreiben Sie bitte, was Ihnen aufgefallen ist."),
                "max_length": _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie den Text auf höchstens 2.000."),
                "min_length": _("Schreiben Sie bitte einen Satz."),
            },
            "name": {"max_length": _("Bitte kürzen Sie die Angabe auf höchstens 80 Zeichen.")},
        }

    def __init__(self, *args: Any, page: Page, asks_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"] = forms.ChoiceField(
            label=_("Wozu?"), choices=[WHOLE_PAGE, *section_names(page)], required=False
        )
        self.fields["text"].widget.attrs["rows"] = 5
        if not asks_name:
            del self.fields["name"]


class AgreementForm(forms.Form):
    """Under which name the review is shown on the page."""

    name = forms.CharField(
        label=_("Ihr Name, wie er im Leitfaden stehen soll"),
        max_length=80,
        help_text=_("Er wird veröffentlicht."),
        error_messages={"required": _("Ohne einen Namen lässt sich keine Fachprüfung ausweisen.")},
    )
    institution = forms.CharField(label=_("Hochschule oder Einrichtung"), max_length=76, required=False)
    comment = forms.CharField(
        label=_("Nachricht an die Veröffentlichung"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @property
    def reviewer(self) -> str:
        """The line of the page: name and institution."""
        return ", ".join(filter(None, (self.cleaned_data["name"], self.cleaned_data["institution"])))


class ReturnForm(forms.Form):
    """Why a text goes back."""

    comment = forms.CharField(
        label=_("Was soll sich ändern?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Schreiben Sie bitte, was sich ändern soll.")},
    )
