"""How well the search finds guides: nDCG@10, recall@5 and MRR over judged queries, beside plain Wagtail search.

python -m bench.search.quality [--databases sqlite postgresql] [--show-tuning]
"""

import argparse
import subprocess
import sys
from collections.abc import Callable, Sequence
from functools import partial
from statistics import mean

from bench.portal import ROOT, installed

from .corpus import PARTS, Query, guides, queries
from .measures import ndcg, recall, reciprocal_rank

SETTINGS = "bench.search.plain.settings"
ENOUGH = 60  # guides; with fewer the judgements say nothing
Rank = Callable[[str], list[str]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure on each database in an installation of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--show-tuning", action="store_true", help="list the tuning queries that could be better")
    parser.add_argument("--inside", default="", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        measure(options.inside, show=options.show_tuning)
        return
    for database in options.databases:
        with installed(database, DJANGO_SETTINGS_MODULE=SETTINGS) as installation:
            command = [sys.executable, "-m", "bench.search.quality", "--inside", database]
            command += ["--show-tuning"] * options.show_tuning
            subprocess.run(command, env=installation.environment, cwd=ROOT, check=True)


def measure(database: str, *, show: bool) -> None:
    """Print the figures of both engines, inside an installation."""
    import django

    django.setup()
    from digitalradar.search import sources
    from digitalradar.search.queries import search
    from digitalradar.search.services import rebuild

    from .plain.models import PlainPage, load

    entries = [one for one in sources.entries() if one.kind == "guide" and one.language == "de"]
    entries = entries if len(entries) > ENOUGH else guides()
    load(entries)
    rebuild(entries)

    def ours(text: str) -> list[str]:
        return [hit.document.key for hit in search(text, language="de", kinds=["guide"]).hits]

    def plain(text: str, operator: str = "and") -> list[str]:
        return [page.slug for page in PlainPage.objects.live().search(text, operator=operator)[:10]]

    engines = {"portal": ours, "plain Wagtail": plain, "plain Wagtail, any word": partial(plain, operator="or")}

    print(f"{database}: {len(entries)} guides")
    for part in PARTS:
        judged = queries(part)
        for name, rank in engines.items():
            print(f"  {part}, {len(judged)} queries, {name}: {_figures(judged, rank)}")
    _print_types(queries("tuning"), engines)
    if show:
        _print_weak(queries("tuning"), ours)


def _figures(judged: Sequence[Query], rank: Rank) -> str:
    ranked = [(rank(query.text), query.grades) for query in judged]
    figures = {"nDCG@10": ndcg, "recall@5": recall, "MRR": reciprocal_rank}
    return "  ".join(f"{name} {mean(measure(*pair) for pair in ranked):.3f}" for name, measure in figures.items())


def _print_types(judged: Sequence[Query], engines: dict[str, Rank]) -> None:
    """Print nDCG@10 by kind of difficulty; of the tuning part only, the other one is too small to be cut up."""
    for kind in sorted({kind for query in judged for kind in query.types}):
        of_kind = [query for query in judged if kind in query.types]
        values = (
            f"{name} {mean(ndcg(rank(query.text), query.grades) for query in of_kind):.3f}"
            for name, rank in engines.items()
        )
        print(f"    {kind} ({len(of_kind)}): {'  '.join(values)}")


def _print_weak(judged: Sequence[Query], rank: Rank) -> None:
    for query in judged:
        found = rank(query.text)
        if (value := ndcg(found, query.grades)) < 0.9:
            print(f"    {value:.2f} {query.text!r}: {found[:5]}, wanted {query.grades}")


if __name__ == "__main__":
    main()
