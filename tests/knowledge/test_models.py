import pytest
from django.core.exceptions import ValidationError

from digitalradar.knowledge.models import Deadline, Fact, FactUse, GuideIndexPage, Prerequisite
from digitalradar.knowledge.starter import load_shelves
from tests.factories.knowledge import make_guide


def test_shelves_are_added_once(shelves):
    load_shelves()
    assert sorted(page.get_url() for page in GuideIndexPage.objects.all()) == ["/en/guides/", "/leitfaeden/"]


def test_circle_of_prerequisites_is_refused(shelves):
    first, second = make_guide("erst"), make_guide("dann")
    second.prerequisites = [Prerequisite(target=first, reason="Weil.")]
    second.save()
    first.prerequisites = [Prerequisite(target=second, reason="Weil.")]
    with pytest.raises(ValidationError, match="Leitfaden erst → Leitfaden dann → Leitfaden erst"):
        first.clean()


def test_upper_value_below_lower_one_is_refused(shelves):
    guide = make_guide(hours_min=4, hours_max=8)
    guide.hours_max = 2
    with pytest.raises(ValidationError, match="kleiner als der untere"):
        guide.clean()


def test_identifier_is_unique_in_its_language(shelves):
    make_guide("eins")
    other = make_guide("zwei")
    other.identifier = "eins"
    with pytest.raises(ValidationError, match="schon eine andere Seite"):
        other.clean()


def test_facts_and_deadlines_follow_the_publication(shelves):
    Fact.objects.create(id="F-SEC-06", topic="Sicherheit", text="72 Stunden", as_of="2025", is_certain=True)
    deadline = {"date": "2027-01-01", "text": "Dann gilt es.", "fact": "F-SEC-06"}
    guide = make_guide(law="<p>Melden. [F-SEC-06] Und [F-XXX-99].</p>", deadlines=[("deadline", deadline)])
    assert list(FactUse.objects.values_list("page_id", "fact_id")) == [(guide.pk, "F-SEC-06")]
    assert list(Deadline.objects.values_list("text", "fact_id")) == [("Dann gilt es.", "F-SEC-06")]
    guide.law = "<p>Nichts.</p>"
    guide.deadlines = []
    guide.save_revision().publish()
    assert not FactUse.objects.exists()
    assert not Deadline.objects.exists()


def test_unpublished_guide_names_no_deadline(shelves):
    deadline = {"date": "2027-01-01", "text": "Dann gilt es.", "fact": "F-SEC-06"}
    guide = make_guide(deadlines=[("deadline", deadline)])
    guide.unpublish()
    assert not Deadline.objects.exists()
