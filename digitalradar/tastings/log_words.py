"""What happens to tastings, in the words of the log."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "tasting.slots_set": _("Runden und Pausen angelegt"),
    "tasting.planned": _("Stationen und Plätze geplant"),
    "tasting.conditions_set": _("Anmeldung zu den Runden geregelt"),
    "tasting.station_saved": _("Station gespeichert"),
    "tasting.station_deleted": _("Station gelöscht"),
    "booking.exchanged": _("Runde getauscht"),
}
