"""Focus groups: who belongs to them, what they want to talk about, what was told, and who may read it."""

from .contribution import AnonymousVersion, Citation, Confidentiality, Contribution
from .group import FocusGroup
from .impulse import Impulse
from .membership import Membership, Period
from .session_answer import Announcement, SessionAnswer
from .topic import TopicProposal, Vote

__all__ = [
    "Announcement",
    "AnonymousVersion",
    "Citation",
    "Confidentiality",
    "Contribution",
    "FocusGroup",
    "Impulse",
    "Membership",
    "Period",
    "SessionAnswer",
    "TopicProposal",
    "Vote",
]
