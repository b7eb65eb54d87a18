"""People at work at the same time: closed loop (no pauses) and paced; times by step."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable

from bench.respondent import step


class Times:
    """Seconds per step, for one measurement."""

    def __init__(self) -> None:
        self.by_step: dict[str, list[float]] = defaultdict(list)

    def __call__(self, method: str, path: str, seconds: float) -> None:
        self.by_step[step(method, path)].append(seconds)

    @property
    def all(self) -> list[float]:
        return [seconds for values in self.by_step.values() for seconds in values]


async def closed_loop(people: int, seconds: float, work: Callable[[int, int], Awaitable[None]]) -> tuple[int, float]:
    """Let each person do ``work(person, number)`` again and again; return (number done, seconds it took).

    What was begun in time is finished and counts, and so does the time it took: nothing is cut off.
    """
    started = time.perf_counter()
    done = 0

    async def one(person: int) -> None:
        nonlocal done
        number = 0
        while time.perf_counter() - started < seconds:
            await work(person, number)
            number += 1
            done += 1

    async with asyncio.TaskGroup() as group:
        for person in range(people):
            group.create_task(one(person))
    return done, time.perf_counter() - started


async def paced(people: int, seconds: float, pause: float, work: Callable[[int, int], Awaitable[None]]) -> int:
    """Let each person do ``work`` once per ``pause``, evenly spread, however long the work takes; return how often."""
    started = time.perf_counter()
    rounds = int(seconds / pause)

    async def one(person: int) -> None:
        for number in range(rounds):
            due = started + pause * (number + person / people)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            await work(person, number)

    async with asyncio.TaskGroup() as group:
        for person in range(people):
            group.create_task(one(person))
    return people * rounds
