"""Give the sentences of the start texts their guides on portals that began without: only where nobody changed them."""

import json

from django.db import migrations

GUIDES = {
    "Ob die Sicherung zurückkommt, wissen wir erst, wenn es brennt.": "datensicherung",
    "Rechnungen kommen per Post, per Mail und als Foto.": "e-rechnung-einfuehren",
    "Wenn unser Meister in Rente geht, weiß keiner, wie die Anlage läuft.": "erfahrungswissen-sichern",
    "Auf der Baustelle schreiben wir Zettel, im Büro tippen wir sie ab.": "mobile-auftragsabwicklung",
    "Alle probieren KI aus, aber keiner weiß, was erlaubt ist.": "ki-regeln-im-betrieb",
    "Unsere Excel-Liste versteht nur noch eine Person.": "excel-listen-abloesen",
    "We will only find out whether our backup works when we need it.": "datensicherung",
    "Invoices arrive by post, by email and as photos.": "e-rechnung-einfuehren",
    "When our foreman retires, nobody will know how the machine runs.": "erfahrungswissen-sichern",
    "On site we write notes, in the office we type them in again.": "mobile-auftragsabwicklung",
    "Everyone is trying out AI, but nobody knows what is allowed.": "ki-regeln-im-betrieb",
    "Only one person still understands our spreadsheet.": "excel-listen-abloesen",
}
INTROS = {
    "Dann beginnen Sie mit diesem Thema.": "Dann können Sie auch direkt mit einem Leitfaden beginnen.",
    "Then start with this area.": "Then you can also start directly with a guide.",
}


def lead_to_guides(apps, schema_editor):
    """Change the published pages, and the latest revisions too: an editor goes on from these."""
    sentences = apps.get_model("website", "HomeSentence").objects.filter(guide="")
    for sentence, guide in GUIDES.items():
        sentences.filter(sentence=sentence).update(guide=guide)
    pages = apps.get_model("website", "HomePage").objects
    for before, after in INTROS.items():
        pages.filter(sentences_intro=before).update(sentences_intro=after)
    for page in pages.exclude(latest_revision=None).select_related("latest_revision"):
        _change(page.latest_revision)


def _change(revision):
    before = json.dumps(revision.content)
    content = revision.content
    content["sentences_intro"] = INTROS.get(content.get("sentences_intro"), content.get("sentences_intro"))
    for item in content.get("sentences", []):
        item["guide"] = item.get("guide") or GUIDES.get(item.get("sentence"), "")
    if json.dumps(content) != before:
        revision.save(update_fields=["content"])


class Migration(migrations.Migration):
    dependencies = [
        ("website", "0002_sentences_lead_to_guides"),
        ("wagtailcore", "0098_apitoken"),
    ]

    # Backwards the field goes, and with it what was filled in.
    operations = [migrations.RunPython(lead_to_guides, migrations.RunPython.noop)]
