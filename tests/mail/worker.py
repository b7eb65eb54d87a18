"""A worker process for tests. Run as ``python -m tests.mail.worker [POINT]``; settings come from the environment.

Without a point it works until it is killed. With one it stops there and says so: there is time to kill it.
``before-mark``: the server has everything but the last line. ``after-mark``: that it gets it now is written down, no
more. ``after-answer``: the server has taken the message, nobody has written it down.
"""

import sys
import time
from typing import Any

import django

SECONDS = 600


def stop_here() -> None:
    """Say so and wait."""
    sys.stdout.write("reached\n")
    sys.stdout.flush()
    time.sleep(SECONDS)


def stop_at(point: str) -> None:
    """Let the process stop at this point of its first message."""
    from digitalradar.mail.models.message import MessageQuerySet

    mark, end = MessageQuerySet.note_handing_over, MessageQuerySet.end

    def stopping_mark(self: MessageQuerySet, pk: int, claim: str) -> bool:
        if point == "before-mark":
            stop_here()
        is_marked = mark(self, pk, claim)
        if point == "after-mark":
            stop_here()
        return is_marked

    def stopping_end(self: MessageQuerySet, state: str, *answer: Any) -> int:
        if point == "after-answer" and state == "sent":
            stop_here()
        return end(self, state, *answer)

    MessageQuerySet.note_handing_over, MessageQuerySet.end = stopping_mark, stopping_end


def main() -> None:
    django.setup()
    from digitalradar.core.jobs.loop import JobLoop

    for point in sys.argv[1:]:
        stop_at(point)
    JobLoop().run()


if __name__ == "__main__":
    main()
