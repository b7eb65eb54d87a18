"""Forms of the website."""

from django import forms
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .models import BarrierReport


class BarrierReportForm(forms.ModelForm):
    """What readers fill in; only the problem itself is needed."""

    class Meta:
        model = BarrierReport
        fields = ["problem", "page", "email"]
        help_texts = {
            "problem": _(
                "Was wollten Sie tun, und was ging nicht? Ihre eigenen Worte genügen, höchstens 4.000 Zeichen."
            ),
            "page": _("Die Adresse oder der Titel der Seite, wenn Sie sie kennen."),
            "email": _("Nur wenn Sie eine Antwort möchten. Wir verwenden sie für nichts anderes."),
        }
        error_messages = {
            "problem": {
                "required": _("Beschreiben Sie bitte kurz, was nicht funktioniert."),
                "max_length": _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie den Text auf höchstens 4.000."),
            },
            "page": {"max_length": _("Bitte kürzen Sie die Angabe auf höchstens 300 Zeichen.")},
            "email": {
                "invalid": _(
                    "Das ist keine vollständige E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@betrieb.de"
                )
            },
        }


class BarrierReportEditForm(WagtailAdminModelForm):
    """What the editors add: a note, and that the report is answered."""

    is_answered = forms.BooleanField(label=_("Beantwortet"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["is_answered"] = self.instance.is_answered

    def save(self, commit: bool = True):
        if not self.cleaned_data["is_answered"]:
            self.instance.answered_at = None
        elif self.instance.answered_at is None:
            self.instance.answered_at = now()
        return super().save(commit)
