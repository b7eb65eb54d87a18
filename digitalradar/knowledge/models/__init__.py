"""The library: guides, technology profiles and practice reports as Wagtail pages, with facts and terms."""

from .base import KnowledgePage
from .choices import CostClass, Ending, Ripeness, Size, Stage
from .facts import Deadline, Fact, FactUse
from .guide import GuidePage, Prerequisite, RelatedGuide
from .indexes import GuideIndexPage, IndexPage, ReportIndexPage, TechnologyIndexPage
from .report import PracticeReportPage, ReportGuide
from .technology import TechnologyGuide, TechnologyPage
from .terms import GlossaryTerm

__all__ = [
    "CostClass",
    "Deadline",
    "Ending",
    "Fact",
    "FactUse",
    "GlossaryTerm",
    "GuideIndexPage",
    "GuidePage",
    "IndexPage",
    "KnowledgePage",
    "PracticeReportPage",
    "Prerequisite",
    "RelatedGuide",
    "ReportGuide",
    "ReportIndexPage",
    "Ripeness",
    "Size",
    "Stage",
    "TechnologyGuide",
    "TechnologyIndexPage",
    "TechnologyPage",
]
