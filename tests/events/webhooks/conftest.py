"""What tests of webhooks share."""

from collections.abc import Iterator

import pytest

from digitalradar.events.models import WebhookEndpoint
from tests.events.webhooks.receiver import Receiver, running_receiver


@pytest.fixture
def receiver(db, settings) -> Iterator[Receiver]:
    """A running receiver that is entered as an endpoint; this machine is allowed for once."""
    settings.EVENTS_WEBHOOKS_PRIVATE = True
    with running_receiver() as running:
        running.secret = WebhookEndpoint.objects.create(name="Beispielprogramm", url=running.url).secret
        yield running
