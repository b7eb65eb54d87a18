"""What a run gives to the comparison: with consent only, its newest result, and nothing once it is taken back."""

from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from django.db import connections

from digitalradar.assessments.benchmark import MOVED, kept_after
from digitalradar.assessments.models import Assessment, BenchmarkCell, Contribution
from digitalradar.assessments.services import contributions
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.clocks import delete_expired
from digitalradar.assessments.services.contributions import OVERALL, set_consent
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.releases import release
from digitalradar.assessments.services.runs import change_profile, delete_run, start_run
from digitalradar.assessments.tokens import new_token
from tests.assessments.together import together
from tests.factories.assessments import INSTRUMENTS, Run, make_answered_run, make_mixed_run
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db
FIRM = {"sector": "handwerk", "size": "10-49", "place": "  Bad  BEISPIEL "}


def rows() -> list[dict]:
    return list(Contribution.objects.order_by("pk").values())


def finished(**profile):
    run = make_mixed_run(**profile)
    show_result(token=run.token, is_compared=True)
    return run


def test_contribution_holds_the_shown_integers_without_own_weighting_and_nothing_else():
    run = finished(**FIRM)
    outcome = run.stored().results.first().outcome
    (row,) = rows()
    assert row["values"] == {
        OVERALL: outcome["overall"]["shown_unweighted"],
        **{key: item["shown_unweighted"] for key, item in outcome["dimensions"].items()},
    }
    assert any(item["shown_unweighted"] != item["shown"] for item in outcome["dimensions"].values())
    known = {name: row[name] for name in ("run_id", "family", "sector", "size", "region", "is_example", "since")}
    assert known == {
        "run_id": run.row.pk,
        "family": "main",
        "sector": "handwerk",
        "size": "10-49",
        "region": "bad beispiel",
        "is_example": False,
        "since": None,
    }


def test_dimensions_without_a_score_are_left_out():
    run = make_answered_run()
    hidden = [key for key, question in run.texts.question.items() if question["dimension"] == "daten"]
    save_answers(run=run.stored(), changes=Changes(answers={key: {"value": "unknown"} for key in hidden}))
    show_result(token=run.token, is_compared=True)
    assert "daten" not in rows()[0]["values"]
    assert len(rows()[0]["values"]) == len(run.texts.dimensions)  # overall and the other eight


@pytest.mark.parametrize("consent", [None, False])
def test_without_consent_nothing_is_contributed(consent):
    show_result(token=make_answered_run().token, is_compared=consent)
    assert rows() == []


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_only_checks_with_stages_contribute(catalogue):
    show_result(token=make_answered_run(catalogue).token, is_compared=True)
    assert len(rows()) == (catalogue in {"digital-check", "kurz-check", "ki-check"})


def test_the_view_from_the_team_does_not_contribute():
    show_result(token=make_answered_run(role="beschaeftigt").token, is_compared=True)
    assert rows() == []


def test_a_test_run_does_not_contribute():
    run = make_answered_run()
    Assessment.objects.update(is_test=True)
    show_result(token=run.token, is_compared=True)
    assert rows() == []


def test_the_newest_result_counts():
    run = finished(**FIRM)
    save_answers(
        run=run.stored(), changes=Changes(answers={key: {"value": 5} for key in run.texts.question}, targets={})
    )
    assert rows()[0]["values"][OVERALL] < 100
    show_result(token=run.token)
    assert [row["values"][OVERALL] for row in rows()] == [100]


def test_whoever_turns_out_to_be_an_employee_is_taken_out():
    run = finished(**FIRM)
    change_profile(run=run.stored(), profile={"role": "beschaeftigt"})
    show_result(token=run.token)
    assert rows() == []


def test_consent_can_be_given_and_taken_back_at_any_time():
    run = make_answered_run()
    show_result(token=run.token)
    assert set_consent(token=run.token, is_compared=True).is_compared
    assert len(rows()) == 1
    assert not set_consent(token=run.token, is_compared=False).is_compared
    assert rows() == []
    assert not run.stored().is_compared
    assert set_consent(token=new_token(), is_compared=True) is None


def test_consent_before_the_result_waits_for_it():
    run = make_answered_run()
    set_consent(token=run.token, is_compared=True)
    assert rows() == []
    show_result(token=run.token)
    assert len(rows()) == 1


@pytest.mark.parametrize("way", ["by its owner", "by its clock"])
def test_a_deleted_run_leaves_no_row(after, way):
    run = finished(**FIRM)
    release()
    if way == "by its owner":
        delete_run(run.stored())
    else:
        after(days=1000)
        delete_expired()
    assert rows() == []
    assert not Assessment.objects.exists()


