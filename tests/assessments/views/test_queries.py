"""Pages ask the database a constant number of times, and seldom."""

import pytest

from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.runs import start_run
from tests.factories.assessments import INSTRUMENTS, Run, make_answered_run, make_run, questionnaire, shipped
from tests.factories.region import ContactPersonFactory

pytestmark = pytest.mark.django_db

# The run itself; with a result that too, with people those and their themes, the confirmed criteria, and the guides.
PAGES = {
    "run": 1,
    "profile": 1,
    "section": 1,
    "finish": 1,
    "answers": 1,
    "result": 7,
    "calculation": 2,
    "targets": 1,
    "delete": 1,
    "qr_code": 1,
    "data_json": 3,
    "data_csv": 1,
    "data_xlsx": 3,
    "data_result_csv": 2,
    "share": 3,
}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", PAGES)
def test_page_of_a_run_needs_a_constant_number_of_queries(client, django_assert_num_queries, name, count):
    run = make_answered_run(value=2, size="10-49")
    for place in range(count):
        ContactPersonFactory(phone=f"030 23125-{place}")
        save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": 1 + place}}))
        show_result(token=run.token)
    address = run.url(name, **({"dimension": "strategie"} if name == "section" else {}))
    client.get(address)  # what stays in memory is there now
    with django_assert_num_queries(PAGES[name]):
        answer = client.get(address)
    assert answer.status_code in (200, 302)
    if name == "data_json":
        assert len(answer.json()["results"]) == count


def test_section_with_suggestions_asks_for_the_short_check_too(client, django_assert_num_queries):
    short = make_answered_run("kurz-check")
    row, token = start_run(version=shipped(), origin=short.row)
    run = Run(row, token, questionnaire(row.catalogue_version_id, "de"))
    client.get(run.url("section", dimension="strategie"))
    with django_assert_num_queries(2):
        client.get(run.url("section", dimension="strategie"))


def test_saving_one_answer_reads_once_and_writes_once(client, django_assert_num_queries):
    run = make_run()
    client.post(run.url("save_one"), {"question": "strategie.ziel", "value": "1"})
    with django_assert_num_queries(2) as asked:
        client.post(run.url("save_one"), {"question": "strategie.ziel", "value": "2"})
    assert [query["sql"].split()[0] for query in asked] == ["SELECT", "UPDATE"]


@pytest.mark.parametrize("count", [1, len(INSTRUMENTS)])
def test_list_of_checks_needs_two_queries(client, django_assert_num_queries, count):
    for catalogue in INSTRUMENTS[:count]:
        shipped(catalogue)
    client.get("/check/")
    with django_assert_num_queries(2):
        answer = client.get("/check/")
    assert len(answer.context["cards"]) == count


@pytest.mark.parametrize(("page", "queries"), [("", 2), ("beispiel/", 4), ("beispiel/rechnung/", 2)])
@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_start_and_sample_need_few_queries(client, django_assert_max_num_queries, catalogue, page, queries):
    shipped(catalogue)
    client.get(f"/check/{catalogue}/{page}")
    official = 1 if catalogue == "dii" and page else 0  # the figures the index is set beside
    with django_assert_max_num_queries(queries + official):
        client.get(f"/check/{catalogue}/{page}")
