"""A process that writes what is due. Run as ``python -m tests.events.reminder [NUMBER]``.

With a number it stops in the middle of that letter, after it is noted and queued and before the commit, and says so:
there is time to kill it.
"""

import sys
import time

import django

SECONDS = 600


def stop_at(number: int) -> None:
    """Let the process stop inside the transaction of its letter of this number."""
    from digitalradar.events import emails

    write, written = emails.reminder, []

    def stopping(registration) -> None:
        write(registration)
        written.append(registration.pk)
        if len(written) == number:
            sys.stdout.write("reached\n")
            sys.stdout.flush()
            time.sleep(SECONDS)

    emails.reminder = stopping


def main() -> None:
    django.setup()
    from digitalradar.events.services.reminding import write_what_is_due

    for number in sys.argv[1:]:
        stop_at(int(number))
    write_what_is_due()


if __name__ == "__main__":
    main()
