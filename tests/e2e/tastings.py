"""Tastings in the states a page can show, made in the database of a portal that is being served (dates.py)."""

import json
import sys
from datetime import timedelta


def _make() -> dict[str, str]:
    import django

    django.setup()
    from django.utils.timezone import now

    from digitalradar.events.models import Occurrence, Offer, Place
    from digitalradar.events.services.links import personal_token
    from digitalradar.events.services.signing_up import SignUp, register_verified
    from tests.factories.tastings import BREAK, make_tasting, offer_of

    number = Occurrence.objects.filter(slug__startswith="browser-tasting").count()
    place = Place.objects.create(name="Beispielwerkstatt", town="Musterstadt", is_example=True)

    def tasting(name: str, **fields: object) -> Occurrence:
        fields = {"slug": f"browser-tasting-{name}-{number}", "place": place} | fields
        return make_tasting(3, 4, seats=4, pause=BREAK, title="Technik zum Anfassen", **fields)

    open_one, early = tasting("offen"), tasting("bald", starts_at=now() + timedelta(days=60))
    Offer.objects.filter(occurrence=early).update(opens_at=now() + timedelta(days=9))
    first, second = offer_of(open_one, 2, 1), offer_of(open_one, 3, 2)
    for offer, size in ((first, 4), (second, 3)):
        entry = SignUp(name="Ada Beispiel", email=f"ada{size}{number}@example.org", party_size=size)
        register_verified(occurrence=open_one, entry=entry, offers=[offer.pk])
    entry = SignUp(name="Ben Beispiel", email=f"ben{number}@example.org")
    offers = [first.pk, offer_of(open_one, 2, 3).pk, offer_of(open_one, 1, 4).pk]
    own = register_verified(occurrence=open_one, entry=entry, offers=offers).registration
    link = f"/termine/anmeldung/{personal_token(own)}/"
    slot = offer_of(open_one, 1, 2).round.slot_id
    chosen = f"personen=2&runde-{slot}={offer_of(open_one, 1, 2).pk}"
    return {
        "tasting": f"/termine/{open_one.slug}/",
        "tasting_early": f"/termine/{early.slug}/",
        "tasting_chosen": f"/termine/{open_one.slug}/rundgang/?{chosen}",
        "tasting_own": link,
        "tasting_change": f"{link}runde/{slot}/",
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_make()) + "\n")
