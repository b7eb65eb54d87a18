"""What dates store about people, for the overview „Aufbewahrung“ of the back office and the privacy page."""

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.retention import Figures, Kind

from .models import Feedback, FollowUp, PersonalFeed, Registration
from .models.booking import State
from .services import forgetting

NOTHING = gettext_lazy("nichts")


def register() -> None:
    """Tell the overview about every kind; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _requests_clock() -> str:
    hours = settings.EVENTS_CONFIRM_HOURS
    return ngettext(
        "%(count)s Stunde nach der Anmeldung, wenn niemand sie bestätigt",
        "%(count)s Stunden nach der Anmeldung, wenn niemand sie bestätigt",
        hours,
    ) % {"count": hours}


def _names_clock() -> str:
    months = settings.EVENTS_PERSONAL_MONTHS
    return ngettext(
        "%(count)s Monat nach dem Termin, auf Wunsch sofort",
        "%(count)s Monate nach dem Termin, auf Wunsch sofort",
        months,
    ) % {"count": months}


def _evidence_clock() -> str:
    years = settings.EVENTS_EVIDENCE_YEARS
    return ngettext(
        "%(count)s Jahr nach dem Termin, weil die Förderung den Nachweis verlangt",
        "%(count)s Jahre nach dem Termin, weil die Förderung den Nachweis verlangt",
        years,
    ) % {"count": years}


def _words_clock() -> str:
    months = settings.EVENTS_PERSONAL_MONTHS
    return ngettext("%(count)s Monat", "%(count)s Monate", months) % {"count": months}


def _unconfirmed() -> QuerySet[Registration]:
    return forgetting.with_names().filter(bookings__state=State.REQUESTED).distinct()


def _names() -> Figures:
    rows = forgetting.with_names().filter(confirmed_at__isnull=False)
    return retention.count(rows, since="created_at", until="occurrence__ends_at", window=forgetting.personal_until())


def _evidence() -> Figures:
    return retention.count(
        forgetting.evidence(), since="created_at", until="occurrence__ends_at", window=forgetting.evidence_until()
    )


def _words() -> Figures:
    told = Feedback.objects.exclude(helped="", missing="").order_by().values_list("receipt")
    later = FollowUp.objects.exclude(text="").order_by().values_list("receipt")
    return Figures(told.union(later, all=True).count())


KINDS = (
    Kind(
        name=gettext_lazy("Unbestätigte Anmeldungen zu Terminen"),
        purpose=gettext_lazy("Prüfen, ob die E-Mail-Adresse der angemeldeten Person gehört"),
        clock=_requests_clock,
        remains=NOTHING,
        figures=lambda: retention.count(_unconfirmed(), since="created_at"),
        order=30,
    ),
    Kind(
        name=gettext_lazy("Anmeldungen zu Terminen"),
        purpose=gettext_lazy("Plätze führen, erinnern, Wünsche zu Zugang und Essen erfüllen, Teilnahme bescheinigen"),
        clock=_names_clock,
        remains=gettext_lazy("Zahl der Teilnehmenden je Betrieb; bei geförderten Terminen der Nachweis"),
        figures=_names,
        order=31,
    ),
    Kind(
        name=gettext_lazy("Nachweise geförderter Termine"),
        purpose=gettext_lazy("Belegen, wer gekommen ist: Name, Betrieb, Begleitung, Dauer"),
        clock=_evidence_clock,
        remains=gettext_lazy("Zahl der Teilnehmenden je Betrieb"),
        figures=_evidence,
        order=32,
    ),
    Kind(
        name=gettext_lazy("Texte der Rückmeldungen zu Terminen"),
        purpose=gettext_lazy("Termine verbessern; getrennt davon gespeichert, wer sie schrieb"),
        clock=_words_clock,
        remains=gettext_lazy("Noten und Antworten als Zahl"),
        figures=_words,
        order=33,
    ),
    Kind(
        name=gettext_lazy("Eigene Kalenderadressen"),
        purpose=gettext_lazy("Eigene Termine im Kalender zeigen"),
        clock=lambda: _("mit der letzten Anmeldung der Person"),
        remains=NOTHING,
        figures=lambda: retention.count(PersonalFeed.objects.all(), since="created_at"),
        order=39,
    ),
)
