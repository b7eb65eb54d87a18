"""Beside others: the released figures of the own group, and the official statistic."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, bands, column, heading, keep, note, table, text

from .voice import Voice, from_html


def comparison_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return what there is to compare with: own group, confirmed criteria, use of artificial intelligence."""
    parts = [
        *benchmark_blocks(page["comparison"], voice),
        *_confirmed(page.get("indicators")),
        *_ai_use(page.get("ai_use")),
    ]
    return [heading(_("Vergleich")), *parts] if parts else []


def benchmark_blocks(comparison: dict[str, Any] | None, voice: Voice) -> list[Block]:
    """Return the own place among the companies of the group; nothing while no group is released."""
    if not (comparison and comparison["is_visible"]):
        return []
    words = [
        _("Die Mitte (Median) teilt die Gruppe in zwei Hälften."),
        _("Verglichen wird ohne eigene Gewichtung, deshalb kann „Sie“ hier anders lauten als oben."),
        _("Alle Werte sind Selbsteinschätzungen. Gruppen unter 10 Betrieben zeigen wir nicht."),
    ]
    return [
        keep(
            heading(_("Vergleich mit anderen Betrieben"), 2),
            *_made_up(comparison),
            text(_place(comparison)),
            _quartiles(comparison, voice),
            text(" ".join(words), "small"),
        )
    ]


def _made_up(comparison: dict[str, Any]) -> list[Block]:
    if not comparison["is_example"]:
        return []
    words = _("Diese Betriebe gibt es nicht. So sieht der Vergleich aus, wenn mindestens 10 Betriebe beitragen.")
    return [note(text([{"bold": _("Beispieldaten.")}, " ", words]))]


def _place(comparison: dict[str, Any]) -> Text:
    told = _("Verglichen mit: %(group)s, Stand %(date)s.") % comparison
    if not comparison["percentile"]:
        return told
    rank = {"rank": comparison["percentile"]}
    sentence = _("Etwa %(rank)s von 100 dieser Betriebe schätzen sich niedriger ein als Sie.") % rank
    return [{"bold": sentence}, " ", _("Das ist Prozentrang %(rank)s.") % rank, " ", told]


def _quartiles(comparison: dict[str, Any], voice: Voice) -> Block:
    heads = [_("Sie"), _("Prozentrang"), _("Unteres Viertel bis"), _("Mitte"), _("Oberes Viertel ab"), _("Betriebe")]
    keys = ("own_text", "percentile", "q1_text", "median_text", "q3_text", "n")
    rows = [
        [
            row["title"] if row["id"] == "overall" else voice.said(row["title"]),
            *(str(row.get(key) or "–") for key in keys),
        ]
        for row in comparison["rows"]
    ]
    return table([column(_("Thema"), "1fr"), *(column(head, is_number=True) for head in heads)], rows, strong=1)


def _confirmed(indicators: dict[str, Any] | None) -> list[Block]:
    """The criteria confirmed beside the main check; an invitation has no place on paper."""
    if indicators is None or indicators["invites"]:
        return []
    return [
        keep(
            heading(_("Vergleich mit der amtlichen Statistik"), 2),
            text(f"{indicators['score_text']} {indicators.get('sentence', '')}"),
            *official_bar(indicators),
            text(
                _(
                    "Der Digital Intensity Index zählt, welche Technik ein Betrieb einsetzt. Er sagt nichts darüber, "
                    "wie gut sie genutzt wird. Deshalb steht er neben Ihrem Radar, nicht darin."
                ),
                "small",
            ),
        )
    ]


def official_bar(official: dict[str, Any]) -> list[Block]:
    """Return the shares of the official statistic with the own place (:func:`presentation.official.official_view`)."""
    if not official["has_comparison"]:
        missing = (
            _("Für den Vergleich fehlt die Größe Ihres Betriebs.")
            if official["missing"] == "size"
            else _("Für Ihre Größe und diese Merkmalsliste liegen hier keine amtlichen Zahlen vor.")
        )
        return [text(missing)]
    parts = [
        {
            "label": f"{band['label']}, {band['share']}",
            "range": _("%(from)s bis %(to)s Merkmale") % band,
            "width": float(band["width"]),
            "is_own": band["is_own"],
        }
        for band in official["bands"]
    ]
    return [
        text(official["title"], "label"),
        bands(parts, float(official["pointer_x"]), official["pointer_label"]),
        *([note(text(official["micro_caveat"]))] if official["micro_caveat"] else []),
        text(
            [
                official["source"],
                " ",
                _("Rang aus den Anteilen geschätzt. Jahre mit anderer Merkmalsliste sind nicht vergleichbar."),
            ],
            "small",
        ),
    ]


def _ai_use(ai_use: dict[str, str] | None) -> list[Block]:
    if ai_use is None:
        return []
    return [
        keep(
            heading(_("Zum Vergleich: die amtliche Statistik"), 2),
            text([from_html(ai_use["sentence"]), " ", _("Wie weit sie dabei sind, sagt die Statistik nicht.")]),
            text(ai_use["source"], "small"),
        )
    ]


def index_source(page: dict[str, Any]) -> str:
    """Return what the Digital Intensity Index is and where its criteria come from."""
    told = (
        _(
            "%(name)s von %(publisher)s, Fassung %(version)s, Erhebung %(survey_year)s. "
            "Fragen in eigenen Worten; die Merkmale stammen aus einer Nebenquelle."
        )
        % page["index"]
    )
    if page["is_micro"] and not page["official"]["has_comparison"]:
        told += " " + _("Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten.")
    return told
