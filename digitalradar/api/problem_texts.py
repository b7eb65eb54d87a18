"""What each code of a refusal means: status, title, and one sentence of explanation for people."""

from http import HTTPStatus
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(NamedTuple):
    """One kind of refusal; ``code`` is for programs and never changes, the texts are for people."""

    status: int
    title: Promise
    explanation: Promise


# The first eight are the codes of the scoring engine (docs/algorithms/scoring.md, "Refusals").
KINDS: dict[str, Kind] = {
    "invalid_request": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Die Anfrage ist nicht richtig aufgebaut"),
        _("Ein Teil der Anfrage hat nicht die beschriebene Form. Gerechnet wurde nichts."),
    ),
    "invalid_answer": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Diese Antwort gibt es bei der Frage nicht"),
        _("Eine Stufe ist eine ganze Zahl von 1 bis 5, ein Wort steht in Anführungszeichen. Gerechnet wurde nichts."),
    ),
    "invalid_relevance": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Diese Wichtigkeit gibt es nicht"),
        _("Die Wichtigkeit ist eine ganze Zahl von 0 bis 3. Gerechnet wurde nichts."),
    ),
    "invalid_target": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Dieses Ziel gibt es nicht"),
        _("Ein Ziel nennt ein Thema des Katalogs und eine ganze Stufe von 1 bis 5. Gerechnet wurde nichts."),
    ),
    "invalid_number": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Diese Zahl ist hier nicht möglich"),
        _("Eine Zahl liegt außerhalb der beschriebenen Grenzen. Gerechnet wurde nichts."),
    ),
    "invalid_catalogue": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Der Katalog ist fehlerhaft"),
        _("Ein fehlerhafter Katalog wird als Ganzes abgelehnt. Genannt ist die erste Stelle mit einem Fehler."),
    ),
    "family_mismatch": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Diese Durchläufe lassen sich nicht vergleichen"),
        _("Verglichen werden nur Durchläufe von Katalogen derselben Familie."),
    ),
    "unknown_operation": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Diese Rechnung bietet die Schnittstelle nicht an"),
        _("Das Feld „op“ nennt eine Rechnung, die es hier nicht gibt."),
    ),
    "catalogue_too_large": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Der Katalog ist zu groß"),
        _("Mitgeschickte Kataloge sind begrenzt, damit eine Anfrage nicht alle anderen aufhält."),
    ),
    "unreadable_json": Kind(
        HTTPStatus.BAD_REQUEST,
        _("Der Inhalt ist kein lesbares JSON"),
        _("Erwartet wird ein JSON-Objekt in UTF-8, ohne doppelte Schlüssel, ohne NaN und Infinity."),
    ),
    "bad_request": Kind(
        HTTPStatus.BAD_REQUEST,
        _("Diese Anfrage können wir nicht lesen"),
        _("Etwas an der Adresse, an den Kopfzeilen oder am Inhalt ist beschädigt."),
    ),
    "forbidden": Kind(
        HTTPStatus.FORBIDDEN,
        _("Hier dürfen Sie nicht weiter"),
        _("Für diese Adresse fehlt die Berechtigung."),
    ),
    "not_found": Kind(
        HTTPStatus.NOT_FOUND,
        _("Diese Adresse gibt es nicht"),
        _("Die Beschreibung der Schnittstelle nennt alle Adressen."),
    ),
    "unknown_catalogue": Kind(
        HTTPStatus.NOT_FOUND,
        _("Diesen Katalog gibt es nicht"),
        _("Unter diesem Namen oder in dieser Fassung ist kein Katalog geladen."),
    ),
    "unknown_guide": Kind(
        HTTPStatus.NOT_FOUND,
        _("Diese Seite der Bibliothek gibt es nicht"),
        _("Unter diesem Namen ist kein Leitfaden, Technologieprofil oder Praxisbericht veröffentlicht."),
    ),
    "unknown_event": Kind(
        HTTPStatus.NOT_FOUND,
        _("Diesen Termin gibt es nicht"),
        _("Unter diesem Namen ist kein Termin veröffentlicht."),
    ),
    "not_a_file": Kind(
        HTTPStatus.NOT_FOUND,
        _("Diese Seite lässt sich nicht als Datei weitergeben"),
        _("Die Redaktion hat etwas eingesetzt, das Dateien der Bibliothek nicht kennen."),
    ),
    "method_not_allowed": Kind(
        HTTPStatus.METHOD_NOT_ALLOWED,
        _("Diese Methode gibt es hier nicht"),
        _("Die Kopfzeile „Allow“ nennt die Methoden, die diese Adresse kennt."),
    ),
    "body_too_large": Kind(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        _("Das ist zu viel auf einmal"),
        _("Eine Anfrage hat höchstens 256 000 Bytes. Texte des Katalogs werden zum Rechnen nicht gebraucht."),
    ),
    "unsupported_media_type": Kind(
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        _("Dieses Format können wir nicht lesen"),
        _("Senden Sie JSON mit der Kopfzeile „Content-Type: application/json“."),
    ),
    "invalid_parameter": Kind(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Eine Angabe in der Adresse ist nicht möglich"),
        _("Die Beschreibung der Schnittstelle nennt die möglichen Werte."),
    ),
    "too_many_requests": Kind(
        HTTPStatus.TOO_MANY_REQUESTS,
        _("Bitte einen Moment Geduld"),
        _("Das waren zu viele Anfragen in kurzer Zeit. Die Kopfzeile „Retry-After“ nennt die Wartezeit in Sekunden."),
    ),
    "server_error": Kind(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        _("Bei uns ist etwas schiefgegangen"),
        _("Der Fehler liegt nicht bei Ihnen. Nennen Sie bei Rückfragen bitte die Kopfzeile „X-Request-ID“."),
    ),
}
