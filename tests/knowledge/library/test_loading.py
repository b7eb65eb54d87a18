"""Files become pages; what somebody edited on the site is never overwritten silently."""

import pytest
from wagtail.models import Page, Revision

from digitalradar.knowledge.models import ContentFile, Deadline, Fact, FactUse, GlossaryTerm, GuidePage
from digitalradar.knowledge.services.library import LibraryRefused, load_library, load_on_start
from digitalradar.knowledge.starter import page_key
from tests.knowledge.content.files import FACTS, guide_text, make_library, term_text

from .conftest import change

pytestmark = pytest.mark.django_db


def guide(identifier: str, language: str = "de") -> GuidePage:
    return GuidePage.objects.get(identifier=identifier, locale__language_code=language)


def everything() -> list:
    models = (Page, Revision, GuidePage, ContentFile, Fact, GlossaryTerm, FactUse, Deadline)
    return [list(model.objects.order_by("pk").values()) for model in models]


def told(outcome) -> list[str]:
    return [str(kept) for kept in outcome.kept] + [str(problem) for problem in outcome.refused]


def edit(identifier: str, **fields) -> GuidePage:
    page = guide(identifier)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_guides_terms_and_facts_are_loaded(loaded):
    assert loaded.summary() == "5 neu, 0 geändert, 0 unverändert, 0 nicht überschrieben, 0 zurückgewiesen"
    page = guide("dann")
    assert (page.live, page.has_unpublished_changes, page.url) == (True, False, "/leitfaeden/dann/")
    assert page.translation_key == page_key("guide", "dann")
    assert page.law == (
        f'<p>Melden Sie das, siehe <a linktype="page" id="{guide("erst").pk}">Erst</a>. [F-SEC-01]</p>'
        "<ul><li><b>Schnell</b></li><li>sicher</li></ul><ol><li>eins</li></ol>"
    )
    assert [(link.target.identifier, link.reason) for link in page.prerequisites.all()] == [
        ("erst", "Das kommt vorher.")
    ]
    assert [link.target.identifier for link in page.related.all()] == ["erst"]
    assert [term.pk for term in page.terms.all()] == ["probe"]
    assert [sector.pk for sector in page.sectors.all()] == ["industrie", "handwerk"]
    assert (page.stage_from, page.hours_max, page.keyword_list) == (1, 30, ["Probe", "Übung"])
    assert [step.value["checklist"][1] for step in page.steps] == ["Ende"]
    assert list(FactUse.objects.values_list("page__slug", "fact_id")) == [("dann", "F-SEC-01")]
    assert list(Deadline.objects.values_list("text", "fact_id")) == [("Ende der Frist.", "F-SEC-01")]
    assert GlossaryTerm.objects.get().forms == ["Proben"]
    assert list(Fact.objects.values_list("pk", "is_certain", "changed_on")) == [
        ("F-SEC-01", True, None),
        ("F-SEC-02", False, None),
    ]


def test_loading_again_writes_nothing(loaded, root, django_assert_num_queries):
    before = everything()
    with django_assert_num_queries(1):
        outcome = load_library(root)
    assert (outcome.has_news, outcome.unchanged) == (False, 4)
    assert everything() == before


def test_changed_file_becomes_a_new_revision(loaded, root):
    revisions = Revision.objects.count()
    change(root, "dann", "Text zu costs von dann.", "Neuer Text.")
    assert load_library(root).changed == ["guides/de/dann.md"]
    assert guide("dann").costs == "<p>Neuer Text.</p>"
    assert Revision.objects.count() == revisions + 1
    assert not load_library(root).has_news


def test_other_layout_of_the_same_words_makes_no_revision(loaded, root):
    revisions = Revision.objects.count()
    change(root, "dann", "title: Richtig dann", "title: 'Richtig dann'")
    assert not load_library(root).has_news
    assert Revision.objects.count() == revisions


