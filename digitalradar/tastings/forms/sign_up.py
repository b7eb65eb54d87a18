"""The sign-up form behind a tour: rounds and party are chosen already."""

from typing import Any

from digitalradar.events.forms.sign_up import SignUpForm
from digitalradar.events.models import Occurrence, Offer


class TourForm(SignUpForm):
    """The form of every date without the questions that the grid has answered."""

    def __init__(
        self, data: Any = None, *, occurrence: Occurrence, offers: list[Offer], persons: int, **kwargs: Any
    ) -> None:
        super().__init__(data, occurrence=occurrence, offers=[(offer, offer.title) for offer in offers], **kwargs)
        self.persons = persons
        answered = ["offers", "party_size", *(["companions"] if persons == 1 else [])]
        for name in answered:
            self.fields.pop(name, None)

    def told(self) -> dict[str, Any]:
        return super().told() | {"party_size": self.persons}
