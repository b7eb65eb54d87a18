"""Everything where people meet, on one model: dates, places to book, who booked, who came."""

from .accompanying import AgendaItem, Material, Minutes
from .answers import Feedback, FollowUp
from .attendance import Attendance
from .booking import Booking
from .log import LogEntry
from .occurrence import Occurrence
from .offer import Offer
from .personal_feed import PersonalFeed
from .place import Place
from .question import Question
from .registration import Registration
from .series import Series
from .webhook import WebhookDelivery, WebhookEndpoint

__all__ = [
    "AgendaItem",
    "Attendance",
    "Booking",
    "Feedback",
    "FollowUp",
    "LogEntry",
    "Material",
    "Minutes",
    "Occurrence",
    "Offer",
    "PersonalFeed",
    "Place",
    "Question",
    "Registration",
    "Series",
    "WebhookDelivery",
    "WebhookEndpoint",
]
