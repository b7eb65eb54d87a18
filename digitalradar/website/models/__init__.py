"""Pages of the portal itself, and what readers report about them."""

from .barrier_report import BarrierReport
from .home import HomeGain, HomePage, HomePoint, HomeSentence
from .standard import StandardPage
from .trouble import TroublePage

__all__ = ["BarrierReport", "HomeGain", "HomePage", "HomePoint", "HomeSentence", "StandardPage", "TroublePage"]
