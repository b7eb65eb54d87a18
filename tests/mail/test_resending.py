"""What did not arrive can be sent again by hand, once, with the same Message-ID."""

import pytest
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.mail.delivery import deliver
from digitalradar.mail.models import Message, Suppression
from digitalradar.mail.services.resending import resend
from tests.assessments.together import together
from tests.factories.mail import queued

State = Message.State
pytestmark = pytest.mark.django_db


def ended(state: str, **changes) -> Message:
    message = queued()
    moment = now()
    handed_over = moment if state in {State.SENT, State.UNCLEAR} else None
    Message.objects.filter(pk=message.pk).update(
        state=state, finished_at=moment, handed_over_at=handed_over, refusals=10, **changes
    )
    message.refresh_from_db()
    return message


@pytest.mark.parametrize("state", [State.FAILED, State.SUPPRESSED, State.UNCLEAR])
def test_message_that_did_not_arrive_is_sent_again_as_the_same_message(smtp_sink, state):
    message = ended(state)
    resend(message)
    assert deliver() == 1
    assert [taken.email["Message-ID"] for taken in smtp_sink.messages] == [message.message_id]
    message.refresh_from_db()
    assert (message.state, message.refusals) == (State.SENT, 0)


@pytest.mark.parametrize(
    ("state", "changes", "sentence"),
    [
        (State.SENT, {}, "Noch einmal senden lässt sich nur, was nicht ankam."),
        (State.WAITING, {}, "Noch einmal senden lässt sich nur, was nicht ankam."),
        (State.FAILED, {"emptied_at": now()}, "Der Inhalt dieser Nachricht ist gelöscht."),
        (State.FAILED, {"recipient": "keine"}, "Das ist keine E-Mail-Adresse"),
    ],
)
def test_what_cannot_be_sent_again_says_why(state, changes, sentence):
    message = ended(state, **changes)
    with pytest.raises(DomainError, match=sentence):
        resend(message)


def test_suppression_has_to_be_lifted_first():
    message = ended(State.SUPPRESSED)
    Suppression.objects.note(message.address, "bounced", "550")
    with pytest.raises(DomainError, match="Heben Sie zuerst die Sperre auf"):
        resend(message)
    assert Message.objects.get().state == State.SUPPRESSED


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_people_send_again_at_the_same_moment_and_it_goes_out_once(smtp_sink):
    message = ended(State.UNCLEAR)

    def ask() -> bool:
        try:
            resend(Message.objects.get(pk=message.pk))
        except DomainError:
            return False
        return True

    assert sorted(together(ask, ask)) == [False, True]
    assert (deliver(), deliver()) == (1, 0)