def test_what_was_released_is_remembered_as_long_as_it_stays_the_same():
    run = finished(**FIRM)
    release()
    save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": 5}}))
    show_result(token=run.token)
    (row,) = rows()
    assert row["since"] is None
    assert row["kept_since"] == {key: 1 for key in row["values"] if row["before"]["values"][key] == row["values"][key]}
    assert "strategie" not in row["kept_since"]
    assert "daten" in row["kept_since"]
    release()
    assert [(row["since"], row["before"], row["kept_since"]["daten"]) for row in rows()] == [(2, {}, 1)]


def test_values_given_again_are_no_news():
    run = finished(**FIRM)
    release()
    set_consent(token=run.token, is_compared=False)
    set_consent(token=run.token, is_compared=True)
    (row,) = rows()
    assert row["kept_since"] == dict.fromkeys(row["values"], MOVED)


def test_a_repeated_check_takes_the_place_of_the_first():
    first = finished(**FIRM)
    release()
    again, token = start_run(
        version=first.row.catalogue_version,
        profile=FIRM,
        answers=first.stored().answers,
        origin=first.stored(),
    )
    show_result(token=token, is_compared=True)
    (row,) = rows()
    assert row["run_id"] == again.pk
    assert row["since"] == 1  # the same values as before are no news
    assert not first.stored().is_compared
    set_consent(token=first.token, is_compared=True)
    assert [row["run_id"] for row in rows()] == [again.pk]


def repeat(run: Run) -> Run:
    """Go through the check again with the same answers."""
    row, token = start_run(
        version=run.row.catalogue_version, profile=FIRM, answers=run.stored().answers, origin=run.stored()
    )
    return Run(row, token, run.texts)


@pytest.mark.parametrize("shape", ["one after the other", "both of the first"])
def test_of_all_repetitions_the_latest_counts(shape):
    """The one in between may not have taken part, or somebody came back to an old link and repeated it again."""
    first = finished(**FIRM)
    second = repeat(first)
    show_result(token=second.token, is_compared=shape == "both of the first")
    third = repeat(second if shape == "one after the other" else first)
    show_result(token=third.token, is_compared=True)
    assert [row["run_id"] for row in rows()] == [third.row.pk]
    for earlier in (first, second):
        assert not earlier.stored().is_compared
        set_consent(token=earlier.token, is_compared=True)
    assert [row["run_id"] for row in rows()] == [third.row.pk]


def test_values_given_again_by_a_repetition_are_no_news():
    first = finished(**FIRM)
    release()
    set_consent(token=first.token, is_compared=False)
    show_result(token=repeat(first).token, is_compared=True)
    (row,) = rows()
    assert row["kept_since"] == dict.fromkeys(row["values"], MOVED)


def test_values_given_again_after_a_repetition_was_deleted_are_no_news():
    first = finished(**FIRM)
    release()
    second = repeat(first)
    show_result(token=second.token, is_compared=True)
    delete_run(second.stored())
    set_consent(token=first.token, is_compared=True)
    (row,) = rows()
    assert row["kept_since"] == dict.fromkeys(row["values"], MOVED)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_a_change_during_a_release_does_not_forget_that_its_value_was_released(monkeypatch):
    contribute(12)
    run = finished(**FIRM)
    save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": 5}}))
    started = []

    def released_meanwhile(*args):
        started.append(pool.submit(released))
        wait(started, timeout=2)  # it may finish now, or have to wait for us
        return kept_after(*args)

    def released() -> None:
        try:
            release()
        finally:
            connections.close_all()

    monkeypatch.setattr(contributions, "kept_after", released_meanwhile)
    with ThreadPoolExecutor(1) as pool:
        show_result(token=run.token)
    started[0].result()
    row = Contribution.objects.get(run=run.row)
    published = BenchmarkCell.objects.get(dimension=OVERALL, sector="*", size="*", region="*")
    assert published.n == 13
    assert row.since == 1 or row.before["since"][OVERALL] == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_consents_at_the_same_moment_make_one_row():
    run = make_answered_run()
    show_result(token=run.token)
    together(*[lambda: set_consent(token=run.token, is_compared=True)] * 3)
    assert len(rows()) == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_consent_given_and_taken_at_the_same_moment_leaves_row_and_run_in_agreement():
    run = make_answered_run()
    show_result(token=run.token, is_compared=True)
    together(
        lambda: set_consent(token=run.token, is_compared=False),
        lambda: set_consent(token=run.token, is_compared=True),
        lambda: show_result(token=run.token),
    )
    assert len(rows()) == run.stored().is_compared
