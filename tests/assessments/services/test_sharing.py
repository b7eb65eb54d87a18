"""One link to a result at a time, known to nobody but who made it."""

import pytest

from digitalradar.assessments.models import ShareLink
from digitalradar.assessments.queries import find_share_link
from digitalradar.assessments.services.runs import delete_run
from digitalradar.assessments.services.sharing import share_result, withdraw_link
from digitalradar.assessments.tokens import new_token
from tests.assessments.together import together
from tests.factories.assessments import make_run


@pytest.mark.django_db
def test_link_leads_to_its_run_and_is_stored_as_a_hash_only():
    run = make_run()
    link, secret = share_result(token=run.token, with_answers=True)
    assert find_share_link(secret) == link
    assert (link.assessment_id, link.with_answers) == (run.row.pk, True)
    assert secret not in str(ShareLink.objects.values().get())
    assert secret != run.token


@pytest.mark.django_db
def test_new_link_ends_the_old_one_with_what_it_opened():
    run = make_run()
    _link, old = share_result(token=run.token, with_answers=True)
    _link, new = share_result(token=run.token, with_answers=False)
    assert find_share_link(old) is None
    assert find_share_link(new).with_answers is False


@pytest.mark.django_db
def test_withdrawn_unknown_malformed_and_expired_links_lead_nowhere(after):
    run, kept = make_run(), make_run()
    _link, withdrawn = share_result(token=run.token, with_answers=False)
    _link, secret = share_result(token=kept.token, with_answers=False)
    withdraw_link(token=run.token)
    withdraw_link(token=run.token)  # a second click is no error
    assert find_share_link(secret).assessment_id == kept.row.pk
    after(days=91)
    assert [find_share_link(token) for token in (withdrawn, secret, new_token(), "", "x" * 5000, run.token)] == [
        None
    ] * 6


@pytest.mark.django_db
def test_link_goes_with_its_run():
    run = make_run()
    _link, secret = share_result(token=run.token, with_answers=False)
    delete_run(run.stored())
    assert find_share_link(secret) is None
    assert not ShareLink.objects.exists()
    assert share_result(token=run.token, with_answers=False) is None
    withdraw_link(token=run.token)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_links_made_at_the_same_moment_leave_exactly_one_that_works():
    run = make_run()
    made = together(*[lambda: share_result(token=run.token, with_answers=False)] * 4)
    working = [secret for _link, secret in made if find_share_link(secret)]
    assert len({secret for _link, secret in made}) == 4
    assert len(working) == 1
    assert ShareLink.objects.count() == 1
