"""Scoring the main check over the API: 45 answers per request, all questions answered, the same bytes as the engine.

    python -m bench.api_score [--seconds 10] [--databases sqlite,postgresql] [--workers 1,2] [--clients 8]

Measured are one client alone, many without pause, and many that send the catalogue along. Every answer is compared
with the first one of its kind, and that one with the scoring engine.
"""

import argparse
import asyncio
import json
import time
from dataclasses import dataclass

from bench.figures import milliseconds
from bench.portal import Portal, installed, serving
from bench.processor import Processor
from bench.verify import catalogue

PATH = "/api/v1/catalogues/digital-check/score"
INLINE_PATH = "/api/v1/score"


@dataclass(frozen=True)
class Call:
    """One request that is sent again and again, and the answer it must have."""

    label: str
    path: str
    body: bytes
    expected: bytes


class Connection:
    """A keep-alive connection that sends JSON; cheap, for it shares the machine with the server."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def __aenter__(self) -> "Connection":
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def send(self, method: str, path: str, body: bytes = b"") -> bytes:
        """Return the body of the answer; anything but 200 ends the run."""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self._port}\r\nContent-Type: application/json\r\n"
        self._writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        first, *lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        assert first.split()[1] == "200", first
        length = next(int(line.split(":")[1]) for line in lines if line.lower().startswith("content-length:"))
        return await self._reader.readexactly(length)


async def calls(port: int) -> list[Call]:
    """Return the requests to measure, with answers that were held against the engine."""
    from digitalradar.assessments.scoring import score
    from digitalradar.assessments.scoring.strict_json import write_json

    check = catalogue()
    answers = {question.id: {"value": 1 + place % 5} for place, question in enumerate(check.questions)}
    filled = {"profile": {"sector": "handwerk", "size": "10-49"}, "answers": answers}
    outcome = json.loads(write_json(score(check, **filled)))
    async with Connection(port) as connection:
        whole = json.loads(await connection.send("GET", "/api/v1/catalogues/digital-check"))
        bodies = {PATH: json.dumps(filled).encode(), INLINE_PATH: json.dumps({"catalogue": whole, **filled}).encode()}
        found = {path: await connection.send("POST", path, body) for path, body in bodies.items()}
    for path, answer in found.items():
        result = json.loads(answer)
        assert {key: result[key] for key in outcome} == outcome, f"{path}: not the engine's numbers"
    labels = {PATH: "loaded catalogue", INLINE_PATH: f"catalogue sent along ({len(bodies[INLINE_PATH]) // 1000} kB)"}
    return [Call(labels[path], path, bodies[path], found[path]) for path in bodies]


async def load(port: int, clients: int, seconds: float, call: Call) -> tuple[list[float], float]:
    """Let each client send the request without pause; return all times and how long it took."""
    times: list[float] = []
    started = time.perf_counter()

    async def one() -> None:
        async with Connection(port) as connection:
            while time.perf_counter() - started < seconds:
                sent = time.perf_counter()
                answer = await connection.send("POST", call.path, call.body)
                times.append(time.perf_counter() - sent)
                assert answer == call.expected

    async with asyncio.TaskGroup() as group:
        for _ in range(clients):
            group.create_task(one())
    return times, time.perf_counter() - started


async def measure(portal: Portal, clients: int, seconds: float, label: str) -> None:
    """Print requests per second and percentiles: one client, then many, then many with the catalogue sent along."""
    loaded, inline = await calls(portal.port)
    for who, call in ((1, loaded), (clients, loaded), (clients, inline)):
        await load(portal.port, who, min(1, seconds), call)
        processor = Processor(portal.process_id)
        times, took = await load(portal.port, who, seconds, call)
        used = processor.report(len(times))
        print(f"{label}  {call.label}, {who} clients: {len(times) / took:6.0f}/s  {milliseconds(times)}", flush=True)
        print(f"    {used}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--clients", type=int, default=8)
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database) as installation:
            for workers in map(int, options.workers.split(",")):
                with serving(installation, workers=workers) as portal:
                    label = f"{database:10} {workers} workers"
                    asyncio.run(measure(portal, options.clients, options.seconds, label))


if __name__ == "__main__":
    main()
