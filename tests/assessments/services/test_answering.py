"""Saving writes what changed and nothing else; whoever saves at the same time loses nothing."""

import pytest

from digitalradar.assessments.models import Assessment
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.clocks import lifetime
from digitalradar.assessments.services.finishing import show_result
from tests.assessments.together import together
from tests.factories.assessments import make_answered_run, make_run

pytestmark = pytest.mark.django_db


def answer(question: str, **parts) -> Changes:
    return Changes(answers={question: parts})


def test_save_answers_merges_questions_and_their_parts():
    run = make_run(answers={"strategie.ziel": 4})
    save_answers(run=run.stored(), changes=answer("strategie.nutzen", value=2))
    save_answers(run=run.stored(), changes=answer("strategie.ziel", relevance=3))
    save_answers(run=run.stored(), changes=answer("strategie.ziel", planned=True))
    save_answers(run=run.stored(), changes=Changes(dimension_relevance={"strategie": 2}, targets={"technik": 4}))
    stored = run.stored()
    assert stored.answers == {
        "strategie.ziel": {"value": 4, "relevance": 3, "planned": True},
        "strategie.nutzen": {"value": 2},
    }
    assert (stored.dimension_relevance, stored.targets) == ({"strategie": 2}, {"technik": 4})


def test_save_answers_takes_away_what_is_none_and_forgets_empty_answers():
    run = make_run(answers={"strategie.ziel": 4, "strategie.nutzen": "unknown"})
    save_answers(run=run.stored(), changes=answer("strategie.ziel", relevance=0))
    save_answers(run=run.stored(), changes=answer("strategie.ziel", value=None))
    save_answers(run=run.stored(), changes=answer("strategie.nutzen", value=None))
    save_answers(run=run.stored(), changes=Changes(dimension_relevance={"strategie": 0}, targets={"strategie": 5}))
    save_answers(
        run=run.stored(), changes=Changes(dimension_relevance={"strategie": None}, targets={"strategie": None})
    )
    stored = run.stored()
    assert stored.answers == {"strategie.ziel": {"relevance": 0}}
    assert (stored.dimension_relevance, stored.targets) == ({}, {})


def test_save_answers_returns_the_run_as_it_now_is():
    run = make_run()
    saved = save_answers(run=run.stored(), changes=answer("strategie.ziel", value=3))
    assert (saved, saved.answers) == (run.row, {"strategie.ziel": {"value": 3}})


def test_save_answers_without_changes_writes_nothing():
    run = make_run()
    before = Assessment.objects.values().get()
    assert save_answers(run=run.stored(), changes=Changes()) == run.row
    assert Assessment.objects.values().get() == before


def test_save_answers_notes_the_time_and_winds_the_clock(after):
    run = make_run()
    moment = after(days=6)
    save_answers(run=run.stored(), changes=answer("strategie.ziel", value=3))
    stored = run.stored()
    assert stored.answered_at == moment
    assert stored.expires_at == moment + lifetime(is_finished=False)


def test_save_answers_to_a_run_that_is_gone_returns_none(after):
    run = make_run()
    after(days=91)
    assert save_answers(run=run.stored(), changes=answer("strategie.ziel", value=3)) is None
    assert run.stored().answers == {}
    after(days=0)
    before = run.stored()
    run.stored().delete()
    assert save_answers(run=before, changes=answer("strategie.ziel", value=3)) is None


def test_save_answers_merges_into_what_was_saved_since_the_run_was_read():
    run = make_run()
    one, other = run.stored(), run.stored()
    save_answers(run=one, changes=answer("strategie.ziel", value=3))
    saved = save_answers(run=other, changes=answer("strategie.nutzen", value=2))
    assert saved.answers == run.stored().answers == {"strategie.ziel": {"value": 3}, "strategie.nutzen": {"value": 2}}
    assert saved.edition == 2


def test_save_answers_to_a_run_finished_since_it_was_read_leaves_it_its_longer_life(after):
    moment = after()
    run = make_answered_run()
    read_before = run.stored()
    show_result(token=run.token)
    saved = save_answers(run=read_before, changes=answer("strategie.ziel", value=5))
    assert saved.answers["strategie.ziel"] == {"value": 5}
    assert run.stored().expires_at == moment + lifetime(is_finished=True)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_answers_saved_at_the_same_time_all_survive():
    run = make_run()
    questions = list(run.texts.question)[:24]
    tabs = [questions[start::4] for start in range(4)]

    def save_all(tab: list[str]) -> None:
        for question in tab:
            assert save_answers(run=run.stored(), changes=answer(question, value=3)) is not None

    together(*[lambda tab=tab: save_all(tab) for tab in tabs])
    assert run.stored().answers == {question: {"value": 3} for question in questions}


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_parts_of_one_answer_saved_at_the_same_time_all_survive():
    run = make_run(answers={"strategie.ziel": 1})
    parts = [{"value": 5}, {"relevance": 2}, {"planned": True}]
    together(
        *[lambda part=part: save_answers(run=run.stored(), changes=answer("strategie.ziel", **part)) for part in parts]
    )
    assert run.stored().answers == {"strategie.ziel": {"value": 5, "relevance": 2, "planned": True}}
