"""The fields of a form that nobody has written into yet: the same for everybody, so rendered once for many."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from digitalradar.core.page_cache import remember

from ..cache_tags import event_tag
from ..models import Offer
from ..queries.pages import find_event
from .sign_up import SignUpForm


@remember(lambda pk, *_other: (event_tag(pk),))
def blank_fields(_pk: int, slug: str, _language: str | None, offers: tuple[tuple[Offer, str], ...]) -> SafeString:
    """Return what people see of the sign-up form of a public date, and the trap; the time stamp is each request's own.

    ``offers`` are those that can be booked now, with the words they are shown with, in the language that is active.
    """
    form = SignUpForm(occurrence=find_event(slug, ()), offers=offers)
    return render_to_string("events/includes/shown_fields.html", {"form": form})
