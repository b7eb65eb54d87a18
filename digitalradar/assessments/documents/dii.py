"""The document of the Digital Intensity Index: count, band, the twelve criteria."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from .appendix import plain_appendix
from .blocks import Block, bands, column, columns, facts, heading, note, score, table, text
from .steps import contact_block
from .voice import Voice


def dii_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return everything between cover and sources."""
    outcome = page["outcome"]
    return [
        heading(_("Auf einen Blick"), new_page=True),
        text(_headline(outcome), "lead"),
        columns(
            [score(str(outcome["score"]), _("von 12"), float(outcome["score"]), 0, 12)],
            [facts(_facts(page))],
            widths=("1fr", "1.5fr"),
        ),
        bands(
            [
                {
                    "label": str(band["label"]),
                    "range": _("%(from)s bis %(to)s Merkmale") % band,
                    "width": float(band["width"]),
                    "is_own": band["is_own"],
                }
                for band in page["bands"]
            ],
            float(page["pointer_x"]),
        ),
        *[note(text(_contradiction(pair)), tone="warn") for pair in page["contradictions"]],
        text(
            _(
                "Der Index misst, welche Technik verbreitet ist, nicht ob sie gut genutzt wird. "
                "Ein Nein kann die richtige Entscheidung sein."
            ),
            "small",
        ),
        *_criteria(page, voice),
        text(_source(page), "small"),
        *contact_block(page["contact"]),
        *plain_appendix(page, voice),
    ]


def _headline(outcome: dict[str, Any]) -> str:
    if outcome["is_estimate"]:
        return _("Sie nutzen geschätzt %(score)s von 12 digitalen Merkmalen.") % outcome
    return _("Sie nutzen %(score)s von 12 digitalen Merkmalen.") % outcome


def _facts(page: dict[str, Any]) -> list[tuple[Any, Any]]:
    outcome = page["outcome"]
    reached = (
        _("Die Schwelle „mindestens grundlegend“ (4 Merkmale) ist erreicht.")
        if outcome["at_least_basic"]
        else _("Die Schwelle „mindestens grundlegend“ liegt bei 4 Merkmalen.")
    )
    band = _("Das heißt in der europäischen Statistik: digitale Intensität %(band)s.") % {"band": page["band_label"]}
    told = [(_("Einordnung"), band), (_("Schwelle"), reached)]
    if outcome["is_estimate"]:
        told.append((_("Hinweis"), _("Schätzung aus %(measured)s von 12") % outcome))
    return told


def _contradiction(pair: dict[str, str]) -> str:
    return _("Bitte noch einmal prüfen: Ein Ja bei „%(yes)s“ setzt ein Ja bei „%(no)s“ voraus.") % pair


def _criteria(page: dict[str, Any], voice: Voice) -> list[Block]:
    words = {"yes": pgettext("answer", "ja"), "no": pgettext("answer", "nein")}
    rows = [
        [[f"{number}. ", voice.said(item["text"])], words.get(item["value"], _("weiß ich nicht"))]
        for number, item in enumerate(page["criteria"], start=1)
    ]
    head = [column(_("Merkmal"), "1fr"), column(_("Ihre Antwort"), "90pt")]
    return [heading(_("Die zwölf Merkmale und Ihre Antworten"), new_page=True), table(head, rows, strong=1)]


def _source(page: dict[str, Any]) -> str:
    told = (
        _(
            "%(name)s von %(publisher)s, Fassung %(version)s, Erhebung %(survey_year)s. "
            "Fragen in eigenen Worten; die Merkmale stammen aus einer Nebenquelle."
        )
        % page["index"]
    )
    if page["is_micro"]:
        told += " " + _("Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten.")
    return told
