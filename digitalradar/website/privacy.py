"""What the privacy page says about cookies and clocks, taken from where the software itself takes it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.assessments.views.opening import COOKIE as RUN_COOKIE
from digitalradar.core import retention
from digitalradar.knowledge.views.feedback import COOKIE as FEEDBACK_COOKIE
from digitalradar.knowledge.views.feedback import REMEMBERED as FEEDBACK_REMEMBERED
from digitalradar.takeaway.views.opening import COOKIE as SELECTION_COOKIE

BARRIER_REPORT_MONTHS = 12  # after the answer; long enough for a question that comes back
TICKS = "digitalradar.haken.…"  # the name in knowledge/static/knowledge/guide.js goes on with guide and version
SECONDS_PER_DAY = 86_400


@dataclass(frozen=True)
class Cookie:
    """One cookie in words for readers."""

    name: str
    when: str
    purpose: str
    kept: str


@dataclass(frozen=True)
class Clock:
    """How long one kind of data is kept."""

    what: str
    kept: str


def cookies() -> list[Cookie]:
    """Return every cookie the portal may set, and what else a browser keeps; none of it serves tracking."""
    return [
        Cookie(
            RUN_COOKIE,
            _("Sobald Sie einen Check beginnen"),
            _("Damit finden Sie Ihren angefangenen Check auf diesem Gerät wieder."),
            _run_cookie_kept(),
        ),
        Cookie(
            SELECTION_COOKIE,
            _("Sobald Sie einen Leitfaden merken"),
            _("Damit finden Sie Ihre Auswahl auf diesem Gerät wieder."),
            _selection_cookie_kept(),
        ),
        Cookie(
            FEEDBACK_COOKIE,
            _("Sobald Sie auf „War das hilfreich?“ antworten"),
            _("Damit jede Antwort einmal zählt. Gilt nur für das eine Formular und sagt nichts über Sie."),
            _days(FEEDBACK_REMEMBERED.days),
        ),
        Cookie(
            TICKS,
            _("Sobald Sie ein Häkchen in einem Leitfaden setzen"),
            _("Kein Cookie: Die Häkchen liegen im Speicher Ihres Browsers und werden nicht übertragen."),
            _("Bis Sie die Häkchen zurücksetzen oder eine neue Fassung des Leitfadens öffnen"),
        ),
        Cookie(
            settings.CSRF_COOKIE_NAME,
            _("Auf Seiten mit einem Formular"),
            _("Schützt davor, dass fremde Seiten in Ihrem Namen ein Formular absenden."),
            _days(settings.CSRF_COOKIE_AGE // SECONDS_PER_DAY),
        ),
        Cookie(
            settings.SESSION_COOKIE_NAME,
            _("Nur nach der Anmeldung in der Verwaltung"),
            _("Hält die Anmeldung der Redaktion."),
            _days(settings.SESSION_COOKIE_AGE // SECONDS_PER_DAY),
        ),
    ]


def clocks() -> list[Clock]:
    """Return everything that is kept, and how long: what the overview of the back office shows."""
    return [Clock(str(kind.name), kind.clock()) for kind in retention.kinds()]


def _run_cookie_kept() -> str:
    """The cookie lasts as long as the run it leads to; renewed with every visit, once a day at most."""
    months = settings.FINISHED_RUN_MONTHS
    return _("%(days)s, mit Ergebnis %(months)s, jeweils nach dem letzten Besuch") % {
        "days": _days(settings.OPEN_RUN_DAYS),
        "months": ngettext("%(count)s Monat", "%(count)s Monate", months) % {"count": months},
    }


def _selection_cookie_kept() -> str:
    months = settings.SELECTION_MONTHS
    kept = ngettext("%(count)s Monat", "%(count)s Monate", months) % {"count": months}
    return _("%(months)s nach dem letzten Besuch") % {"months": kept}


def _days(count: int) -> str:
    return ngettext("%(count)s Tag", "%(count)s Tage", count) % {"count": count}
