"""The library: guides, technology profiles and practice reports as Wagtail pages, with facts and terms."""

from .base import KnowledgePage
from .choices import CostClass, Ending, Ripeness, Size, Stage
from .content_file import ContentFile
from .facts import Deadline, Fact, FactUse
from .feedback import GuideFeedback
from .guide import GuidePage, Prerequisite, RelatedGuide
from .indexes import GuideIndexPage, IndexPage, ReportIndexPage, TechnologyIndexPage
from .reminder import ReviewReminder
from .rendered import RenderedArticle
from .report import PracticeReportPage, ReportGuide
from .review import PreviewLink, Review, ReviewComment, ReviewTask
from .technology import TechnologyGuide, TechnologyPage
from .terms import GlossaryTerm

__all__ = [
    "ContentFile",
    "CostClass",
    "Deadline",
    "Ending",
    "Fact",
    "FactUse",
    "GlossaryTerm",
    "GuideFeedback",
    "GuideIndexPage",
    "GuidePage",
    "IndexPage",
    "KnowledgePage",
    "PracticeReportPage",
    "Prerequisite",
    "PreviewLink",
    "RelatedGuide",
    "RenderedArticle",
    "ReportGuide",
    "ReportIndexPage",
    "Review",
    "ReviewComment",
    "ReviewReminder",
    "ReviewTask",
    "Ripeness",
    "Size",
    "Stage",
    "TechnologyGuide",
    "TechnologyIndexPage",
    "TechnologyPage",
]
