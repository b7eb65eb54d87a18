"""A backlog of expired runs is deleted, and the usage figures are read before and after.

python -m bench.retention [--runs 1000,10000] [--databases sqlite,postgresql]
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

from bench.figures import milliseconds
from bench.portal import ROOT, installed

INSERTED_AT_ONCE = 500
HALF = 20  # questions answered in the unfinished half of the runs


def fill(count: int) -> None:
    """Add expired runs through the main check; every second one has a result."""
    from django.utils.timezone import now

    from digitalradar.assessments.models import Assessment, CatalogueVersion, Result
    from digitalradar.assessments.queries import questionnaire
    from digitalradar.assessments.services.finishing import show_result
    from digitalradar.assessments.services.runs import start_run
    from digitalradar.assessments.tokens import hash_token, new_token

    version = CatalogueVersion.objects.get(catalogue="digital-check", is_active=True)
    questions = list(questionnaire(version.pk, "de").question)
    answers = {question: {"value": 3, "relevance": 2} for question in questions}
    profile = {"size": "10-49", "sector": "handwerk"}
    shown = show_result(token=start_run(version=version, profile=profile, answers=answers)[1])
    assert shown
    model, result = shown
    part = {question: answers[question] for question in questions[:HALF]}

    def run(number: int) -> Assessment:
        done: dict[str, Any] = (
            {"answers": answers, "finished_at": model.finished_at} if number % 2 else {"answers": part}
        )
        return Assessment(
            catalogue_version=version,
            token_hash=hash_token(new_token()),
            expires_at=now() - timedelta(days=1),
            edition=1,
            **profile,
            **done,
        )

    for start in range(0, count, INSERTED_AT_ONCE):
        made = Assessment.objects.bulk_create(
            run(number) for number in range(start, min(start + INSERTED_AT_ONCE, count))
        )
        copied = {name: getattr(result, name) for name in ("inputs", "outcome", "steps", "digest", "scoring_version")}
        finished = (one for one in made if one.finished_at)
        Result.objects.bulk_create(Result(assessment=one, number=1, **copied) for one in finished)


def measure(count: int) -> None:
    """Delete ``count`` runs inside the installation this process was started for, and print how long it took."""
    from django.utils.timezone import localdate

    from digitalradar.assessments.queries.usage import usage
    from digitalradar.assessments.services import clocks
    from digitalradar.assessments.usage import Period, first_of_month

    fill(count)
    month = first_of_month(localdate())
    times: list[float] = []
    delete = clocks.delete_runs

    def timed(chosen: Any) -> int:
        started = time.perf_counter()
        deleted = delete(chosen)
        times.append(time.perf_counter() - started)
        return deleted

    clocks.delete_runs = timed
    started = time.perf_counter()
    before = usage("digital-check", Period(month, month)).counts
    read = time.perf_counter() - started
    started = time.perf_counter()
    deleted = clocks.delete_expired()
    took = time.perf_counter() - started
    assert deleted == count, f"{deleted} of {count} were deleted"
    assert usage("digital-check", Period(month, month)).counts == before, "deleting changed the figures"
    print(
        f"    {count:6} runs  figures read in {read:5.2f} s  deleted in {took:6.2f} s  one batch {milliseconds(times)}"
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", default="1000,10000")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--inside", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        import django

        django.setup()
        measure(options.inside)
        return
    for database in options.databases.split(","):
        print(database, flush=True)
        for count in options.runs.split(","):
            with installed(database) as installation:
                command = [sys.executable, "-m", "bench.retention", "--inside", count]
                environment = installation.environment | {"PYTHONPATH": os.environ.get("PYTHONPATH", "")}
                subprocess.run(command, cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    main()
