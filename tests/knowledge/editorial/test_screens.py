"""What the screens of the group „Wissen“ show and do."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from digitalradar.core.models import PageVisits
from digitalradar.knowledge.back_office.plan import months_from
from digitalradar.knowledge.models import Fact, FactUse, GuideFeedback, GuidePage, PreviewLink, ReviewComment
from digitalradar.knowledge.queries.care import week_of
from digitalradar.knowledge.services.preview_links import find_link
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS
from digitalradar.search.models import LeadingSearch
from tests.factories.editors import person, signed_in
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles):
    return signed_in(person(EDITORS))


def sheet(page: GuidePage) -> str:
    return reverse("knowledge_sheet:index", args=[page.pk])


def visit(page: GuidePage, count: int, days_ago: int = 0) -> None:
    PageVisits.objects.create(key=f"page:{page.pk}", day=localdate() - timedelta(days=days_ago), count=count)


def test_weeks_and_months():
    assert week_of(date(2026, 11, 22)) == (date(2026, 11, 16), date(2026, 11, 22))
    assert week_of(date(2026, 11, 23)) == (date(2026, 11, 23), date(2026, 11, 29))
    assert months_from(date(2026, 11, 30), 4) == [date(2026, month, 1) for month in (11, 12)] + [
        date(2027, month, 1) for month in (1, 2)
    ]


def test_the_plan_of_the_week(editor):
    today = localdate()
    _monday, sunday = week_of(today)
    days = {
        "alt": today - timedelta(days=1),
        "heute": today,
        "bald": sunday + timedelta(days=7),
        "spaet": date(2099, 1, 1),
    }
    for name, day in days.items():
        make_guide(name, next_review=day, responsible=person(PUBLISHERS, first_name=name, last_name="Beispiel"))
    planned = make_guide("geplant")
    planned.go_live_at = now() + timedelta(minutes=1)
    planned.save_revision().publish()
    make_guide("in-pruefung").get_workflow().start(GuidePage.objects.get(slug="in-pruefung"), user=None)
    shown = editor.get(reverse("knowledge_week:index")).context
    told = [[(entry.title, entry.responsible) for entry in week["entries"]] for week in shown["weeks"]]
    assert [(entry.title, entry.responsible) for entry in shown["overdue"]] == [("Leitfaden alt", "alt Beispiel")]
    assert told == [
        [("Leitfaden geplant", ""), ("Leitfaden heute", "heute Beispiel")],
        [("Leitfaden bald", "bald Beispiel")],
    ]
    assert [(text.title, text.step) for text in shown["in_work"]] == [("Leitfaden in-pruefung", "Fachprüfung")]


def test_the_calendar_holds_a_year_and_tells_what_comes_later(editor):
    make_guide("bald", next_review=localdate())
    make_guide("spaet", next_review=date(2099, 1, 1))
    shown = editor.get(reverse("knowledge_calendar:index")).context
    assert len(shown["months"]) == 12
    assert [[entry.title for entry in entries] for _month, entries in shown["months"]] == [["Leitfaden bald"]] + [
        []
    ] * 11
    assert shown["later"] == 1


@pytest.fixture
def read_guide(roles) -> GuidePage:
    """A guide that was opened, rated, found and that uses a fact."""
    Fact.objects.create(id="F-SEC-06", topic="Sicherheit", text="Alt.", as_of="2026")
    page = make_guide(law="<p>Das gilt [F-SEC-06].</p>")
    visit(page, 7)
    visit(page, 5, days_ago=40)
    visit(page, 100, days_ago=500)
    for number, (is_helpful, comment) in enumerate([(True, ""), (True, "Gut."), (False, "<b>Zu lang</b>")]):
        GuideFeedback.objects.create(page=page, is_helpful=is_helpful, comment=comment, receipt=str(number))
    for query, count in (("backup", 3), ("einmal", 1)):
        LeadingSearch.objects.create(
            kind="guide", key="pruefen", language="de", query=query, count=count, last_seen=localdate()
        )
    return page


def test_figures_in_the_table_and_in_the_file(editor, read_guide):
    (row,) = editor.get(reverse("knowledge_statistics:index")).context["rows"]
    assert (row.opened_recently, row.opened_in_a_year, row.helpful, row.not_helpful) == (7, 12, 2, 1)
    assert (row.comments, row.searches, row.helpful_share, row.changed_facts) == (2, 3, 67, [])
    file = editor.get(reverse("knowledge_statistics:csv"))
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[-1] == "Leitfaden pruefen;pruefen;de;;7;12;2;1;2;3;;;;"
    assert lines[-2].startswith("Titel;Kennung;Sprache;Fassung;Geöffnet, 30 Tage")
    assert file["Content-Disposition"] == f'attachment; filename="leitfaeden-{localdate()}.csv"'


def test_the_sheet_tells_all_of_one_page(editor, read_guide):
    page = editor.get(sheet(read_guide)).content.decode()
    assert "7 Mal in 30 Tagen, 12 Mal in 12 Monaten" in page
    assert "2 ja, 1 nein" in page
    assert "backup (3)" in page
    assert "einmal" not in page
    assert "&lt;b&gt;Zu lang&lt;/b&gt;" in page


def test_the_list_shows_what_was_opened(editor, read_guide):
    page = editor.get(reverse("knowledge_guides:index"))
    assert page.status_code == 200
    (guide,) = page.context["object_list"]
    assert guide.opened_recently == 7


def test_a_link_is_shown_once_and_can_be_taken_back(editor, client, read_guide):
    answer = editor.post(sheet(read_guide), {"action": "make_link", "label": "Kammer"})
    address = answer.context["new_link"]
    assert "no-store" in answer["Cache-Control"]
    secret = address.rstrip("/").rpartition("/")[2]
    assert find_link(secret).label == "Kammer"
    assert secret not in editor.get(sheet(read_guide)).content.decode()
    path = address.removeprefix("http://127.0.0.1:8000")
    assert client.get(path).status_code == 200
    editor.post(sheet(read_guide), {"action": "revoke_link", "link": PreviewLink.objects.get().pk})
    assert client.get(path).status_code == 410


@pytest.mark.parametrize(
    "sent", [{"action": "revoke_link", "link": "x"}, {"action": "nie"}, {"remark": "-1", "done": "1"}]
)
def test_nonsense_changes_nothing(editor, read_guide, sent):
    assert editor.post(sheet(read_guide), sent).status_code == 302


def test_too_long_a_name_for_a_link_is_explained(editor, read_guide):
    answer = editor.post(sheet(read_guide), {"action": "make_link", "label": "x" * 81})
    assert (answer.status_code, PreviewLink.objects.count()) == (400, 0)


def test_remarks_are_ticked_off_and_opened_again(editor, read_guide):
    remark = ReviewComment.objects.create(page=read_guide, section="law", text="Quelle fehlt.", name="Ada Beispiel")
    page = editor.get(sheet(read_guide)).content.decode()
    assert "Recht und Fristen · Ada Beispiel" in page
    for done in (True, False):
        editor.post(sheet(read_guide), {"remark": remark.pk, "done": str(int(done))})
        assert ReviewComment.objects.get().is_done is done


def test_a_changed_fact_names_the_pages_that_use_it(editor, read_guide):
    screen = reverse("knowledge_fact_report:index")
    assert editor.get(screen).context["groups"] == []
    address = reverse(Fact.snippet_viewset.get_url_name("edit"), args=["F-SEC-06"])
    assert "Leitfaden pruefen" in editor.get(address).content.decode()
    sent = {"topic": "Sicherheit", "text": "Neu.", "as_of": "2027", "sources": "https://example.org/", "note": ""}
    editor.post(address, sent)
    fact = Fact.objects.get()
    assert (fact.sources, fact.changed_on) == (["https://example.org/"], localdate())
    ((told, (use,)),) = editor.get(screen).context["groups"]
    assert (told.pk, use.page.title) == ("F-SEC-06", "Leitfaden pruefen")
    assert "F-SEC-06: seit der Veröffentlichung geändert" in editor.get(sheet(read_guide)).content.decode()
    assert "bitte ansehen" in editor.get(address).content.decode()
    editor.post(screen, {"use": use.pk, "digest": "ein anderer Stand"})
    assert len(editor.get(screen).context["groups"]) == 1
    editor.post(screen, {"use": use.pk, "digest": fact.digest})
    assert editor.get(screen).context["groups"] == []


def test_publishing_the_page_again_settles_a_changed_fact(editor, read_guide):
    Fact.objects.update(text="Neu.")
    read_guide.save_revision().publish()
    assert FactUse.objects.get().seen == Fact.objects.get().digest


@pytest.mark.parametrize("changes", [{"id": "sec-6"}, {"sources": "kein Link"}, {"text": ""}])
def test_wrong_facts_are_refused(editor, changes):
    sent = {"id": "F-NEU-01", "topic": "Neu", "text": "Neu.", "as_of": "2026", "sources": "", "note": ""} | changes
    assert editor.post(reverse(Fact.snippet_viewset.get_url_name("add")), sent).status_code == 200
    assert not Fact.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("screen", "queries"),
    [("knowledge_week:index", 20), ("knowledge_calendar:index", 19), ("knowledge_statistics:index", 20)],
)
def test_screens_need_a_constant_number_of_queries(editor, screen, queries, count, django_assert_num_queries):
    for number in range(count):
        page = make_guide(f"leitfaden-{number}", next_review=localdate(), responsible=person(EDITORS))
        visit(page, 2)
    editor.get(reverse(screen))
    with django_assert_num_queries(queries):
        assert editor.get(reverse(screen)).status_code == 200


@pytest.mark.parametrize("number", [1, 999999])
def test_other_pages_have_no_sheet(editor, number):
    assert editor.get(reverse("knowledge_sheet:index", args=[number])).status_code in (302, 403, 404)
