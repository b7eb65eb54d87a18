"""What the privacy page says about cookies and clocks, taken from where the software itself takes it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.assessments.views.opening import COOKIE as RUN_COOKIE

BARRIER_REPORT_MONTHS = 12  # after the answer; long enough for a question that comes back
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
    """Return every cookie the portal may set; none of them serves tracking."""
    return [
        Cookie(
            RUN_COOKIE,
            _("Sobald Sie einen Check beginnen"),
            _("Damit finden Sie Ihren angefangenen Check auf diesem Gerät wieder."),
            _days(settings.OPEN_RUN_DAYS),
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
    """Return what is deleted by itself, and when."""
    return [
        Clock(
            _("Angefangene Checks"),
            ngettext(
                "%(count)s Tag nach dem letzten Besuch",
                "%(count)s Tage nach dem letzten Besuch",
                settings.OPEN_RUN_DAYS,
            )
            % {"count": settings.OPEN_RUN_DAYS},
        ),
        Clock(
            _("Abgeschlossene Checks mit ihrem Ergebnis"),
            ngettext(
                "%(count)s Monat nach dem letzten Besuch, auf Wunsch sofort",
                "%(count)s Monate nach dem letzten Besuch, auf Wunsch sofort",
                settings.FINISHED_RUN_MONTHS,
            )
            % {"count": settings.FINISHED_RUN_MONTHS},
        ),
        Clock(
            _("Gemeldete Barrieren"),
            ngettext("%(count)s Monat nach der Antwort", "%(count)s Monate nach der Antwort", BARRIER_REPORT_MONTHS)
            % {"count": BARRIER_REPORT_MONTHS},
        ),
    ]


def _days(count: int) -> str:
    return ngettext("%(count)s Tag", "%(count)s Tage", count) % {"count": count}
