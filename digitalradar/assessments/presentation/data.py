"""Own data of a run for download (docs/reference/run-export.md)."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..models import Result
from ..open_run import OpenRun
from ..queries import scoring_catalogue
from ..run_file import FORMAT, FORMAT_VERSION
from ..scoring import dma
from .guides import guide_addresses
from .options import answer_text


def run_data(opened: OpenRun) -> dict[str, Any]:
    """Return everything stored about a run except the hash of its secret; newest result first."""
    run, results = opened.run, list(opened.run.results.all())
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "catalogue": opened.questionnaire.id,
        "family": opened.questionnaire.data["family"],
        "version": opened.questionnaire.data["version"],
        "created_at": run.created_at.isoformat(),
        "deleted_after": run.expires_at.isoformat(),
        "profile": run.profile,
        "answers": run.answers,
        "dimension_relevance": run.dimension_relevance,
        "targets": run.targets,
        "done_measures": run.done_measures,
        "results": [
            {
                "number": result.number,
                "created_at": result.created_at.isoformat(),
                "scoring_version": result.scoring_version,
                "inputs": result.inputs,
                "outcome": result.outcome,
            }
            for result in results
        ],
        "dma_style": dma_style(opened, results[0] if results else None),
        "guides": guide_addresses(results[0].outcome if results else None),
    }


def dma_style(opened: OpenRun, result: Result | None) -> dict[str, Any] | None:
    """Return the newest result in the six dimensions of the EU's assessment (scoring.md, section 18).

    Main check only; None for others and without a result. ``note`` says that it is no official result.
    """
    if result is None or opened.questionnaire.data["family"] != "main":
        return None
    catalogue = scoring_catalogue(opened.run.catalogue_version_id)
    found = dma(catalogue, profile=result.inputs["profile"], answers=result.inputs["answers"])
    return {"note": _("angelehnt an das EU-DMA, kein amtliches DMA-Ergebnis"), **found}


def answer_rows(opened: OpenRun) -> Iterator[list[Any]]:
    """Yield one row per question that is asked, in catalogue order."""
    for question_id in opened.visible:
        question = opened.questionnaire.question[question_id]
        stored = opened.run.answers.get(question_id, {})
        value = stored.get("value")
        yield [
            question["dimension"],
            question_id,
            question["text"],
            value,
            answer_text(opened.questionnaire, question_id, value, opened.run.sector),
            stored.get("relevance", opened.run.dimension_relevance.get(question["dimension"])),
            "yes" if stored.get("planned") else "",
        ]
