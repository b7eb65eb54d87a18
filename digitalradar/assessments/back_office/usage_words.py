"""What the keys of usage figures are called, in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.topics.vocabulary import sector_titles

from ..models import Assessment
from ..queries import active_questionnaire
from ..queries.usage_entries import AT_BEGIN, AT_FINISH, AT_PROFILE, BEGUN_AS, DIRECT, STOPPED_AT


def key_names(measure: str, catalogue: str) -> Mapping[str, str]:
    """Return the names of the keys a measure may have today, in the order of the table.

    Keys of older catalogue versions may be missing; they are shown as they are stored.
    """
    if measure == "sector":
        return sector_titles(get_language() or "de")
    if measure == STOPPED_AT:
        return _stopping_places(catalogue)
    choices = {"size": Assessment.Size, "role": Assessment.Role, BEGUN_AS: Assessment.Beginning}[measure]
    return {str(key) or DIRECT: str(label) for key, label in choices.choices}


def _stopping_places(catalogue: str) -> dict[str, str]:
    texts = active_questionnaire(catalogue, get_language() or "de")
    names = {AT_BEGIN: _("vor der ersten Antwort")}
    if texts:
        names |= {item["id"]: item["title"] for item in texts.dimensions}
    if texts and texts.data.get("profile_at") == "end":
        names[AT_PROFILE] = _("bei den Angaben zum Betrieb")
    return names | {AT_FINISH: _("vor „Ergebnis anzeigen“")}
