"""Saving one answer by the script's address: fifty people with one answer every five seconds, then as fast as it goes.

    python -m bench.save_answer [--seconds 30] [--databases sqlite,postgresql] [--workers 1]

Every acknowledged answer is looked up afterwards.
"""

import argparse
import asyncio
import json
import random
from dataclasses import dataclass, field

from bench.figures import milliseconds, percentile
from bench.forms import form_to
from bench.http_client import Browser
from bench.load import Times, closed_loop, paced
from bench.portal import Portal, installed, serving
from bench.processor import Processor
from bench.respondent import STAGES, Run, begin
from bench.verify import catalogue, check_answers

PEOPLE = 50
PAUSE = 5.0
BUDGET_MS = 25
SATURATING = 16


@dataclass
class Person:
    """Somebody with an open run, a connection and the page's CSRF token."""

    browser: Browser
    run: Run
    token: str
    chance: random.Random
    asked: list[str] = field(default_factory=list)

    async def save_one(self) -> None:
        """Save one answer and keep it as acknowledged when the portal says it is stored."""
        question, value = self.chance.choice(self.asked), self.chance.choice(STAGES)
        fields = [("csrfmiddlewaretoken", self.token), ("question", question), ("value", value)]
        page = await self.browser.post(f"{self.run.path}antwort/", fields)
        assert "saved" in json.loads(page.body), page.text
        self.run.answers[question] = value


async def arrive(portal: Portal, number: int) -> Person:
    """Begin a run."""
    browser, chance = Browser(portal.port), random.Random(number)
    run, page = await begin(browser, chance)
    token = dict(form_to(page.text, page.path, "/thema/").fixed)["csrfmiddlewaretoken"]
    return Person(browser, run, token, chance, [question.id for question in catalogue().questions])


def timed(people: list[Person]) -> Times:
    """Measure all requests of these people from now on."""
    times = Times()
    for person in people:
        person.browser.timed = times
    return times


async def measure(portal: Portal, seconds: float, label: str) -> None:
    """Print the paced and the saturated figures, then check every acknowledged answer."""
    people = [await arrive(portal, number) for number in range(PEOPLE)]

    async def save(person: int, _number: int) -> None:
        await people[person].save_one()

    for person in people:
        await person.save_one()
    times = timed(people)
    await paced(PEOPLE, seconds, PAUSE, save)
    p95 = 1000 * percentile(times.all, 0.95)
    verdict = "ok" if p95 <= BUDGET_MS else "MISSED"
    head = f"{label}  {PEOPLE} people, one answer every {PAUSE:.0f} s"
    print(f"{head}  {milliseconds(times.all)}  (budget p95 {BUDGET_MS} ms: {verdict})", flush=True)
    times, processor = timed(people), Processor(portal.process_id)
    done, took = await closed_loop(SATURATING, seconds / 3, save)
    used = processor.report(done)
    print(f"{label}  {SATURATING} without pause: {done / took:6.0f} answers/s  {milliseconds(times.all)}", flush=True)
    print(f"    {used}")
    for person in people:
        person.browser.timed = None
        await check_answers(person.browser, person.run)
        person.browser.close()
    print(f"{label}  all acknowledged answers of {PEOPLE} people found", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=30, help="length of the paced measurement")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database) as installation, serving(installation, workers=options.workers) as portal:
            asyncio.run(measure(portal, options.seconds, f"{database:10} {options.workers} workers"))


if __name__ == "__main__":
    main()
