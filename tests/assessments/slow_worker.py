"""A worker that takes very long for each document and says when it has begun: there is time to kill it in the middle.

Run as ``python -m tests.assessments.slow_worker``; settings come from the environment.
"""

import sys
import time

import django

SECONDS = 600


def main() -> None:
    django.setup()
    from digitalradar.assessments import tasks
    from digitalradar.core.jobs.loop import JobLoop

    def build(*_arguments: object) -> None:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        time.sleep(SECONDS)

    tasks.build_document = build
    JobLoop().run()


if __name__ == "__main__":
    main()