def test_page_edited_on_the_site_is_not_overwritten_but_taken_over_on_purpose(loaded, root):
    edit("dann", costs="<p>Aus der Redaktion.</p>")
    change(root, "dann", "Text zu costs von dann.", "Aus der Datei.")
    assert told(load_library(root)) == ["guides/de/dann.md: auf der Website bearbeitet"]
    assert told(load_library(root)) == ["guides/de/dann.md: auf der Website bearbeitet"]
    assert guide("dann").costs == "<p>Aus der Redaktion.</p>"
    assert load_library(root, take_over=["dann"]).changed == ["guides/de/dann.md"]
    assert guide("dann").costs == "<p>Aus der Datei.</p>"
    assert not load_library(root).has_news


def test_saving_without_a_change_in_the_editor_is_no_edit(loaded, root):
    page = guide("dann")
    edit("dann", costs=page.costs.replace("<p>", '<p data-block-key="ab1c2">'))
    change(root, "dann", "title: Richtig dann", "title: Ganz richtig dann")
    assert load_library(root).changed == ["guides/de/dann.md"]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": "Anders"}, "auf der Website bearbeitet"),
        ({"slug": "anders"}, "auf der Website bearbeitet"),
        ({"sizes": ["1-9"]}, "auf der Website bearbeitet"),
        ({"related": []}, "auf der Website bearbeitet"),
        ({"terms": []}, "auf der Website bearbeitet"),
        ({"mistakes": [("sentence", "Anders.")]}, "auf der Website bearbeitet"),
        ({"law": "<h2>Was Dateien nicht kennen</h2>"}, "auf der Website bearbeitet"),
        ({"locked": True}, "auf der Website gesperrt"),
    ],
)
def test_every_kind_of_edit_is_noticed(loaded, root, fields, reason):
    edit("dann", **fields)
    change(root, "dann", "Text zu costs von dann.", "Aus der Datei.")
    assert told(load_library(root)) == [f"guides/de/dann.md: {reason}"]


def test_draft_under_way_is_not_overtaken(loaded, root):
    page = guide("dann")
    page.title = "Entwurf"
    page.save_revision()
    change(root, "dann", "Text zu costs von dann.", "Aus der Datei.")
    (kept,) = told(load_library(root))
    assert "Entwurf" in kept
    assert guide("dann").get_latest_revision_as_object().title == "Entwurf"


def test_page_that_was_retired_stays_retired_until_taken_over(loaded, root):
    guide("dann").unpublish()
    assert not load_library(root).has_news
    change(root, "dann", "Text zu costs von dann.", "Aus der Datei.")
    assert told(load_library(root)) == ["guides/de/dann.md: auf der Website zurückgezogen"]
    assert not guide("dann").live
    load_library(root, take_over=["guides/de/dann.md"])
    assert guide("dann").live


def test_page_that_was_deleted_does_not_come_back_by_itself(loaded, root):
    guide("dann").delete()
    assert not load_library(root).has_news
    change(root, "dann", "Text zu costs von dann.", "Aus der Datei.")
    assert told(load_library(root)) == ["guides/de/dann.md: auf der Website gelöscht"]
    assert load_library(root, take_over=["dann"]).new == ["guides/de/dann.md"]
    assert guide("dann").live


def test_deleted_file_leaves_its_page(loaded, root):
    (root / "guides/de/dann.md").unlink()
    outcome = load_library(root)
    assert (outcome.gone, outcome.refused) == (["guides/de/dann.md"], [])
    assert guide("dann").live


def test_broken_file_is_refused_with_line_while_the_rest_loads(shelves, root):
    change(root, "erst", "cost_class: K1", "cost_class: K9")
    outcome = load_library(root)
    assert told(outcome) == ["guides/de/erst.md:11: „K9“ gibt es hier nicht; erlaubt: K0, K1, K2, K3, K4."]
    assert guide("dann").live
    assert "siehe Erst. [F-SEC-01]" in guide("dann").law
    assert list(guide("dann").related.all()) == []


