"""Whose result a page shows: one's own, that of a made-up firm, or one that somebody shared."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ..models import Assessment, Result
from ..questionnaire import Questionnaire


@dataclass(frozen=True)
class Mode:
    """What differs between the three: the title, the words after the name of the check, and a note above the result.

    ``source`` says on „So wurde gerechnet“ what was calculated.
    """

    title: str
    words: list[str]
    source: str
    note_title: str = ""
    note: str = ""
    note_url: str = ""
    note_label: str = ""


def own_mode(texts: Questionnaire, result: Result) -> Mode:
    """Return the mode of the pages below a private link."""
    return Mode(title=_("Ihr Ergebnis"), words=_words(texts, result), source=_source(result))


def shared_mode(texts: Questionnaire, result: Result) -> Mode:
    """Return the mode of the pages below a link for others."""
    return Mode(
        title=_("Geteiltes Ergebnis"),
        words=_words(texts, result),
        source=_source(result),
        note_title=_("Geteiltes Ergebnis, nur zum Ansehen, Stand %(date)s.") % {"date": _date(result)},
        note=_("„Sie“ meint den Betrieb, der den Check ausgefüllt hat."),
        note_url=reverse("assessments:start", kwargs={"catalogue": texts.id}),
        note_label=_("Eigenen Check beginnen"),
    )


def sample_mode(texts: Questionnaire, name: str) -> Mode:
    """Return the mode of the sample result; ``name`` is trade and size of the made-up firm."""
    return Mode(
        title=_("Beispielergebnis"),
        words=[name],
        source=f"{name}.",
        note_title=_("Beispieldaten."),
        note=_("Diesen Betrieb gibt es nicht. Gerechnet ist wie bei Ihnen."),
        note_url=reverse("assessments:start", kwargs={"catalogue": texts.id}),
        note_label=_("Eigenen Check beginnen"),
    )


def profile_words(texts: Questionnaire, profile: dict[str, Any]) -> list[str]:
    """Return sector and size in words; nothing for what was not told."""
    sectors = {sector["id"]: sector["title"] for sector in texts.sectors}
    words = [sectors.get(profile.get("sector", ""), ""), dict(Assessment.Size.choices).get(profile.get("size"), "")]
    return [str(word) for word in words if word]


def _words(texts: Questionnaire, result: Result) -> list[str]:
    return [*profile_words(texts, result.inputs["profile"]), _date(result)]


def _source(result: Result) -> str:
    return _("Ergebnis Nummer %(number)s, Rechenregeln %(version)s.") % {
        "number": result.number,
        "version": result.scoring_version,
    }


def _date(result: Result) -> str:
    return date_format(localtime(result.created_at), "DATE_FORMAT")
