"""One line of a file of official figures: the share of companies in one band."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .figures import BANDS, BASIC, CODES, COUNTRIES, FLAGS, SIZES, VERSIONS
from .sources import Source, sources

# Those the portal reads; the others of Eurostat's extract (labels) may stand in the file, too.
COLUMNS = (
    *("geo", "year", "dii_version", "size_class_persons_employed", "band", "eurostat_indicator"),
    *("value", "unit", "flag", "nace_scope", "source_url", "extracted_on"),
)
UNIT = "percent_of_enterprises"
# Sums over classes; nobody is compared with them.
OTHER_SIZES = ("10-249", "GE10")
YEAR = re.compile(r"20[0-9]{2}")
SHARE = re.compile(r"(?:100(?:\.0{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2})?)")


class CellRefused(Exception):
    """A line cannot be used because of one ``column``."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Cell:
    """``value`` is a share in percent, 0 to 100 with at most two decimals."""

    geo: str
    year: int
    version: str
    size: str
    band: str
    value: Decimal
    flag: str
    source: str
    extracted_on: date

    @property
    def key(self) -> tuple[str, int, str, str]:
        return self.geo, self.year, self.version, self.size


def read_cell(row: dict[str, str]) -> Cell | None:
    """Return what a line says, None for a size class that is not shown.

    Raises:
        CellRefused: with the first column that is wrong.
    """
    given = {name: row[name].strip() for name in COLUMNS}
    geo = _one_of(given, "geo", COUNTRIES)
    version = _one_of(given, "dii_version", VERSIONS)
    size = _one_of(given, "size_class_persons_employed", (*SIZES, *OTHER_SIZES))
    band = _one_of(given, "band", (*BANDS, BASIC))
    _one_of(given, "eurostat_indicator", (f"{VERSIONS[version]}_{CODES[band]}",))
    _one_of(given, "unit", (UNIT,))
    published = _source(given)
    cell = Cell(
        geo=geo,
        year=int(_matching(given, "year", YEAR, "a year of this century")),
        version=version,
        size=size,
        band=band,
        value=Decimal(_matching(given, "value", SHARE, "a share from 0 to 100 with at most two decimals and a point")),
        flag=_flags(given),
        source=published.dataset,
        extracted_on=_date(given),
    )
    return cell if size in SIZES else None


def _one_of(given: dict[str, str], column: str, allowed: "tuple[str, ...] | dict[str, str]") -> str:
    if given[column] not in allowed:
        raise CellRefused(column, f"{_quoted(given[column])} is not one of: {', '.join(allowed)}.")
    return given[column]


def _matching(given: dict[str, str], column: str, pattern: re.Pattern[str], wanted: str) -> str:
    if not pattern.fullmatch(given[column]):
        raise CellRefused(column, f"{_quoted(given[column])} is not {wanted}.")
    return given[column]


def _source(given: dict[str, str]) -> Source:
    """Find who published the line: no figure without a source that the portal can name."""
    found = [source for source in sources().values() if source.address == given["source_url"]]
    if not found:
        raise CellRefused("source_url", f"{_quoted(given['source_url'])} is not the address of a known source.")
    _one_of(given, "nace_scope", (found[0].nace_scope,))
    return found[0]


def _flags(given: dict[str, str]) -> str:
    if unknown := sorted(set(given["flag"]) - FLAGS):
        raise CellRefused("flag", f"The mark {_quoted(unknown[0])} is unknown, or says that there is no value.")
    return given["flag"]


def _date(given: dict[str, str]) -> date:
    try:
        return date.fromisoformat(given["extracted_on"])
    except ValueError:
        raise CellRefused("extracted_on", f"{_quoted(given['extracted_on'])} is not a day like 2026-03-28.") from None


def _quoted(text: str) -> str:
    """Show a foreign text shortened: a file may hold anything."""
    return repr(text if len(text) <= 40 else f"{text[:39]}…")