def test_links_to_a_file_that_was_broken_are_made_up_for(shelves, root):
    change(root, "erst", "cost_class: K1", "cost_class: K9")
    load_library(root)
    revisions = Revision.objects.count()
    load_library(root)
    assert Revision.objects.count() == revisions
    change(root, "erst", "cost_class: K9", "cost_class: K1")
    outcome = load_library(root)
    assert (outcome.new, outcome.changed) == (["guides/de/erst.md"], ["guides/de/dann.md"])
    assert [link.target.identifier for link in guide("dann").prerequisites.all()] == ["erst"]
    assert not load_library(root).has_news


def test_broken_file_leaves_what_was_loaded_before(loaded, root):
    change(root, "dann", "## Recht und Fristen", "## Recht")
    outcome = load_library(root)
    assert [problem.line for problem in outcome.refused] == [64, 83]
    assert guide("dann").live


@pytest.mark.parametrize(
    ("old", "new", "line", "reason"),
    [
        ("related: [erst]", "related: [fehlt]", 15, "Den Leitfaden „fehlt“ gibt es nicht."),
        ("terms: [probe]", "terms: [fehlt]", 17, "Den Begriff „fehlt“ gibt es nicht."),
        ("guide: erst", "guide: fehlt", 13, "Den Leitfaden „fehlt“ gibt es nicht."),
        ("fact: F-SEC-01", "fact: F-SEC-09", 19, "Den Fakt F-SEC-09 gibt es nicht."),
        ("leitfaden:erst", "leitfaden:fehlt", 65, "Den Leitfaden „fehlt“ gibt es nicht."),
        (". [F-SEC-01]", ". [F-SEC-77]", 65, "Den Fakt F-SEC-77 gibt es nicht."),
    ],
)
def test_what_points_to_nothing_is_refused(shelves, root, old, new, line, reason):
    change(root, "dann", old, new)
    outcome = load_library(root)
    assert told(outcome) == [f"guides/de/dann.md:{line}: {reason}"]
    assert [page.identifier for page in GuidePage.objects.all()] == ["erst"]


def test_prerequisites_in_a_circle_are_refused(shelves, root):
    change(root, "erst", "prerequisites: []", "prerequisites:\n  - guide: dann\n    reason: Im Kreis.")
    assert told(load_library(root)) == [
        "guides/de/dann.md:12: Die Voraussetzungen laufen im Kreis: dann → erst → dann.",
        "guides/de/erst.md:12: Die Voraussetzungen laufen im Kreis: erst → dann → erst.",
    ]
    assert not GuidePage.objects.exists()


def test_prerequisite_may_be_turned_round(loaded, root):
    change(root, "erst", "prerequisites: []", "prerequisites:\n  - guide: dann\n    reason: Nun umgekehrt.")
    change(root, "dann", "prerequisites:\n  - guide: erst\n    reason: Das kommt vorher.", "prerequisites: []")
    assert sorted(load_library(root).changed) == ["guides/de/dann.md", "guides/de/erst.md"]
    assert [link.target.identifier for link in guide("erst").prerequisites.all()] == ["dann"]


def test_page_of_the_site_with_the_same_identifier_is_respected(shelves, root):
    from tests.factories.knowledge import make_guide

    make_guide("erst")
    outcome = load_library(root)
    assert told(outcome) == ["guides/de/erst.md: auf der Website gibt es schon eine Seite mit dieser Kennung"]
    assert guide("erst").title == "Leitfaden erst"
    assert [link.target.title for link in guide("dann").related.all()] == ["Leitfaden erst"]
    assert load_library(root, take_over=["erst"]).changed == ["guides/de/erst.md"]
    assert guide("erst").title == "Richtig erst"


def test_address_that_is_taken_is_told_as_a_refusal(shelves, root):
    from tests.factories.knowledge import make_guide

    make_guide("anders", slug="erst")
    (refusal,) = told(load_library(root))
    assert refusal.startswith("guides/de/erst.md:")
    assert "Die Website nimmt diese Seite nicht an" in refusal
    assert guide("dann").live


