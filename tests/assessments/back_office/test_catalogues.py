"""Staff read, compare and activate catalogue versions."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import ModelLogEntry

from digitalradar.assessments.models import Assessment, CatalogueVersion
from digitalradar.assessments.services.activation import activate_by_hand
from digitalradar.assessments.services.runs import start_run
from digitalradar.core.errors import DomainError
from tests.assessments.back_office.versions import CHANGED, load, two_versions
from tests.assessments.views.page import Page
from tests.factories.assessments import all_shipped, make_answered_run, shipped
from tests.factories.staff import EVERYTHING, staff_client, staff_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forgotten_catalogues")]

FRAME = 8  # queries of the back office's own frame: session, user, menu, review steps


@pytest.fixture
def staff(db):
    return staff_client(role=EVERYTHING)


def get(staff, name: str, *args: object, **query: object):
    return staff.get(reverse(f"check_catalogues:{name}", args=args), query)


def test_list_counts_stored_runs_of_visitors(staff):
    version = shipped()
    make_answered_run()
    finished, trial = make_answered_run(), make_answered_run()
    Assessment.objects.filter(pk=finished.row.pk).update(finished_at=finished.row.created_at)
    Assessment.objects.filter(pk=trial.row.pk).update(is_test=True)
    (row,) = get(staff, "index").context["rows"]
    assert (row.version, row.title, row.languages) == (version, "Digital-Check", ("de", "en"))
    assert (row.started, row.finished) == (2, 1)


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_a_constant_number_of_queries(staff, tmp_path, count, django_assert_num_queries):
    for number in range(count):
        start_run(version=load(tmp_path / str(number), CHANGED.replace("2026.2", f"2026.{number + 1}")))
    get(staff, "index")
    with django_assert_num_queries(FRAME + 3):  # number of versions, versions, runs
        answer = get(staff, "index")
    assert len(answer.context["rows"]) == count


def test_list_turns_pages(staff, tmp_path):
    for number in range(22):
        load(tmp_path / str(number), CHANGED.replace("2026.2", f"2026.{number + 1}"))
    first, second = get(staff, "index"), get(staff, "index", p=2)
    assert (len(first.context["rows"]), len(second.context["rows"])) == (20, 2)
    assert "Seite 2 von 2" in Page(second).text


def test_version_is_read_with_all_it_says(staff, tmp_path):
    version = load(tmp_path)
    answer = get(staff, "read", version.pk)
    text, content = Page(answer).text, answer.content.decode()
    assert "<dt>Gewicht</dt><dd>1,5</dd>" in content
    assert "<dt>Voraussetzungen</dt><dd>Geräte auflisten</dd>" in content
    for part in (
        "Wie sichern Sie Ihre Daten?",
        "Täglich, geprüft und getrennt.",
        "In den Worten von: Handwerk",
        "Antwort auf „Wie sichern Sie Ihre Daten?“ ist mindestens Stufe 2",
        "nicht (Branche ist Handel)",
        "„Wie oft proben Sie?“ von Stufe 1 auf 2, Anteil 0,25",
        version.digest,
    ):
        assert part in text


def test_version_is_read_in_english(staff, tmp_path):
    text = Page(get(staff, "read", load(tmp_path).pk, sprache="en")).text
    assert "How do you back up your data?" in text
    assert "Haben Sie ein Netz?" in text  # not translated in the catalogue


@pytest.mark.parametrize("language", ["fr", "", "../de", "<script>alert(1)</script>"])
def test_unknown_language_shows_the_german_one(staff, tmp_path, language):
    answer = get(staff, "read", load(tmp_path).pk, sprache=language)
    assert "Wie sichern Sie Ihre Daten?" in Page(answer).text
    assert "<script>alert" not in answer.content.decode()


def test_whole_shipped_catalogues_can_be_read(staff):
    all_shipped()
    for version in CatalogueVersion.objects.all():
        answer = get(staff, "read", version.pk, alles="1")
        page = Page(answer).text
        for question in answer.context["texts"].question.values():
            assert question["text"] in page
        assert "{" not in "".join(fact.text for fact in answer.context["reading"].head)


def test_reading_a_version_needs_few_queries(staff, tmp_path, django_assert_num_queries):
    version = load(tmp_path)
    get(staff, "read", version.pk)
    with django_assert_num_queries(FRAME + 1):
        get(staff, "read", version.pk)


def test_comparison_goes_question_by_question(staff, tmp_path):
    old, new = two_versions(tmp_path)
    comparison = get(staff, "compare", alt=old.pk, neu=new.pk).context["comparison"]
    counts = comparison.counts
    assert (counts.added, counts.removed, counts.changed, counts.same) == (2, 2, 2, 0)
    assert (counts.comparable, counts.asked) == (3, 4)
    told = {
        question.thing.id: (question.thing.state, question.is_comparable, question.thing.moves_scores)
        for dimension in comparison.dimensions
        for question in dimension.questions
    }
    assert told == {
        "schutz.kopie": ("changed", True, True),
        "schutz.probe": ("changed", True, True),
        "merkmale.anschluss": ("added", True, True),
        "merkmale.dienst": ("added", False, True),
        "merkmale.netz": ("removed", True, True),
        "merkmale.wolke": ("removed", False, True),
    }


def test_comparison_sets_old_and_new_words_side_by_side(staff, tmp_path):
    old, new = two_versions(tmp_path)
    answer = get(staff, "compare", alt=old.pk, neu=new.pk)
    content = answer.content.decode()
    assert "Wie sichern Sie Ihre Daten?" in content
    assert "<ins> heute</ins>" in content
    assert "Folgt auf „merkmale.netz“; alte Antworten werden übertragen." in Page(answer).text
    assert "Ohne Vorgängerin" in Page(answer).text
    assert "kann Ergebnisse ändern" in Page(answer).text


def test_comparison_of_a_version_with_itself_says_so(staff, tmp_path):
    version = load(tmp_path)
    answer = get(staff, "compare", alt=version.pk, neu=version.pk)
    assert "Beide Fassungen sind gleich." in Page(answer).text
    assert answer.context["comparison"].dimensions == []


def test_versions_of_different_families_are_never_compared(staff, tmp_path):
    answer = get(staff, "compare", alt=load(tmp_path).pk, neu=shipped("dii").pk)
    assert "ihre Ergebnisse werden nie miteinander verglichen" in Page(answer).text
    assert answer.context["comparison"].counts.comparable == 0


@pytest.mark.parametrize(
    "query", [{"alt": "x", "neu": "1"}, {"alt": "-1"}, {"neu": "99999"}, {"alt": "", "neu": ""}, {}]
)
def test_nonsense_in_the_address_gives_the_form_again(staff, query):
    answer = get(staff, "compare", **query)
    assert answer.status_code == 200
    assert "comparison" not in answer.context


def test_activation_is_asked_for_then_done_and_logged(staff, tmp_path):
    old, new = two_versions(tmp_path)
    run, _token = start_run(version=new)
    asked = Page(get(staff, "activate", old.pk)).text
    assert "Zurzeit gilt Fassung 2026.2." in asked
    assert "Begonnene und fertige Durchläufe behalten ihre Fassung." in asked
    assert CatalogueVersion.objects.get(is_active=True) == new
    answer = staff.post(reverse("check_catalogues:activate", args=[old.pk]))
    assert answer["Location"] == reverse("check_catalogues:index")
    assert CatalogueVersion.objects.get(is_active=True) == old
    assert Assessment.objects.get(pk=run.pk).catalogue_version == new
    entry = ModelLogEntry.objects.get(action="assessments.catalogue.activated")
    assert (entry.label, entry.data, entry.user.is_superuser) == ("beispiel-check 2026.1", {"before": "2026.2"}, True)
    report = staff.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert "Für neue Durchläufe freigeschaltet" in report


def test_version_in_use_is_not_activated_again(staff, tmp_path):
    version = load(tmp_path)
    answer = staff.post(reverse("check_catalogues:activate", args=[version.pk]))
    (message,) = get_messages(answer.wsgi_request)
    assert str(message).strip() == "Diese Fassung gilt schon für neue Durchläufe."
    assert not ModelLogEntry.objects.filter(action="assessments.catalogue.activated").exists()


def test_version_that_would_break_links_of_others_is_refused(tmp_path):
    all_shipped()
    main = CatalogueVersion.objects.get(catalogue="digital-check")
    content = main.content.replace('"strategie.ziel"', '"strategie.zweck"')
    other = CatalogueVersion.objects.create(
        catalogue=main.catalogue, family=main.family, version="2026.9", content=content, digest="0" * 64
    )
    with pytest.raises(DomainError, match=r"Ins Leere zeigen: .*kurz-check"):
        activate_by_hand(version=other, user=staff_user(role=EVERYTHING))
    main.refresh_from_db()
    assert main.is_active


@pytest.mark.parametrize("name", ["read", "activate"])
def test_version_that_is_not_there_is_not_found(staff, name):
    assert get(staff, name, 999_999).status_code == 404


def test_error_of_a_choice_is_read_with_its_field(staff):
    page = Page(get(staff, "compare", alt="0", neu="0"))
    errors = {attributes["id"] for attributes, _text in page.all("p", class_="error-message")}
    fields = {attributes["aria-describedby"] for attributes, _text in page.all("select")}
    assert errors == fields == {"id_alt_error", "id_neu_error"}
