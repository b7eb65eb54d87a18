"""Reads across models; catalogues are kept in memory because a loaded version never changes."""

from .catalogues import active_catalogue, active_questionnaire, questionnaire, scoring_catalogue
from .runs import find_run, find_share_link

__all__ = [
    "active_catalogue",
    "active_questionnaire",
    "find_run",
    "find_share_link",
    "questionnaire",
    "scoring_catalogue",
]
