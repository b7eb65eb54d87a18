"""The official statistic beside a result: where the own company stands among others of its size.

Everything comes from what the result has frozen, so that page, PDF and shared link show the same figures for ever.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..official import OWN_COUNTRY, ai_use, source
from .levels import with_comma

ITEMS = 12
BANDS = [
    {"id": "very_low", "label": gettext_lazy("sehr gering"), "from": 0, "to": 3},
    {"id": "low", "label": gettext_lazy("gering"), "from": 4, "to": 6},
    {"id": "high", "label": gettext_lazy("hoch"), "from": 7, "to": 9},
    {"id": "very_high", "label": gettext_lazy("sehr hoch"), "from": 10, "to": 12},
]
# Whole phrases by official size class, as they stand after „von 100“ and after „Betriebe mit“.
WITH_PEOPLE = {
    "10-49": gettext_lazy("10 bis 49 Beschäftigten"),
    "50-249": gettext_lazy("50 bis 249 Beschäftigten"),
    "GE250": gettext_lazy("250 und mehr Beschäftigten"),
}
# Words of scoring.md, section 13.
MICRO_CAVEAT = gettext_lazy(
    "Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten; der Vergleich dient nur der Orientierung."
)
TURN = Decimal(60)  # from this place on, the label stands left of the pointer


def official_view(inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    """Return what ``includes/official_bar.html`` shows of a result of the index; all texts are ready to print.

    ``score``, ``score_text``     the own number 0 to 12, and a sentence with it that says if it is an estimate
    ``estimate``                  „Schätzung aus n von 12“, empty when all twelve are answered
    ``has_comparison``            whether there are official figures of the own size class; only then:
    ``sentence``                  where one stands, „… vor etwa 71 von 100 Betrieben Ihrer Größe in Deutschland“
    ``percentile``, ``median``    the rank 1 to 99 as shown; the middle company's number as text with one decimal
    ``title``                     whom the bar counts, with the year
    ``bands``                     four dicts: ``id``, ``label``, ``from``, ``to`` (criteria), ``share`` (percent as
                                  text), ``is_own``, and ``x``, ``width`` (percent of the bar as texts with a point)
    ``pointer_x``, ``pointer_end``  the own place in percent of the bar; whether its label stands left of it
    ``pointer_label``             „Ihr Betrieb: 7 Merkmale“
    ``micro_caveat``              a sentence for companies below ten people, else empty
    ``source``                    publisher, dataset, version, year and date of the extract
    ``source_url``                address of the dataset
    ``size``                      official size class, for the link to the time series
    Without comparison: ``missing`` is ``size`` (not told) or ``figures`` (none loaded for the version).
    """
    score = outcome["score"]
    view = {
        "score": score,
        "score_text": _score_text(outcome),
        "estimate": _("Schätzung aus %(count)s von 12") % {"count": outcome["measured"]}
        if outcome["is_estimate"]
        else "",
    }
    comparison, rows = outcome.get("comparison"), inputs.get("official")
    if not (comparison and rows):
        return view | {"has_comparison": False, "missing": "figures" if inputs["profile"].get("size") else "size"}
    return view | {"has_comparison": True} | _compared(comparison, rows[0], outcome)


def percent(share: Decimal | str, places: str = "0.1") -> str:
    """Return a share in percent as the page's language writes it, rounded half up: „29,0 %“."""
    rounded = Decimal(share).quantize(Decimal(places), ROUND_HALF_UP)
    text = _("%(number)s %%") % {"number": with_comma(str(rounded))}
    return text.replace(" ", "\u00a0")  # number and sign stay on one line


def source_line(dataset: str, extracted_on: date, *, version: str, years: str) -> str:
    """Return where figures come from: publisher, dataset, version of the index, survey and extract."""
    return _(
        "Quelle: %(publisher)s, %(dataset)s, Fassung %(version)s, Erhebung %(years)s, "
        "Auszug aus einer gespeicherten Kopie vom %(date)s."
    ) % {
        "publisher": source(dataset).publisher,
        "dataset": dataset,
        "version": version.removeprefix("v"),
        "years": years,
        "date": date_format(extracted_on, "SHORT_DATE_FORMAT"),
    }


