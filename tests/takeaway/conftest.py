"""A guide with everything a guide can have, and its neighbours."""

import pytest
from wagtail.models import Locale, Page

from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage, Prerequisite, RelatedGuide
from tests.factories.knowledge import make_guide
from tests.factories.region import RegionFactory
from tests.factories.shelves import add_shelves


@pytest.fixture
def shelves(db):
    """The start pages and the empty shelves of the library."""
    add_shelves()


@pytest.fixture
def emptied_shelves(transactional_db):
    """The same for tests after which the database is emptied: what migrations put there may be gone."""
    for language in ("de", "en"):
        Locale.objects.get_or_create(language_code=language)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="de"))
    add_shelves()


@pytest.fixture
def guide(shelves) -> GuidePage:
    """Return a published guide with facts, terms, deadlines, links and neighbours."""
    RegionFactory(is_example=False, name="Kreis Musterland", funding_statement="Gefördert vom Beispielfonds.")
    Fact.objects.create(
        id="F-SEC-06",
        topic="Sicherheit",
        text="…",
        as_of="2026",
        is_certain=True,
        sources=["https://example.org/recht"],
    )
    Fact.objects.create(
        id="F-SEC-07",
        topic="Sicherheit",
        text="…",
        as_of="2025",
        is_certain=False,
        sources=["https://www.example.org/frist"],
    )
    term = GlossaryTerm.objects.create(id="pruefung", term="Prüfung", text="Jemand schaut genau hin.")
    other = make_guide("vorher", title="Was vorher kommt", promise="Sie fangen an.")
    page = make_guide(
        "pruefen",
        title="Prüfen, was zählt",
        for_whom=f'<p>Für alle. Siehe <a linktype="page" id="{other.pk}">den anderen</a> und <b>fett</b>.</p>',
        requirements="<p>Sie brauchen:</p><ul><li>eine Stunde</li><li>ein Blatt</li></ul><ol><li>erst</li></ol>",
        law="<p>Melden Sie binnen 72 Stunden. [F-SEC-06] Vielleicht auch nicht. [F-SEC-07]</p>",
        deadlines=[("deadline", {"date": "2027-01-01", "text": "Ab jetzt gilt es.", "fact": "F-SEC-07"})],
        sources=[("source", {"title": "Ein Buch", "url": "https://example.org/buch", "as_of": "2024"})],
        version="2026.1",
        author="Redaktion Beispiel",
        next_review="2027-11-21",
    )
    page.terms.set([term])
    page.related.set([RelatedGuide(target=other)])
    page.prerequisites.set([Prerequisite(target=other, reason="Ohne Anfang kein Ende.")])
    page.save_revision().publish()
    return GuidePage.objects.get(pk=page.pk)
