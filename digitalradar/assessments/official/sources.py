"""Who publishes the figures of the package, and the two figures about artificial intelligence."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Source:
    """One dataset; what a page has to say beside its figures. ``nace_words`` say by language whom it counts."""

    title: str
    publisher: str
    dataset: str
    address: str
    file: str
    extracted_on: date
    extract_note: str
    nace_scope: str
    nace_words: dict[str, str]
    reuse: str


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Return all sources by the code of their dataset."""
    read = yaml.safe_load((FOLDER / "sources.yaml").read_text(encoding="utf-8"))
    return {code: _source(entry) for code, entry in read.items()}


def source(dataset: str) -> Source:
    """Return one source; an unknown code is a :class:`KeyError`."""
    return sources()[dataset]


def _source(entry: dict[str, Any]) -> Source:
    return Source(**{**entry, "extracted_on": date.fromisoformat(entry["extracted_on"])})


@dataclass(frozen=True)
class AiUse:
    """Share in percent of companies with ten and more people that use at least one AI technology."""

    geo: str
    year: int
    value: Decimal
    source: Source


@lru_cache(maxsize=1)
def ai_use() -> dict[str, AiUse]:
    """Return Eurostat's use of AI by country: the only figures the AI check quotes (scoring.md, section 17)."""
    found = source("isoc_eb_ai")
    with (FOLDER / found.file).open(encoding="utf-8", newline="") as file:
        return {
            row["geo"]: AiUse(row["geo"], int(row["year"]), Decimal(row["value"]), found)
            for row in csv.DictReader(file)
        }
