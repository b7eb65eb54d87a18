"""Official statistics that come with the package, and how a file of them is read. Knows no database."""

from .figures import COUNTRIES, OWN_COUNTRY, SIZES, Figure
from .reading import DEFAULT_FILE, FiguresUnreadable, Problem, Reading, read_figures
from .sources import Source, ai_use, source

__all__ = [
    "COUNTRIES",
    "DEFAULT_FILE",
    "OWN_COUNTRY",
    "SIZES",
    "Figure",
    "FiguresUnreadable",
    "Problem",
    "Reading",
    "Source",
    "ai_use",
    "read_figures",
    "source",
]
