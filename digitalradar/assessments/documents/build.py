"""One door: a result in, a PDF out."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import override

from digitalradar.core.built_documents import Built
from digitalradar.core.typst import build_pdf, layout_digest
from digitalradar.core.typst.polishing import polished

from ..models import Result
from ..presentation.indicators import indicators_view
from ..presentation.result import result_page
from ..queries import questionnaire
from .cyber import cyber_blocks
from .dii import dii_blocks
from .frame import cover, frame, sources
from .staged import staged_blocks
from .voice import Voice

FOLDER = Path(__file__).resolve().parent
LAYOUT = FOLDER / "result.typ"
BLOCKS = {"staged": staged_blocks, "cyber": cyber_blocks, "dii": dii_blocks}


def build_document(result: Result, language: str) -> Built:
    """Return the document of a result. It takes well below a second.

    Raises:
        typst.TypstError: the layout has an error.
    """
    data = document_data(result, language)
    pdf = build_pdf(LAYOUT, data, created_at=result.created_at)
    return Built(pdf.content, pdf.pages, _digest(data))


def document_data(result: Result, language: str) -> dict[str, Any]:
    """Return everything the document says, in its language."""
    with override(language):
        texts = questionnaire(result.assessment.catalogue_version_id, language)
        page = result_page(texts, result.inputs, result.outcome, result.steps)
        page["indicators"] = indicators_view(texts, result.assessment)
        voice = Voice(texts, language)
        data = frame(page, result, voice) | {
            "cover": cover(page, result, voice),
            "blocks": [*BLOCKS[page["kind"]](page, voice), *sources(page, result, voice)],
        }
        return polished(data)


def document_digest(result: Result, language: str) -> str:
    """Return one SHA-256 over words and layout: a kept PDF with another one is outdated."""
    return _digest(document_data(result, language))


def _digest(data: dict[str, Any]) -> str:
    said = json.dumps(data, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(f"{_layout()} {said}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _layout() -> str:
    return layout_digest(FOLDER)
