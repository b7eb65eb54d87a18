"""Two runs to compare: each by its private link or as a file that was taken along."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.core.errors import DomainError

from ..compared_run import ComparedRun, of_file, of_result, require_stages
from ..models import Assessment
from ..queries import find_run, questionnaire
from ..run_file import LARGEST, read_run_file
from ..tokens import TOKEN_PATTERN

# A link as it is found in an address line, a mail or a note: in any language, with any page of the run behind it.
PRIVATE_LINK = re.compile(rf"/lauf/({TOKEN_PATTERN.pattern})(?![A-Za-z0-9_-])")
SIDES = ("first", "second")


class ComparisonForm(forms.Form):
    """``compared`` are both runs, the earlier one first; ``opened`` the runs that were found by a private link."""

    first_link = forms.CharField(
        label=gettext_lazy("Persönlicher Link des ersten Durchlaufs"), required=False, max_length=500
    )
    first_file = forms.FileField(label=gettext_lazy("oder seine Datei (JSON)"), required=False, allow_empty_file=True)
    second_link = forms.CharField(
        label=gettext_lazy("Persönlicher Link des zweiten Durchlaufs"), required=False, max_length=500
    )
    second_file = forms.FileField(label=gettext_lazy("oder seine Datei (JSON)"), required=False, allow_empty_file=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.compared: list[ComparedRun] = []
        self.opened: list[Assessment] = []
        for side in SIDES:
            self.fields[f"{side}_link"].widget.attrs |= {"autocomplete": "off", "spellcheck": "false"}
            self.fields[f"{side}_file"].widget.attrs |= {"accept": ".json,application/json"}

    def clean(self) -> dict[str, Any]:
        """Find both runs; what is wrong is said at the field it came from."""
        cleaned = super().clean() or {}
        found = [run for side in SIDES if (run := self._side(side, cleaned)) is not None]
        if len(found) < len(SIDES):
            return cleaned
        before, after = (questionnaire(run.version_id, "de").data["family"] for run in found)
        if before != after:
            self.add_error(None, _("Das sind zwei verschiedene Checks. Vergleichen lässt sich nur gleich mit gleich."))
        elif found[0].created_at == found[1].created_at:
            self.add_error(None, _("Das ist zweimal dasselbe Ergebnis. Wählen Sie ein früheres dazu."))
        else:
            self.compared = sorted(found, key=lambda run: run.created_at)
        return cleaned

    def _side(self, side: str, cleaned: dict[str, Any]) -> ComparedRun | None:
        link, file = cleaned.get(f"{side}_link"), cleaned.get(f"{side}_file")
        wrong = f"{side}_file" if file else f"{side}_link"
        if self.has_error(f"{side}_link") or self.has_error(f"{side}_file"):
            return None
        try:
            if link and file:
                raise DomainError(_("Bitte geben Sie nur eines von beiden an: den Link oder die Datei."))
            if not link and not file:
                raise DomainError(_("Bitte geben Sie einen Link an oder wählen Sie eine Datei."))
            return self._by_file(file) if file else self._by_link(link or "")
        except DomainError as refusal:
            self.add_error(wrong, str(refusal))
        return None

    def _by_file(self, file: Any) -> ComparedRun:
        # One byte more than allowed is enough to know that it is too large.
        return of_file(read_run_file(file.read(LARGEST + 1)))

    def _by_link(self, text: str) -> ComparedRun:
        found = PRIVATE_LINK.search(text)
        if found is None and "/ergebnis/" in text:
            raise DomainError(_("Das ist ein Link zum Ansehen. Für den Vergleich braucht es den persönlichen Link."))
        run = find_run(found[1] if found else text)
        if run is None:
            raise DomainError(
                _("Dieser Link führt zu keinem Check. Vielleicht ist er abgelaufen oder unvollständig kopiert.")
            )
        require_stages(run.catalogue_version_id)
        result = run.results.first()
        if result is None:
            raise DomainError(_("In diesem Check wurde noch kein Ergebnis angezeigt."))
        self.opened.append(run)
        return of_result(run.catalogue_version_id, result)
