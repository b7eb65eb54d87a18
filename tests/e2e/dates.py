"""Dates and sign-ups in every state a page can show, made in the database of a portal that is being served.

``made(portal)`` runs this file as a program of its own, with the settings of that portal.
"""

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from .portal import Portal, clean_environment

ROOT = Path(__file__).resolve().parents[2]


def made(portal: Portal, program: str = "tests.e2e.dates") -> dict[str, str]:
    """Make them, or what another program makes; return their paths by name."""
    environment = clean_environment() | {
        "DIGITALRADAR_DATA_DIR": os.fspath(portal.data_dir),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "PUBLIC_URL": portal.address,
    }
    command = [sys.executable, "-m", program]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def _make() -> dict[str, str]:
    import django

    django.setup()
    from django.utils.timezone import now

    from digitalradar.events.models import AgendaItem, Material, Occurrence, Place, Question
    from digitalradar.events.services.cancelling import cancel
    from digitalradar.region.models import ContactPerson
    from digitalradar.topics.models import TopicField
    from tests.factories.events import make_occurrence, make_offer, make_round, request, request_and_confirm

    place = Place.objects.create(
        name="Beispielhaus", street="Beispielweg 1", town="Musterstadt", is_step_free=True, is_example=True
    )
    number = Occurrence.objects.filter(slug__startswith="browser-").count()

    def date(name: str, days: int = 14, **fields: Any) -> Occurrence:
        fields = {"slug": f"browser-{name}-{number}", "place": place, "is_example": True} | fields
        occurrence = make_occurrence(starts_at=now() + timedelta(days=days), **fields)
        occurrence.topic_fields.set(TopicField.objects.all()[:1])
        return occurrence

    open_date = date(
        "offen",
        title="Sensoren im Betrieb ausprobieren",
        description="<p>Mit <b>eigenen</b> Händen.</p><ul><li>Funk</li></ul>",
        bring_along="Handschuhe",
        contact=ContactPerson.objects.first(),
        mode="both",
        online_url="https://meet.example.org/beispiel",
        kind="jahresveranstaltung",
    )
    offer = make_offer(open_date, capacity=30)
    AgendaItem.objects.create(occurrence=open_date, starts_at=open_date.starts_at.time(), title="Begrüßung")
    Material.objects.create(
        occurrence=open_date, title="Folien", url="https://example.org/", released_at=now(), audience="public"
    )
    Question.objects.create(occurrence=open_date, text="Womit arbeiten Sie heute?")
    Question.objects.create(occurrence=open_date, text="Wie oft?", kind="choice", options="täglich\nselten")
    confirmed = request_and_confirm(offer, "Ada Beispiel", companions="Ben Beispiel", party_size=2)
    unconfirmed = request(offer, "Cem Beispiel")
    gone = request_and_confirm(offer, "Dana Beispiel")
    cancel(gone)

    full = make_offer(date("voll", kind="workshop", title="Ein voller Termin", days=20), capacity=1, policy="offer")
    first, offered, waiting = (request_and_confirm(full, name) for name in ("Eins", "Zwei", "Drei"))
    cancel(first)

    rounds = date("runden", kind="workshop", title="Zwei Runden", days=25)
    for station in ("Cobot", "Sensoren"):
        make_round(rounds, station, max_party=2)

    past = date("vorbei", kind="vortrag", title="Ein Vortrag, der vorbei ist", days=10)
    answered = request_and_confirm(make_offer(past), "Eva Beispiel")
    begin = now() - timedelta(days=2)
    Occurrence.objects.filter(pk=past.pk).update(starts_at=begin, ends_at=begin + timedelta(hours=1))
    cancelled = date("abgesagt", title="Ein abgesagter Termin", state="cancelled", cancel_reason="Zu wenige.")

    from digitalradar.events.services.links import personal_token

    links = {
        "registration": confirmed,
        "registration_open": unconfirmed,
        "registration_gone": gone,
        "registration_offered": offered,
        "registration_waiting": waiting,
        "registration_past": answered,
    }
    dates = {"date": open_date, "date_full": full.occurrence, "date_rounds": rounds, "date_past": past}
    dates["date_cancelled"] = cancelled
    return {name: f"/termine/anmeldung/{personal_token(one)}/" for name, one in links.items()} | {
        name: f"/termine/{one.slug}/" for name, one in dates.items()
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_make()) + "\n")
