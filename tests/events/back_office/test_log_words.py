"""Every act that services note has words for the host."""

import re
from pathlib import Path

from digitalradar.events.back_office.log_words import WORDS

SERVICES = Path(__file__).parents[3] / "digitalradar/events/services"
NOTED = re.compile(r"""(?:note\([^"]*|action=|action: str = )"([a-z]+\.[a-z_]+)\"""")


def test_every_act_has_words():
    noted = {action for file in SERVICES.glob("*.py") for action in NOTED.findall(file.read_text())}
    assert len(noted) > 20
    assert noted - WORDS.keys() == set()
