"""What one official figure is: the shares of companies of one country, year, index version and size class."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

# The portal is made for regions of Germany: the one place where that is said.
OWN_COUNTRY = "DE"
COUNTRIES = (OWN_COUNTRY, "EU27_2020")
SIZES = ("10-49", "50-249", "GE250")
VERSIONS = {"v3": "E_DI3", "v4": "E_DI4"}  # index version -> beginning of Eurostat's indicator codes
BANDS = ("very_low", "low", "high", "very_high")
BASIC = "at_least_basic"
CODES = {"very_low": "VLO", "low": "LO", "high": "HI", "very_high": "VHI", BASIC: "GELO"}
# Eurostat's marks beside a value that leave it a value (ec.europa.eu/eurostat/data/database/information).
FLAGS = frozenset("bdeprsu")
LARGEST_SUM_ERROR = Decimal("0.5")  # points of percent; four shares rounded to two decimals never differ so much


@dataclass(frozen=True, slots=True)
class Figure:
    """Shares in percent of companies. ``shares`` are the four bands, lowest first, empty where only the share
    „at least basic“ (four criteria and more) is known. ``flags`` are Eurostat's marks, sorted, each once."""

    geo: str
    year: int
    version: str
    size: str
    shares: tuple[Decimal, ...]
    at_least_basic: Decimal
    flags: str
    source: str
    extracted_on: date

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What there is only once."""
        return self.geo, self.year, self.version, self.size

    def __str__(self) -> str:
        return f"{self.geo} {self.year} {self.version} {self.size}"