def rank_account(inputs: dict[str, Any], outcome: dict[str, Any]) -> str:
    """Return how the own place was estimated, as a sum to check with pencil and paper; empty without comparison.

    The shares of the lower bands, and of the own band the part below the own number (scoring.md, section 13).
    """
    comparison, rows = outcome.get("comparison"), inputs.get("official")
    if not (comparison and rows):
        return ""
    shares = [Decimal(share) for share in rows[0]["shares"]]
    own = next(place for place, band in enumerate(BANDS) if outcome["score"] <= band["to"])
    band = BANDS[own]
    # A number stands for the half point around it: 7 to 9 reaches from 6.5 to 9.5.
    start, width = Decimal(band["from"]) - Decimal("0.5"), band["to"] - band["from"] + 1
    from_start = f"{outcome['score']} {'−' if start > 0 else '+'} {abs(start)}"
    terms = [*(str(share) for share in shares[:own]), f"{shares[own]} × ({from_start}) / {width}"]
    return with_comma(f"({' + '.join(terms)}) / {sum(shares)} × 100 = {comparison['percentile']}")


def ai_use_view() -> dict[str, str]:
    """Return Eurostat's use of artificial intelligence: the only figures beside the result of the AI check."""
    figures = ai_use()
    own, union = figures[OWN_COUNTRY], figures["EU27_2020"]
    return {
        "sentence": _(
            "Im Jahr %(year)s nutzten in Deutschland %(own)s der Betriebe ab 10 Beschäftigten künstliche Intelligenz, "
            "in der EU %(union)s."
        )
        % {"year": own.year, "own": percent(own.value, "0.01"), "union": percent(union.value, "0.01")},
        "source": _("Quelle: %(publisher)s, %(dataset)s, Erhebung %(year)s, Zahlensammlung vom %(date)s.")
        % {
            "publisher": own.source.publisher,
            "dataset": own.source.dataset,
            "year": own.year,
            "date": date_format(own.source.extracted_on, "SHORT_DATE_FORMAT"),
        },
        "source_url": own.source.address,
    }


def _compared(comparison: dict[str, Any], row: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    place = Decimal(comparison["percentile"])
    people = WITH_PEOPLE[comparison["size"]]
    return {
        "sentence": _place_sentence(comparison, people),
        "percentile": comparison["shown"],
        "median": with_comma(str(Decimal(comparison["median"]).quantize(Decimal("0.1"), ROUND_HALF_UP))),
        "title": _("Betriebe mit %(people)s in Deutschland, %(year)s") % {"people": people, "year": comparison["year"]},
        "bands": stacked([Decimal(share) for share in row["shares"]], outcome["band"]),
        "pointer_x": f"{place:.2f}",
        "pointer_end": place > TURN,
        "pointer_label": _("Ihr Betrieb: %(score)s Merkmale") % {"score": outcome["score"]},
        "micro_caveat": str(MICRO_CAVEAT) if comparison["micro_caveat"] else "",
        "source": source_line(
            row["source"],
            date.fromisoformat(row["extracted_on"]),
            version=comparison["dii_version"],
            years=str(comparison["year"]),
        ),
        "source_url": source(row["source"]).address,
        "size": comparison["size"],
    }


def stacked(shares: list[Decimal], own: str = "") -> list[dict[str, Any]]:
    """Return the four bands with their places side by side in a bar that is full: 99.99 or 100.01 is taken as 100."""
    total, start, bands = sum(shares), Decimal(0), []
    for band, share in zip(BANDS, shares, strict=True):
        width = share * 100 / total
        bands.append(
            {**band, "share": percent(share), "is_own": band["id"] == own, "x": f"{start:.2f}", "width": f"{width:.2f}"}
        )
        start += width
    return bands


def _place_sentence(comparison: dict[str, Any], people: str) -> str:
    words = {"count": comparison["shown"], "people": people}
    if comparison["micro_caveat"]:  # these are not of the own size
        return _("Damit liegen Sie vor etwa %(count)s von 100 Betrieben mit %(people)s in Deutschland.") % words
    return _("Damit liegen Sie vor etwa %(count)s von 100 Betrieben Ihrer Größe in Deutschland.") % words


def _score_text(outcome: dict[str, Any]) -> str:
    if outcome["is_estimate"]:
        return _("Sie nutzen geschätzt %(score)s von 12 digitalen Merkmalen (Schätzung aus %(count)s von 12).") % {
            "score": outcome["score"],
            "count": outcome["measured"],
        }
    return _("Sie nutzen %(score)s von 12 digitalen Merkmalen.") % {"score": outcome["score"]}
