"""What stands in a workbook: sheets with named columns, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Assessment, Result
from ..open_run import OpenRun
from .data import answer_rows, dma_style
from .guides import guide_addresses
from .result import result_kind
from .result_rows import result_columns, result_rows

WIDE, NARROW = 48, 14
TEXTS = {"title", "exact", "exact_unweighted", "field"}
TITLES = {
    "dimension": gettext_lazy("Kennung"),
    "title": gettext_lazy("Thema"),
    "status": gettext_lazy("Stand"),
    "level_shown": gettext_lazy("Stufe von 1 bis 5"),
    "shown": gettext_lazy("Punkte von 0 bis 100"),
    "exact": gettext_lazy("Punkte genau (Bruch)"),
    "score": gettext_lazy("Punkte mit vier Stellen"),
    "stage": gettext_lazy("Stufe, ganz"),
    "level_shown_unweighted": gettext_lazy("Stufe ohne Gewichtung"),
    "shown_unweighted": gettext_lazy("Punkte ohne Gewichtung"),
    "exact_unweighted": gettext_lazy("Punkte ohne Gewichtung genau"),
    "score_unweighted": gettext_lazy("Punkte ohne Gewichtung, vier Stellen"),
    "target_stage": gettext_lazy("Ziel (Stufe)"),
    "answered": gettext_lazy("Fragen beantwortet"),
    "applicable": gettext_lazy("Fragen zutreffend"),
    "coverage_percent": gettext_lazy("Abdeckung in Prozent"),
    "confidence": gettext_lazy("Aussagekraft"),
    "field": gettext_lazy("Angabe"),
    "value": gettext_lazy("Wert"),
}
# What the engine says in one word, for people who read the first sheet.
WORDS = {
    "status": {
        "scored": gettext_lazy("mit Wert"),
        "no_score": gettext_lazy("noch kein Wert"),
        "not_applicable": gettext_lazy("trifft nicht zu"),
        "hidden": gettext_lazy("nicht gefragt"),
    },
    "confidence": {
        "high": gettext_lazy("hoch"),
        "medium": gettext_lazy("mittel"),
        "low": gettext_lazy("gering"),
        "none": gettext_lazy("noch kein Wert"),
    },
}
FORMATS = {"level_shown": "0.0", "level_shown_unweighted": "0.0", "score": "0.0000", "score_unweighted": "0.0000"}
# The names of the six dimensions and four bands are those of the published assessment (scoring.md, section 18).
DMA_TITLES = {
    "overall": gettext_lazy("Gesamt"),
    "digital_business_strategy": gettext_lazy("Digitale Geschäftsstrategie"),
    "digital_readiness": gettext_lazy("Digitale Bereitschaft"),
    "human_centric_digitalisation": gettext_lazy("Menschzentrierte Digitalisierung"),
    "data_management": gettext_lazy("Datenmanagement"),
    "automation_ai": gettext_lazy("Automatisierung und KI"),
    "green_digitalisation": gettext_lazy("Grüne Digitalisierung"),
}
DMA_BANDS = {
    "basic": gettext_lazy("grundlegend"),
    "average": gettext_lazy("durchschnittlich"),
    "moderately_advanced": gettext_lazy("mäßig fortgeschritten"),
    "advanced": gettext_lazy("fortgeschritten"),
}


@dataclass(frozen=True)
class Column:
    """A column with its head, width in characters, and how its numbers are written."""

    title: str
    width: int = NARROW
    number_format: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet of at most 31 characters in its title; ``rows`` hold text, numbers and None."""

    title: str
    columns: list[Column]
    rows: Iterable[list[Any]]


def sheets(opened: OpenRun, result: Result | None) -> list[Sheet]:
    """Return the sheets in order; those about the result only when there is one."""
    answers, facts = _answers(opened), _facts(opened, result)
    if result is None:
        return [answers, facts]
    found = [_result(opened, result), answers]
    if result_kind(opened.questionnaire) == "staged":
        found.append(_steps(opened, result))
    if (dma := dma_style(opened, result)) is not None:
        found.append(_dma(dma))
    return [*found, facts]


