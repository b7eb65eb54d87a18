"""The public page of official figures: one size class over the years, each list of criteria for itself."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..models import OfficialShare
from ..official import COUNTRIES, OWN_COUNTRY, SIZES, source
from ..queries.official import official_series
from ..scoring import dii_series
from .official import MICRO_CAVEAT, WITH_PEOPLE, percent, source_line, stacked

SIZE_LABELS = {
    "10-49": gettext_lazy("10 bis 49 Personen"),
    "50-249": gettext_lazy("50 bis 249 Personen"),
    "GE250": gettext_lazy("250 und mehr Personen"),
}
# What people may write in the address: the official classes and those of the profile.
ASKED = {"1-9": "10-49", "250+": "GE250"} | {size: size for size in SIZES}
COUNTRY_NAMES = {OWN_COUNTRY: gettext_lazy("Deutschland"), "EU27_2020": gettext_lazy("EU")}
FLAG_WORDS = {
    "b": pgettext_lazy("official figure", "Bruch in der Reihe"),
    "d": pgettext_lazy("official figure", "abweichende Definition"),
    "e": pgettext_lazy("official figure", "geschätzt"),
    "p": pgettext_lazy("official figure", "vorläufig"),
    "r": pgettext_lazy("official figure", "überarbeitet"),
    "s": pgettext_lazy("official figure", "von Eurostat geschätzt"),
    "u": pgettext_lazy("official figure", "wenig verlässlich"),
}


def series_page(asked: str, language: str) -> dict[str, Any]:
    """Return what ``official_statistics.html`` shows of a size class; anything unknown means the smallest one.

    Every index version has a part of its own: they count different criteria and never stand in one series.
    """
    size = ASKED.get(asked, SIZES[0])
    series = official_series(size)
    return {
        "size": size,
        "people": WITH_PEOPLE[size],
        "sizes": [_size_link(one, size) for one in SIZES],
        "micro_caveat": MICRO_CAVEAT if asked == "1-9" else "",
        "versions": [_version(version, rows) for version, rows in series.items()],
        "source": source("isoc_e_dii"),
        "population": source("isoc_e_dii").nace_words.get(language, source("isoc_e_dii").nace_words["de"]),
    }


def _size_link(size: str, current: str) -> dict[str, Any]:
    address = f"{reverse('assessments:official_statistics')}?groesse={size}"
    return {"label": SIZE_LABELS[size], "url": address, "is_current": size == current}


def _version(version: str, rows: list[OfficialShare]) -> dict[str, Any]:
    if not dii_series([{"dii_version": row.version} for row in rows])["allowed"]:
        raise ValueError("Figures of different lists of criteria never stand in one series.")
    years = ", ".join(str(year) for year in sorted({row.year for row in rows}))
    latest = max(rows, key=lambda row: row.extracted_on)
    return {
        "id": version,
        "number": version.removeprefix("v"),
        "years": years,
        "sentence": _sentence(rows),
        "has_bands": any(row.shares for row in rows),
        "rows": [_row(row) for row in sorted(rows, key=lambda row: (row.year, COUNTRIES.index(row.geo)))],
        "source": source_line(latest.source, latest.extracted_on, version=version, years=years),
        "citation": _citation(latest, version, years),
    }


def _row(row: OfficialShare) -> dict[str, Any]:
    return {
        "year": row.year,
        "country": COUNTRY_NAMES[row.geo],
        "flags": ", ".join(str(FLAG_WORDS[letter]) for letter in row.flags),
        "basic": percent(row.at_least_basic),
        "basic_width": f"{row.at_least_basic:.2f}",
        "bands": stacked(list(row.shares)) if row.shares else [],
    }


def _sentence(rows: list[OfficialShare]) -> str:
    """Say the first and the last year of the own country in words; empty with less than two years."""
    own = sorted((row for row in rows if row.geo == OWN_COUNTRY), key=lambda row: row.year)
    if len(own) < 2:
        return ""
    first, last = own[0], own[-1]
    return _(
        "Im Jahr %(last_year)s nutzten in Deutschland %(last)s der Betriebe mit %(people)s mindestens vier der zwölf "
        "Merkmale, %(first_year)s waren es %(first)s."
    ) % {
        "people": WITH_PEOPLE[last.size],
        "last_year": last.year,
        "last": percent(last.at_least_basic),
        "first_year": first.year,
        "first": percent(first.at_least_basic),
    }


def _citation(row: OfficialShare, version: str, years: str) -> str:
    found = source(row.source)
    return _(
        "%(publisher)s: %(title)s (%(dataset)s), Fassung %(version)s, Erhebung %(years)s, %(address)s, "
        "gespeicherte Kopie vom %(date)s."
    ) % {
        "publisher": found.publisher,
        "title": found.title,
        "dataset": found.dataset,
        "version": version.removeprefix("v"),
        "years": years,
        "address": found.address,
        "date": date_format(row.extracted_on, "SHORT_DATE_FORMAT"),
    }
