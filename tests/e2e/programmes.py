"""A day with a released programme and what people have of it, made in the database of a portal that is being served.

``dates.made(portal, "tests.e2e.programmes")`` runs this file as a program of its own.
"""

import json
import sys


def _make() -> dict[str, str]:
    import django

    django.setup()
    from digitalradar.events.models import Occurrence, Offer
    from digitalradar.events.services.links import personal_token
    from digitalradar.programmes.services.plans import choose
    from digitalradar.programmes.services.releasing import release
    from tests.factories.events import request_and_confirm
    from tests.factories.programmes import make_day, make_item, make_room, make_speaker, move_item

    number = Occurrence.objects.filter(slug__startswith="browser-tag-").count()
    day = make_day(slug=f"browser-tag-{number}", title=f"Ein Tag mit Programm {number}", is_example=True)
    hall, room = make_room(day, "Großer Saal", note="Erdgeschoss"), make_room(day, "Werkstatt")
    ida = make_speaker(day, "Ida Beispiel", organisation="Tischlerei Beispiel", text="Leitet die Werkstatt.")
    silent = make_speaker(day, "Eve Beispiel", consent_on=None)
    office = day.tracks.create(title="Büro und Verwaltung")
    make_item(day, "Ankommen", after=0, minutes=30, kind="break")
    talk = make_item(day, "Daten teilen", room=hall, track=office, speakers=[ida, silent], text="Wie es anfing.")
    seats = make_item(day, "Werkstatt zum Mitmachen", room=room, seats=5, kind="workshop")
    make_item(day, "Robots beside people", room=hall, after=150, language="en", speakers=[ida])
    gone = make_item(day, "Was ausfällt", room=room, after=200, speakers=[ida])
    release(occurrence=day)
    gone.state = "cancelled"
    gone.save()
    move_item(talk, 5)
    release(occurrence=day, note="Ein Punkt fällt aus.")
    whole = Offer.objects.get(occurrence=day, title="")
    registration = request_and_confirm(whole, "Ada Beispiel")
    plan = choose(token="", occurrence=day, keys=[talk.uid.hex, seats.uid.hex])
    return {
        "day": f"/termine/{day.slug}/",
        "day_title": day.title,
        "day_item": talk.uid.hex,
        "day_seats": f"/termine/anmeldung/{personal_token(registration)}/",
        "plan": f"/mein-programm/{plan}/",
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_make()) + "\n")
