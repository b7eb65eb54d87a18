"""A focus group with members in every state, made in the database of a portal that is being served.

``dates.made(portal, "tests.e2e.groups")`` runs this file as a program of its own.
"""

import json
from urllib.parse import urlsplit


def _make() -> dict[str, str]:
    import django

    django.setup()
    from django.utils.timezone import localdate

    from digitalradar.events.models import Minutes
    from digitalradar.focusgroups.links import group_url, personal_url
    from digitalradar.focusgroups.models import FocusGroup, Impulse, Membership
    from digitalradar.focusgroups.services.answers import answer_session
    from digitalradar.focusgroups.services.membership import leave
    from digitalradar.focusgroups.services.topics import propose
    from digitalradar.region.models import ContactPerson
    from digitalradar.topics.models import TopicField
    from tests.factories.focusgroups import make_group, make_member, make_session, tell

    number = FocusGroup.objects.filter(slug__startswith="browser-").count()
    group = make_group(
        slug=f"browser-{number}",
        title=f"Betriebsdaten {number}",
        moderator=ContactPerson.objects.first(),
        is_example=True,
    )
    group.topic_fields.set(TopicField.objects.all()[:1])
    closed = make_group(slug=f"browser-zu-{number}", title="Geschlossene Gruppe", openness="closed")
    session = make_session(group, title="Alte Maschinen", slug=f"browser-sitzung-{number}")
    past = make_session(group, days=-7, title="Auftakt", slug=f"browser-auftakt-{number}")
    Minutes.objects.create(occurrence=past, text="<p>Jeder bringt eine Zahl mit.</p>", state="approved")
    Impulse.objects.create(
        group=group,
        speaker="Kim",
        title="Zehn Zahlen",
        url="https://example.org/",
        licence="CC BY 4.0",
        released_on=localdate(),
    )
    kim, toni, weg = (make_member(group, f"{name} Beispiel {number}") for name in ("Kim", "Toni", "Weg"))
    answer_session(membership=kim, session=session, is_coming=True)
    propose(author=toni, title="Welche Sensoren halten?", text="Unsere fielen aus.")
    propose(author=kim, title="Lohnt sich ein Logger?")
    told = tell(kim, anonymous_text="Ein Anlauf ging schief.", confidentiality="anonymous")
    tell(toni, confidentiality="public", public_name="Toni Beispiel", kind="tip")
    tell(weg, kind="question")
    states = Membership.State
    new = make_member(group, f"Neu Beispiel {number}", state=states.REQUESTED, confirmed_at=None)
    invited = make_member(group, f"Gast Beispiel {number}", state=states.INVITED)
    member = _path(personal_url(kim))
    return {
        "group": _path(group_url(group)),
        "group_closed": _path(group_url(closed)),
        "group_session": f"/termine/{session.slug}/",
        "group_member": member,
        "group_contribution": f"{member}beitraege/{told.pk}/",
        "group_unconfirmed": _path(personal_url(new)),
        "group_invited": _path(personal_url(invited)),
        "group_former": _path(personal_url(leave(weg))),
    }


def _path(address: str) -> str:
    return urlsplit(address).path


if __name__ == "__main__":
    print(json.dumps(_make()))  # noqa: T201 -- read by dates.made