def _result(opened: OpenRun, result: Result) -> Sheet:
    texts = opened.questionnaire
    names = result_columns(texts)
    columns = [Column(str(TITLES[name]), WIDE if name in TEXTS else NARROW, FORMATS.get(name, "")) for name in names]
    rows = result_rows(texts, result.outcome, _("Gesamtwert"))
    return Sheet(_("Ergebnis"), columns, [[*map(_in_words, names, row)] for row in rows])


def _in_words(column: str, value: Any) -> Any:
    """Return what a cell of the first sheet says: a word of the engine in the language of the page."""
    word = WORDS.get(column, {}).get(value)
    return value if word is None else str(word)


def _answers(opened: OpenRun) -> Sheet:
    columns = [
        *(Column(_("Thema"), 20), Column(_("Kennung"), 26), Column(_("Frage"), WIDE), Column(_("Wert"))),
        *(Column(_("Antwort"), WIDE), Column(_("Wichtigkeit (0 bis 3)")), Column(_("Geplant"))),
    ]
    titles = {item["id"]: item["title"] for item in opened.questionnaire.dimensions}
    rows = [[titles[row[0]], *row[1:-1], _("ja") if row[-1] else ""] for row in answer_rows(opened)]
    return Sheet(_("Antworten"), columns, rows)


def _steps(opened: OpenRun, result: Result) -> Sheet:
    """All measures in the order of the engine, not only the first three."""
    columns = [
        *(Column(_("Platz")), Column(_("Kennung"), 30), Column(_("Schritt"), WIDE)),
        *(Column(_("Rang nach"), number_format="0.0000"), Column(_("Nutzen"), number_format="0.0000")),
        *(Column(_("Aufwand (1 bis 5)")), Column(_("Stunden von")), Column(_("Stunden bis"))),
        Column(_("Leitfaden"), WIDE),
    ]
    guides = guide_addresses(result.outcome)
    rows = [
        [place, *_step(opened, item), guides.get(item["id"], "")]
        for place, item in enumerate(result.outcome["measures"], 1)
    ]
    return Sheet(_("Schritte"), columns, rows)


def _step(opened: OpenRun, item: dict[str, Any]) -> list[Any]:
    measure = opened.questionnaire.measure[item["id"]]
    numbers = [Decimal(item["priority"]), Decimal(item["benefit"]), item["effort"]]
    return [item["id"], measure["title"], *numbers, *measure["hours"]]


def _dma(found: dict[str, Any]) -> Sheet:
    columns = [
        *(Column(_("Dimension"), WIDE), Column(_("Punkte von 0 bis 100"), number_format="0.00")),
        *(Column(_("Punkte genau (Bruch)")), Column(_("Band"), 22), Column(_("Hinweis"), WIDE)),
    ]
    parts = {"overall": found["overall"], **found["dimensions"]}
    rows = [
        [
            str(DMA_TITLES.get(name, name)),
            None if part["score"] is None else Decimal(part["score"]),
            part["exact"],
            None if part["band"] is None else str(DMA_BANDS[part["band"]]),
            found["note"],
        ]
        for name, part in parts.items()
    ]
    return Sheet(_("In der Art des EU-DMA"), columns, rows)


def _facts(opened: OpenRun, result: Result | None) -> Sheet:
    texts, run = opened.questionnaire, opened.run
    sectors = {sector["id"]: sector["title"] for sector in texts.sectors}
    rows: list[list[Any]] = [
        [_("Check"), texts.title],
        [_("Fassung"), texts.data["version"]],
        [_("Branche"), sectors.get(run.sector, run.sector)],
        [_("Größe"), str(dict(Assessment.Size.choices).get(run.size, ""))],
        [_("Ort oder Kreis"), run.place],
        [_("Hinweis"), _("Selbsteinschätzung. Kein Zertifikat, keine Prüfung und kein Urteil von außen.")],
    ]
    if result is not None:
        moment = localtime(result.created_at).replace(tzinfo=None, microsecond=0)  # workbooks know no zones
        rows[2:2] = [
            [_("Ergebnis vom"), moment],
            [_("Ergebnis Nummer"), result.number],
            [_("Rechenregeln"), result.scoring_version],
        ]
    return Sheet(_("Angaben"), [Column(_("Angabe"), 24), Column(_("Wert"), WIDE)], rows)