def test_english_file_is_the_translation_of_the_german_one(loaded, root):
    text = guide_text("erst", language="en", head={"slug": "first", "title": "First", "related": "[dann]"})
    make_library(root, guides__en__erst=text)
    assert load_library(root).new == ["guides/en/erst.md"]
    english = guide("erst", "en")
    assert (english.url, english.translation_key) == ("/en/guides/first/", guide("erst").translation_key)
    assert [link.target.locale.language_code for link in english.related.all()] == ["de"]
    assert not load_library(root).has_news


def test_english_terms_stand_beside_the_german_ones(loaded, root):
    make_library(root, glossary__en__probe=term_text("Trial", "[trials]", "An attempt."))
    assert load_library(root).new == ["glossary/en/probe.md"]
    term = GlossaryTerm.objects.get()
    assert (term.term, term.term_en, term.forms_en, term.text_en) == ("Probe", "Trial", ["trials"], "An attempt.")


def test_english_term_without_a_german_one_is_refused(loaded, root):
    make_library(root, glossary__en__neu=term_text("New"))
    assert told(load_library(root)) == ["glossary/en/neu.md:1: Dieser Begriff hat keine deutsche Datei."]


def test_term_edited_on_the_site_is_respected(loaded, root):
    GlossaryTerm.objects.update(text="Aus der Redaktion.")
    make_library(root, glossary__de__probe=term_text(text="Aus der Datei."))
    assert told(load_library(root)) == ["glossary/de/probe.md: auf der Website bearbeitet"]
    assert load_library(root, take_over=["probe"]).changed == ["glossary/de/probe.md"]
    assert GlossaryTerm.objects.get().text == "Aus der Datei."


def test_changed_fact_is_dated_for_the_editors(loaded, root):
    (root / "facts.md").write_text(FACTS.replace("binnen 72 Stunden", "binnen 96 Stunden"))
    assert load_library(root).changed == ["facts.md#F-SEC-01"]
    fact = Fact.objects.get(pk="F-SEC-01")
    assert fact.text == "Panne melden binnen 96 Stunden."
    assert fact.changed_on is not None
    assert Fact.objects.get(pk="F-SEC-02").changed_on is None
    assert not load_library(root).has_news


def test_fact_edited_or_deleted_on_the_site_is_respected(loaded, root):
    Fact.objects.filter(pk="F-SEC-01").update(text="Aus der Redaktion.")
    Fact.objects.filter(pk="F-SEC-02").delete()
    (root / "facts.md").write_text(FACTS.replace("binnen 72 Stunden", "sofort").replace("Ab 2030", "Ab 2031"))
    assert told(load_library(root)) == [
        "facts.md#F-SEC-01: auf der Website bearbeitet",
        "facts.md#F-SEC-02: auf der Website gelöscht",
    ]
    assert load_library(root, take_over=["F-SEC-01"]).changed == ["facts.md#F-SEC-01"]
    assert Fact.objects.get(pk="F-SEC-01").text == "Panne melden sofort."


def test_broken_fact_base_leaves_the_facts_and_lets_guides_load(loaded, root):
    (root / "facts.md").write_text(FACTS.replace("**sicher**", "vielleicht"))
    change(root, "dann", "Text zu costs von dann.", "Neu.")
    outcome = load_library(root)
    assert outcome.changed == ["guides/de/dann.md"]
    assert told(outcome) == ["facts.md:5: F-SEC-01: Bei „- Sicherheit:“ steht **sicher** oder **unsicher**."]
    assert Fact.objects.count() == 2


def test_starter_loads_the_library_and_tells_what_is_refused(shelves, root, settings):
    settings.CONTENT_DIR = root
    assert load_on_start() == "5 neu, 0 geändert, 0 unverändert, 0 nicht überschrieben, 0 zurückgewiesen"
    assert load_on_start() is None
    change(root, "dann", "cost_class: K1", "cost_class: K9")
    with pytest.raises(LibraryRefused, match=r"guides/de/dann\.md:11: „K9“"):
        load_on_start()


def test_missing_shelf_is_a_refusal_not_a_crash(root, db):
    outcome = load_library(root)
    assert {problem.reason for problem in outcome.refused} == {
        "Die Übersichtsseite dieser Sprache fehlt auf der Website."
    }
