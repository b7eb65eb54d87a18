"""Put the guides below the start page of the plain site."""

import json
from pathlib import Path

import django

django.setup()

from home.models import HomePage, PlainGuide  # noqa: E402 -- models only after the set-up

home = HomePage.objects.get()
for guide in json.loads(Path("guides.json").read_text(encoding="utf-8")):
    page = PlainGuide(title=guide["title"], slug=guide["slug"], promise=guide["promise"], text=guide["html"])
    home.add_child(instance=page)
    page.save_revision().publish()
