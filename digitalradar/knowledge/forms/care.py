"""What editors send about one page."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import GuidePage, KnowledgePage


class LinkForm(forms.Form):
    """For whom a link is made."""

    label = forms.CharField(
        label=_("Für wen?"),
        max_length=80,
        required=False,
        help_text=_("Nur für Ihre Übersicht, zum Beispiel „Handwerkskammer“."),
    )


class SuccessorForm(forms.Form):
    """Where the readers of a retired page are led."""

    successor = forms.ModelChoiceField(
        GuidePage.objects.none(),
        label=_("Nachfolger"),
        required=False,
        empty_label=_("keiner, die Adresse führt dann zu „Diese Seite gibt es nicht“"),
        help_text=_("Wer die alte Adresse öffnet, kommt zu dieser Seite."),
    )

    def __init__(self, *args: Any, page: KnowledgePage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = type(page).objects.live().filter(locale_id=page.locale_id).exclude(pk=page.pk)
        self.fields["successor"].queryset = others.order_by("title")
