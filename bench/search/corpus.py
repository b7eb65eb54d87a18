"""The guides of the library, judged queries, and made-up guides by the thousand."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

from digitalradar.search.entry import Entry

FOLDER = Path(__file__).resolve().parent
GUIDES = FOLDER.parents[1] / "content" / "guides" / "de"
PARTS = ("tuning", "held-out")
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True)
class Query:
    """What somebody typed, what kinds of difficulty it has, and which guides (by slug) help how much (1 or 2)."""

    text: str
    types: tuple[str, ...]
    grades: dict[str, int]


def queries(part: str) -> list[Query]:
    """Return the queries of ``tuning`` or ``held-out``."""
    data = yaml.safe_load((FOLDER / f"queries-{part}.yaml").read_text(encoding="utf-8"))
    return [
        Query(one["query"], tuple(one["types"]), {judged["slug"]: judged["grade"] for judged in one["relevant"]})
        for one in data["queries"]
    ]


def guides() -> list[Entry]:
    """Return the guides as they stand in the files of the library."""
    return [_guide(file) for file in sorted(GUIDES.glob("*.md"))]


def _guide(file: Path) -> Entry:
    _, front, text = file.read_text(encoding="utf-8").split("---\n", 2)
    told = yaml.safe_load(front)
    lines = re.sub(r"\]\([^)]*\)|\[F-[A-Z]+-\d+\]", "", text).replace("[", "").splitlines()
    first, last = told["stages"]
    return Entry(
        kind="guide",
        key=file.stem,
        language="de",
        title=told["title"],
        url=f"/leitfaeden/{file.stem}/",
        summary=told["promise"],
        headings="\n".join(line.lstrip("# ") for line in lines if line.startswith("### ")),
        body="\n".join(line.strip("-*| ") for line in lines if line and not line.startswith("#")),
        keywords="\n".join(map(str, told["keywords"])),
        facets={
            "topic_field": [told["topic_field"]],
            "dimension": [told["dimension"]],
            "stage": [str(stage) for stage in range(first, last + 1)],
            "sector": told["sectors"],
            "size": told["sizes"],
            "effort": [str(1 + sum(sum(told["hours"]) >= 2 * bound for bound in (8, 24, 60, 160)))],
            "cost_class": [told["cost_class"]],
            "format": ["guide"],
        },
    )


def made_up(count: int, originals: list[Entry]) -> Iterator[Entry]:
    """Yield ``count`` guides mixed of sentences, titles and facets of real ones; always the same ones.

    Every text has its own joined words besides, so that the vocabulary grows as that of a large library does.
    """
    dice = random.Random(4711)
    sentences = [one for entry in originals for line in entry.body.split("\n") for one in SENTENCE_END.split(line)]
    nouns = sorted({word for sentence in sentences for word in re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{4,11}\b", sentence)})
    for number in range(count):
        first, second = dice.sample(originals, 2)
        joined = [dice.choice(nouns) + dice.choice(nouns).lower() for _ in range(5)]
        body = dice.sample(sentences, 70) + joined
        yield Entry(
            kind="guide",
            key=f"guide-{number:05}",
            language="de",
            title=f"{first.title.split(':')[0]} und {dice.choice(nouns)} {number}",
            url=f"/leitfaeden/guide-{number:05}/",
            summary=second.summary,
            headings="\n".join(dice.sample(first.headings.split("\n") + second.headings.split("\n"), 3)),
            body="\n".join(" ".join(body[at : at + 5]) for at in range(0, len(body), 5)),
            keywords="\n".join(dice.sample(first.keywords.split("\n") + second.keywords.split("\n"), 6)),
            facets={name: dice.choice((first, second)).facets[name] for name in first.facets},
            published=date(2026, 1, 1) + timedelta(days=dice.randrange(300)),
            place=dice.randrange(50_000),
        )
