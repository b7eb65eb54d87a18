"""A form that nobody has written into yet: its fields are the same for everybody, so rendered once for many."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from digitalradar.core.page_cache import remember

from ..cache_tags import event_tag
from ..models import Occurrence, Offer
from .sign_up import SignUpForm, subject_of
from .trap import TrappedForm

Offered = tuple[tuple[Offer, str], ...]


def blank_form(occurrence: Occurrence, offers: Offered) -> dict[str, Any]:
    """Return what the page shows of the empty sign-up form of a public date; its time stamp is the request's own.

    ``offers`` are those that can be booked now, with the words they are shown with.
    """
    fields = _fields(occurrence, get_language(), offers)
    return {"form": TrappedForm(subject=subject_of(occurrence)), "blank_fields": fields}


@remember(lambda occurrence, *_other: (event_tag(occurrence.pk),))
def _fields(occurrence: Occurrence, _language: str | None, offers: Offered) -> SafeString:
    form = SignUpForm(occurrence=occurrence, offers=offers)
    return render_to_string("events/includes/shown_fields.html", {"form": form})
