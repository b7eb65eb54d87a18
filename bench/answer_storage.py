"""Answers as one row each or as one document per run: which is faster with 50 writers?

Two processes share 8 or 50 connections, as two web workers would. Each connection saves without a pause, so these
figures show saturation; "paced" lets 50 connections save one answer a second each, five times what 50 people do.
Rows and document take turns in every round; only figures of the same run are comparable.

    python -m bench.answer_storage [--seconds 1.0] [--rounds 3]
"""

import argparse
import itertools
import multiprocessing as mp
import random
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.figures import milliseconds, percentile
from bench.local_postgres import running_postgres
from bench.storage_layouts import LAYOUTS, PER_SECTION, QUESTIONS, SECTIONS, Answers, connect, fill, kilobytes

PEOPLE = 50
FILLED_RUNS = 2000
PROCESSES = 2
PAUSE = 1.0
START_SECONDS = 60
OPERATIONS = ("one answer", "one page", "read a run")
PAGES = [(run, section) for run in range(PEOPLE) for section in range(SECTIONS)]


def changes(operation: str, pages: list[tuple[int, int]], chance: random.Random) -> Iterator[tuple[int, Answers]]:
    """Yield (run, answers to save) for ever; ``planned`` and ``relevance`` make neighbouring values differ."""
    for count in itertools.count():
        run, section = chance.choice(pages)
        questions = QUESTIONS[section] if operation == "one page" else [QUESTIONS[section][count % PER_SECTION]]
        yield run, {q: {"value": count, "relevance": count % 3 + 1, "planned": count % 2 == 0} for q in questions}


def one_connection(task: dict[str, Any], number: int, out: list[Any], barrier: Any) -> None:
    """Save or read until the time is up; keep each duration and the last value acknowledged per question.

    A connection owns pages of many runs and shares every run with others: a lost update would show.
    """
    layout, own = LAYOUTS[task["layout"]], PAGES[number :: task["connections"]]
    times: list[float] = []
    acknowledged: dict[tuple[int, str], dict[str, Any]] = {}
    with closing(connect(task["address"], task["synchronous"])) as connection:
        work = changes(task["operation"], own, random.Random(number))
        barrier.wait(START_SECONDS)
        end = time.perf_counter() + task["seconds"]
        due = time.perf_counter() + task["pause"] * number / task["connections"]
        while max(due, start := time.perf_counter()) < end:
            if task["pause"]:
                time.sleep(max(0.0, due - start))
                start, due = max(due, start), due + task["pause"]
            run, answers = next(work)
            if task["operation"] == "read a run":
                layout.read(connection, run)
            else:
                layout.save(connection, run, answers)
                acknowledged.update({(run, question): answer for question, answer in answers.items()})
            times.append(time.perf_counter() - start)
    out.append((times, acknowledged))


def one_process(task: dict[str, Any], numbers: list[int], barrier: Any, results: Any) -> None:
    """Run this process' share of the connections, one thread each."""
    out: list[Any] = []
    threads = [threading.Thread(target=one_connection, args=(task, n, out, barrier)) for n in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    results.put(out)


def measure(task: dict[str, Any]) -> list[float]:
    """Return all durations in seconds; raises AssertionError if an acknowledged answer is not in the database."""
    context = mp.get_context("spawn")
    barrier, results = context.Barrier(task["connections"]), context.SimpleQueue()
    shares = [list(range(task["connections"]))[part::PROCESSES] for part in range(PROCESSES)]
    processes = [context.Process(target=one_process, args=(task, share, barrier, results)) for share in shares]
    for process in processes:
        process.start()
    outcomes = [outcome for _ in processes for outcome in results.get()]
    for process in processes:
        process.join()
    assert len(outcomes) == task["connections"], "a connection failed; its error stands above"
    with closing(connect(task["address"], task["synchronous"])) as connection:
        stored = {run: LAYOUTS[task["layout"]].read(connection, run) for run in range(PEOPLE)}
    for _, acknowledged in outcomes:
        for (run, question), answer in acknowledged.items():
            assert stored[run][question] == answer, f"lost: run {run}, {question}"
    return [duration for times, _ in outcomes for duration in times]


def compare(engine: str, base: dict[str, Any], addresses: dict[str, str], rounds: int) -> None:
    """Print rows and document for every operation and number of connections on one database."""
    cases = [(connections, operation, 0.0) for connections in (8, PEOPLE) for operation in OPERATIONS]
    for connections, operation, pause in [*cases, (PEOPLE, "one answer", PAUSE)]:
        seconds = base["seconds"] + 2 * pause
        times: dict[str, list[float]] = {name: [] for name in LAYOUTS}
        for _, name in itertools.product(range(rounds), LAYOUTS):
            task = base | {"layout": name, "address": addresses[name], "connections": connections, "pause": pause}
            times[name] += measure(task | {"operation": operation, "seconds": seconds})
        for name, values in times.items():
            label = f"{operation}, paced" if pause else operation
            rate = f"{len(values) / rounds / seconds:7.0f}/s"
            case = f"{engine:13} {connections:2} connections  {label:17} {name:8}"
            print(f"{case} {rate}  {milliseconds(values)}", flush=True)
        p95 = percentile(times["document"], 0.95) / percentile(times["rows"], 0.95)
        share = len(times["document"]) / len(times["rows"])
        print(f"{'':50}document : rows = {share:.2f} in throughput, {p95:.2f} in p95", flush=True)


def prepare(addresses: dict[str, str], engine: str) -> None:
    """Fill both layouts and print their sizes."""
    for name, layout in LAYOUTS.items():
        with closing(connect(addresses[name], "NORMAL")) as connection:
            fill(layout, connection, FILLED_RUNS)
            print(f"{engine:17} {name:8} {FILLED_RUNS} complete runs take {kilobytes(layout, connection):.0f} kB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=1.0, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    base = {"seconds": options.seconds}
    with tempfile.TemporaryDirectory(prefix="bench-storage-") as folder:
        files = {name: str(Path(folder) / f"{name}.sqlite3") for name in LAYOUTS}
        prepare(files, "SQLite")
        for synchronous in ("FULL", "NORMAL"):
            compare(f"SQLite {synchronous}", base | {"synchronous": synchronous}, files, options.rounds)
    with running_postgres() as address:
        prepare(dict.fromkeys(LAYOUTS, address), "PostgreSQL")
        compare("PostgreSQL", base | {"synchronous": ""}, dict.fromkeys(LAYOUTS, address), options.rounds)


if __name__ == "__main__":
    main()
