"""Pages of the library for tests."""

from typing import Any

from digitalradar.knowledge.models import GuideIndexPage, GuidePage
from digitalradar.topics.models import Dimension, TopicField

TEXTS = {
    "for_whom": "<p>Für alle, die etwas prüfen.</p>",
    "not_for_whom": "<p>Nicht für alle anderen.</p>",
    "requirements": "<p>Eine Stunde Zeit.</p>",
    "example": "<p>Angenommen, ein Betrieb prüft etwas.</p>",
    "involvement": "<p>Alle reden mit.</p>",
    "law": "<p>Keine Frist bekannt.</p>",
    "costs": "<p>Wenig.</p>",
    "measure_of_success": "<p>Es wird weniger.</p>",
    "stop_point": "<p>Nach zwei Versuchen.</p>",
    "next_steps": "<p>Weiter.</p>",
}


def make_guide(identifier: str = "pruefen", *, language: str = "de", **fields: Any) -> GuidePage:
    """Return a published guide below the shelf of its language; the start content has to be loaded."""
    shelf = GuideIndexPage.objects.get(locale__language_code=language)
    page = GuidePage(
        **{
            "title": f"Leitfaden {identifier}",
            "slug": identifier,
            "identifier": identifier,
            "promise": "Sie prüfen etwas.",
            "locale": shelf.locale,
            "topic_field": TopicField.objects.get(pk="prozesse"),
            "dimension": Dimension.objects.get(pk="prozesse"),
            "stage_from": 1,
            "stage_to": 2,
            "sizes": ["1-9", "10-49"],
            "hours_min": 4,
            "hours_max": 8,
            "weeks_min": 1,
            "weeks_max": 2,
            "cost_class": "K0",
            "as_of": "2026-11-20",
            "essentials": [("sentence", "Prüfen hilft.")],
            "steps": [("step", {"title": "Prüfen", "who": "Leitung", "text": "<p>So.</p>", "checklist": ["Geprüft"]})],
            "balance": [("row", {"chance": "Klarheit", "risk": "Eile", "remedy": "Zeit lassen"})],
            "mistakes": [("sentence", "Nicht prüfen.")],
            **TEXTS,
            **fields,
        }
    )
    shelf.add_child(instance=page)
    page.save_revision().publish()
    return page
