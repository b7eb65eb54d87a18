"""Change what was told with a registration: everything but the address, which the link belongs to."""

from typing import Any

from ..models import Booking, Registration
from .questions import answers_of, field_name, question_fields
from .sign_up import FIELDS_BY_NAME, AboutForm, party_field
from .who import name_field

CONSENTS = ("photo_consent", "listing_consent")


class ChangeForm(AboutForm):
    """The form is filled with what is known; ``told`` returns what the service takes."""

    name = name_field()

    def __init__(self, data: Any = None, *, registration: Registration, bookings: list[Booking]) -> None:
        super().__init__(data, initial=_known(registration))
        occurrence = registration.occurrence
        self.questions = list(occurrence.questions.all())
        most = min((booking.offer.max_party for booking in bookings), default=1)
        most = max(most, registration.party_size) if "party" in occurrence.format.fields else 1
        if most > 1:
            self.fields["party_size"] = party_field(most)
        self.leave_out(occurrence, most)
        self.fields |= question_fields(self.questions)
        between = [name for name in self.fields if name not in {"party_size", "name", *FIELDS_BY_NAME}]
        self.order_fields(["party_size", "name", *FIELDS_BY_NAME[:-2], *between, *CONSENTS])

    def told(self) -> dict[str, Any]:
        """Return the fields of this form as :func:`services.changing.change` takes them."""
        cleaned = self.cleaned_data
        plain = {name: cleaned[name] for name in ("name", "party_size", *FIELDS_BY_NAME) if name in cleaned}
        return plain | ({"answers": answers_of(self.questions, cleaned)} if self.questions else {})


def _known(registration: Registration) -> dict[str, Any]:
    known = {name: getattr(registration, name) for name in ("name", "party_size", *FIELDS_BY_NAME[:-2])}
    consents = {name: getattr(registration, f"{name}_at") is not None for name in CONSENTS}
    return known | consents | {field_name(pk): answer for pk, answer in registration.answers.items()}
