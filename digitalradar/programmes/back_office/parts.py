"""Rooms, tracks and people of a programme, each as rows on a page."""

from django.db.models import RestrictedError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.rows import RowsScreen

from .base import OfProgramme
from .forms import RoomSet, SpeakerSet, TrackSet


class PartScreen(OfProgramme, RowsScreen):
    """Rows that belong to a programme."""

    template_name = "programmes/back_office/rows.html"


class RoomsScreen(PartScreen):
    page_title = gettext_lazy("Räume")
    formset_class = RoomSet
    part = "rooms"
    row_name = gettext_lazy("Raum")
    intro = gettext_lazy("Der Weg dorthin hilft allen. Was nicht stufenlos ist, gehört auch hierher.")

    def save(self) -> None:
        try:
            super().save()
        except RestrictedError as error:
            raise DomainError(_("In diesem Raum liegen noch Programmpunkte. Verlegen Sie erst diese.")) from error


class TracksScreen(PartScreen):
    page_title = gettext_lazy("Stränge")
    formset_class = TrackSet
    part = "tracks"
    row_name = gettext_lazy("Strang")
    intro = gettext_lazy("Stränge helfen Gästen, aus parallelen Punkten das Passende zu finden. Drei genügen oft.")


class SpeakersScreen(PartScreen):
    page_title = gettext_lazy("Personen")
    formset_class = SpeakerSet
    part = "speakers"
    row_name = gettext_lazy("Person")
    intro = gettext_lazy(
        "Namen erscheinen erst, wenn die Person zugestimmt hat. Nehmen Sie den Tag heraus, verschwindet der Name "
        "sofort aus allen Versionen."
    )
