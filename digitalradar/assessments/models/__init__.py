"""Data of the checks: loaded catalogues, runs through them, and what came out."""

from .assessment import Assessment, AssessmentQuerySet
from .benchmark import BenchmarkCell, BenchmarkRelease, Contribution
from .catalogue_version import CatalogueVersion
from .official_share import OfficialShare
from .result import Result
from .result_document import ResultDocument
from .share_link import ShareLink
from .start_text import StartText
from .usage_count import UsageCount

__all__ = [
    "Assessment",
    "AssessmentQuerySet",
    "BenchmarkCell",
    "BenchmarkRelease",
    "CatalogueVersion",
    "Contribution",
    "OfficialShare",
    "Result",
    "ResultDocument",
    "ShareLink",
    "StartText",
    "UsageCount",
]
