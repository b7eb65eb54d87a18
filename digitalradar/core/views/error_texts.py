"""What each error page says: a heading and one sentence on what to do."""

from http import HTTPStatus

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TEXTS: dict[int, tuple[Promise, Promise]] = {
    HTTPStatus.BAD_REQUEST: (
        _("Diese Anfrage können wir nicht lesen"),
        _("Etwas an der Adresse oder an den Angaben ist unvollständig oder beschädigt. Gespeichert wurde nichts."),
    ),
    HTTPStatus.FORBIDDEN: (
        _("Hier dürfen Sie nicht weiter"),
        _("Für diese Seite fehlt Ihnen die Berechtigung."),
    ),
    HTTPStatus.NOT_FOUND: (
        _("Diese Seite gibt es nicht"),
        _("Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen."),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        _("So lässt sich diese Adresse nicht aufrufen"),
        _("Rufen Sie die Seite bitte über die Adresszeile oder einen Link auf."),
    ),
    HTTPStatus.GONE: (
        _("Dieser Link gilt nicht mehr"),
        _("Der Link ist abgelaufen oder wurde durch einen neuen ersetzt."),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        _("Das ist zu viel auf einmal"),
        _("Die gesendeten Angaben sind zu groß. Bitte kürzen Sie den Text. Gespeichert wurde nichts."),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        _("Bitte einen Moment Geduld"),
        _("Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie einen Moment."),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        _("Bei uns ist etwas schiefgegangen"),
        _("Der Fehler liegt nicht bei Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal."),
    ),
}


def heading(status: int) -> str:
    """Return the heading of a page with this status."""
    return str(_texts(status)[0])


def sentence(status: int) -> str:
    """Return what the person can do now."""
    return str(_texts(status)[1])


def _texts(status: int) -> tuple[Promise, Promise]:
    """An unknown status is told as the plainest of its kind."""
    kind = HTTPStatus.INTERNAL_SERVER_ERROR if status >= 500 else HTTPStatus.BAD_REQUEST
    return TEXTS.get(status) or TEXTS[kind]
