"""Documents of every check in both languages, each built once."""

from collections.abc import Callable
from functools import lru_cache

import pytest
from django.test import Client

from digitalradar.assessments.documents import build_document
from digitalradar.assessments.models import Result
from tests.factories.assessments import INSTRUMENTS, Run, make_mixed_run
from tests.factories.region import ContactPersonFactory, RegionFactory
from tests.pdf_reader import Document

CASES = [(catalogue, language) for catalogue in INSTRUMENTS for language in ("de", "en")]


def result_of(run: Run) -> Result:
    """Let a run have a result and return it."""
    answer = Client().post(run.url("result"))
    assert answer.url == run.url("result")
    return run.stored().results.select_related("assessment").first()


@lru_cache(maxsize=len(CASES))
def document_and_result(catalogue: str, language: str) -> tuple[Document, Result]:
    """Return the document of a check with mixed answers, and the result it tells."""
    RegionFactory(is_example=False, funding_statement="Gefördert vom Beispielfonds.")
    ContactPersonFactory(name="Şule Łukaszewicz-Beispiel", organisation="Beispielkammer")
    result = result_of(make_mixed_run(catalogue, sector="handwerk", size="10-49", targets={}))
    return Document(build_document(result, language).content), result


@pytest.fixture(params=CASES, ids="-".join)
def built(request: pytest.FixtureRequest, db) -> tuple[Document, Result, str]:
    """A document of each check in each language, with the result it tells and its language."""
    return *document_and_result(*request.param), request.param[1]


@pytest.fixture
def document(db) -> Callable[..., Document]:
    """Return the document of one check in one language."""
    return lambda catalogue="digital-check", language="de": document_and_result(catalogue, language)[0]
