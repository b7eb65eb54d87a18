"""Stored parts of pages: made at publication, used as long as they are true, made anew when they are not."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digitalradar.core.page_cache import remembering
from digitalradar.core.page_cache.versions import known
from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage, Prerequisite, RenderedArticle
from digitalradar.knowledge.presentation import rendered
from tests.committing import commit
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(shelves) -> GuidePage:
    """A guide that builds on another one and uses a term and a fact."""
    GlossaryTerm.objects.create(id="backup", term="Backup", text="Eine Kopie.")
    Fact.objects.create(id="F-SEC-01", topic="Sicherheit", text="So ist es.", as_of="Mai 2026", is_certain=True)
    page = make_guide(law="<p>Es gilt etwas [F-SEC-01]. Ein Backup hilft.</p>")
    page.prerequisites.add(Prerequisite(target=make_guide("vorher"), reason="Zuerst das."))
    page.terms.add(GlossaryTerm.objects.get())
    page.save_revision().publish()
    commit()
    return page


def test_first_reader_has_the_parts_stored_and_all_others_read_them(guide):
    first = GuidePage.to_read(guide.pk)
    kept = RenderedArticle.objects.get()
    assert (kept.page_id, kept.article, kept.head) == (guide.pk, first.parts.article, first.parts.head)
    RenderedArticle.objects.update(article="<p>stored</p>")
    remembering.clear_all()
    assert GuidePage.to_read(guide.pk).parts.article == "<p>stored</p>"


@pytest.mark.parametrize(
    ("what", "is_made_anew"),
    [
        ("the guide", True),
        ("the guide it builds on", True),
        ("another guide", False),
        ("its term", True),
        ("another term", False),
        ("its fact", True),
        ("another fact", False),
        ("the templates", True),
    ],
)
def test_parts_are_made_anew_when_they_show_what_changed(guide, monkeypatch, what, is_made_anew):
    changes = {
        "the guide": lambda: GuidePage.objects.get(pk=guide.pk).save_revision().publish(),
        "the guide it builds on": lambda: GuidePage.objects.get(slug="vorher").save_revision().publish(),
        "another guide": lambda: make_guide("anderer"),
        "its term": lambda: GlossaryTerm.objects.get().save(),
        "another term": lambda: GlossaryTerm.objects.create(id="cloud", term="Cloud", text="Anderswo."),
        "its fact": lambda: Fact.objects.get().save(),
        "another fact": lambda: Fact.objects.create(id="F-SEC-02", topic="Sicherheit", text="Auch.", as_of="2026"),
        "the templates": lambda: monkeypatch.setattr(rendered, "release", lambda: "next"),
    }
    GuidePage.to_read(guide.pk)
    RenderedArticle.objects.update(article="<p>stored</p>")
    changes[what]()
    commit()
    remembering.clear_all()
    assert (GuidePage.to_read(guide.pk).parts.article != "<p>stored</p>") is is_made_anew


def test_change_that_is_not_committed_counts_for_its_own_transaction(guide):
    GuidePage.to_read(guide.pk)
    fact = Fact.objects.get()
    fact.as_of = "Mai 2031"
    fact.save()
    assert "Mai 2031" in GuidePage.to_read(guide.pk).parts.article


def test_parts_that_were_begun_before_a_change_are_not_used_after_it(guide, monkeypatch):
    render = rendered.render

    def change_meanwhile(page):
        parts = render(page)
        monkeypatch.setattr(rendered, "render", render)
        Fact.objects.get().save()
        commit()
        return parts

    monkeypatch.setattr(rendered, "render", change_meanwhile)
    GuidePage.to_read(guide.pk)
    before = RenderedArticle.objects.get().version
    remembering.clear_all()
    GuidePage.to_read(guide.pk)
    assert RenderedArticle.objects.get().version > before


@pytest.mark.parametrize("user", [None, "editor"])
def test_publication_by_a_person_renders_at_once(guide, django_user_model, user):
    editor = django_user_model.objects.create(email="redaktion@example.org") if user else None
    guide.save_revision(user=editor).publish()
    commit()
    assert RenderedArticle.objects.exists() is (user is not None)


def test_init_renders_what_is_missing_or_out_of_date(guide):
    assert rendered.store_outdated() == "2 pages were rendered"
    assert rendered.store_outdated() is None
    RenderedArticle.objects.filter(page=guide.pk).update(release="before")
    remembering.clear_all()
    assert rendered.store_outdated() == "1 pages were rendered"


def test_draft_is_rendered_but_not_stored(guide, rf):
    guide.promise = "Noch ein Entwurf."
    draft = guide.save_revision().as_object()
    context = draft.get_context(rf.get("/"))
    assert "Noch ein Entwurf." in context["head"]
    assert not RenderedArticle.objects.exists()


def test_retired_page_has_no_reader(guide):
    GuidePage.to_read(guide.pk)
    guide.unpublish()
    with pytest.raises(GuidePage.DoesNotExist):
        GuidePage.to_read(guide.pk)


def test_guide_needs_no_query_once_it_was_read_and_before_a_constant_number(guide, django_assert_num_queries):
    counts = []
    for number in range(3):
        guide.prerequisites.add(Prerequisite(target=make_guide(f"noch-{number}"), reason="Auch das."))
        guide.save_revision().publish()
        commit()
        client = Client()
        client.get(guide.url)  # stores the parts
        known.rest()
        with django_assert_num_queries(0):
            client.get(guide.url)
        remembering.clear_all()  # another process, which has not read anything yet
        with CaptureQueriesContext(connection) as queries:
            client.get(guide.url)
        counts.append(len(queries))
    assert len(set(counts)) == 1
