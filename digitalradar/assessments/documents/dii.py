"""The document of the Digital Intensity Index: count, band, the twelve criteria."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, bands, columns, facts, heading, keep, note, score, text

from .appendix import plain_rows
from .comparison import official_bar
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
        *_place(page),
        *[note(text(_contradiction(pair)), tone="warn") for pair in page["contradictions"]],
        text(
            _(
                "Der Index misst, welche Technik verbreitet ist, nicht ob sie gut genutzt wird. "
                "Ein Nein kann die richtige Entscheidung sein."
            ),
            "small",
        ),
        *_criteria(page, voice),
        *contact_block(page["contact"]),
    ]


def _place(page: dict[str, Any]) -> list[Block]:
    """The own band, among the shares of the own size class where there are official figures."""
    official = page["official"]
    if not official["has_comparison"]:
        parts = [
            {
                "label": str(band["label"]),
                "range": _("%(from)s bis %(to)s Merkmale") % band,
                "width": float(band["width"]),
                "is_own": band["is_own"],
            }
            for band in page["bands"]
        ]
        return [bands(parts, float(page["pointer_x"]), _("Ihr Betrieb")), *official_bar(official)]
    median = _("Der mittlere Betrieb nutzt geschätzt %(median)s Merkmale.") % official
    return [
        heading(_("Vergleich mit der amtlichen Statistik"), 2),
        text(f"{official['sentence']} {median}"),
        *official_bar(official),
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
    """The twelve answers with what each adds: short enough to need no appendix."""
    answers, sums = plain_rows(page, voice)
    return [
        heading(_("Die zwölf Merkmale und Ihre Antworten"), 2),
        answers,
        keep(heading(_("So wurde gerechnet"), 3), *sums),
    ]
