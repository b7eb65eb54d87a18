import pytest

from digitalradar.knowledge.models import Prerequisite
from digitalradar.knowledge.queries.references import (
    GuideReference,
    Reason,
    guide_references,
    prerequisite_reasons,
)
from tests.factories.knowledge import make_guide


def require(later, earlier, reason):
    later.prerequisites = [Prerequisite(target=earlier, reason=reason)]
    later.save_revision().publish()


def test_guides_are_found_in_the_language_of_the_page_else_in_german(shelves):
    make_guide("sichern")
    make_guide("sichern", language="en", slug="back-up", title="Back up")
    make_guide("pruefen")
    assert guide_references(["sichern", "pruefen", "unbekannt"], "en") == {
        "sichern": GuideReference("sichern", "Back up", "Sie prüfen etwas.", "/en/guides/back-up/", "en", "prozesse"),
        "pruefen": GuideReference(
            "pruefen", "Leitfaden pruefen", "Sie prüfen etwas.", "/leitfaeden/pruefen/", "de", "prozesse"
        ),
    }
    assert guide_references(["sichern"], "de")["sichern"].url == "/leitfaeden/sichern/"


def test_a_german_page_never_points_to_an_english_guide(shelves):
    make_guide("only-english", language="en")
    assert guide_references(["only-english"], "de") == {}


def test_guides_that_are_not_published_are_not_found(shelves):
    guide = make_guide()
    guide.unpublish()
    assert guide_references(["pruefen"], "de") == {}


def test_a_renamed_guide_keeps_its_identifier(shelves):
    guide = make_guide("sichern")
    guide.slug = "alles-sichern"
    guide.save_revision().publish()
    assert guide_references(["sichern"], "de")["sichern"].url == "/leitfaeden/alles-sichern/"


@pytest.mark.parametrize("count", [1, 3])
def test_references_need_one_query(shelves, count, django_assert_num_queries):
    names = [make_guide(f"leitfaden-{number}").identifier for number in range(count)]
    guide_references(names, "de")  # the roots of the sites are remembered
    with django_assert_num_queries(1):
        assert list(guide_references(names, "de")) == names
    with django_assert_num_queries(0):
        assert guide_references([], "de") == {}


def test_reasons_tell_why_a_guide_comes_first(shelves):
    first, then, other = make_guide("erst"), make_guide("dann"), make_guide("anders")
    require(then, first, "Ohne das eine geht das andere nicht.")
    require(other, then, "Nicht gefragt.")
    assert prerequisite_reasons(["erst"], "en") == {
        ("dann", "erst"): Reason("Ohne das eine geht das andere nicht.", "de"),
    }


def test_reasons_prefer_the_language_of_the_page(shelves):
    require(make_guide("dann"), make_guide("erst"), "Darum.")
    require(make_guide("dann", language="en"), make_guide("erst", language="en"), "Because.")
    assert prerequisite_reasons(["erst"], "en") == {("dann", "erst"): Reason("Because.", "en")}
    assert prerequisite_reasons(["erst"], "de") == {("dann", "erst"): Reason("Darum.", "de")}


def test_guides_that_are_not_published_give_no_reasons(shelves):
    then = make_guide("dann")
    require(then, make_guide("erst"), "Darum.")
    then.unpublish()
    assert prerequisite_reasons(["erst"], "de") == {}
