"""„So wurde gerechnet“ in the document: every answer with what it counts, every sum, every place in the order."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, column, heading, items, keep, table, text

from ..presentation.calculation import calculation_page
from ..presentation.levels import level_text, with_comma
from .voice import Voice


def staged_appendix(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return the calculation of a result in stages."""
    told = calculation_page(page["catalogue"], page["inputs"], page["outcome"])
    return [
        heading(_("Anhang: So wurde gerechnet"), new_page=True),
        *_rules(),
        *_overall(told, voice),
        *(block for item in told["dimensions"] if item["status"] != "hidden" for block in _dimension(item, voice)),
        *_measures(told["measures"], voice),
    ]


def _rules() -> list[Block]:
    return [
        items(
            [
                _(
                    "Stufe 1, 2, 3, 4 und 5 geben 0, 25, 50, 75 und 100 Punkte. "
                    "Auf der Skala von 1 bis 5 ist das: 1 + Punkte geteilt durch 25."
                ),
                _(
                    "Ein Thema ist das gewichtete Mittel seiner beantworteten Fragen. Ihre Wichtigkeit zählt mit dem "
                    "Faktor 0,5 (unwichtig), 0,75, 1 oder 1,25 (sehr wichtig); ohne Angabe 1."
                ),
                _(
                    "„Trifft nicht zu“ und „Weiß ich nicht“ zählen nicht in den Wert. "
                    "Unter 60 Prozent beantworteter Fragen gibt es keinen Wert."
                ),
                _("Der Gesamtwert ist das einfache Mittel der Themen mit Wert."),
                _("Gerechnet wird mit Brüchen; gerundet wird einmal, am Ende."),
            ]
        )
    ]


def _overall(told: dict[str, Any], voice: Voice) -> list[Block]:
    overall, outcome = told["overall"], told["outcome"]["overall"]
    rows: list[list[Any]] = [
        [voice.said(term["title"]), with_comma(term["exact"]), with_comma(term["exact_unweighted"])]
        for term in overall["terms"]
    ]
    sums = [
        [_("Summe"), with_comma(overall["sum"]), with_comma(overall["sum_unweighted"])],
        [
            _("geteilt durch %(count)s") % {"count": overall["count"]},
            _ends(outcome["exact"], outcome["score"]),
            _ends(outcome["exact_unweighted"], outcome["score_unweighted"]),
        ],
        [_("gerundet, auf der Skala von 0 bis 100"), str(outcome["shown"]), str(outcome["shown_unweighted"])],
        [_("auf der Skala von 1 bis 5"), level_text(outcome["level_shown"]), ""],
    ]
    head = [
        column(_("Thema"), "1fr"),
        column(_("mit Ihrer Gewichtung"), is_number=True),
        column(_("ohne eigene Gewichtung"), is_number=True),
    ]
    return [heading(_("Gesamtwert"), 2), table(head, rows + sums, sums=len(sums), strong=1)]


def _ends(exact: str, score: str) -> str:
    return with_comma(f"{exact} = {score}")


def _dimension(item: dict[str, Any], voice: Voice) -> list[Block]:
    head = [
        column(_("Frage"), "1.5fr"),
        column(_("Antwort"), "1.4fr"),
        column(_("Punkte"), is_number=True),
        column(_("Gewicht"), is_number=True),
        column(_("Wichtigkeit"), is_number=True),
        column(_("Produkt"), is_number=True),
    ]
    rows = [_question(row, voice) for row in item["questions"] if row["visible"]]
    sums = _sums(item) if item["status"] == "scored" else []
    return [heading(voice.said(item["title"]), 2), table(head, rows + sums, sums=len(sums))]


def _question(row: dict[str, Any], voice: Voice) -> list[Any]:
    answer: Text = row["answer"] or "–"
    if row["stage"]:
        answer = [{"bold": _("Stufe %(stage)s:") % {"stage": row["stage"]}}, " ", voice.said(row["answer"])]
    return [
        voice.said(row["text"]),
        answer,
        _number(row["score"]),
        with_comma(row["weight"]),
        with_comma(row["factor"]),
        _number(row["product"]),
    ]


def _number(value: Any) -> str:
    return "–" if value is None else with_comma(str(value))


def _sums(item: dict[str, Any]) -> list[list[Any]]:
    scored = item["scored"]
    target = _("Stufe %(stage)s = %(score)s Punkte") % {"stage": item["target_stage"], "score": item["target_score"]}
    rows = [
        (
            _("Summe der Produkte geteilt durch Summe von Gewicht × Wichtigkeit"),
            f"{with_comma(item['points'])} / {with_comma(item['weights'])}",
            _ends(item["exact"], scored["score"]),
        ),
        (_("gerundet, auf der Skala von 0 bis 100"), "", str(scored["shown"])),
        (
            _("auf der Skala von 1 bis 5"),
            _("Stufe %(stage)s") % {"stage": scored["stage"]},
            level_text(scored["level_shown"]),
        ),
        (
            _("ohne eigene Gewichtung"),
            f"{with_comma(item['points_unweighted'])} / {with_comma(item['weights_unweighted'])}",
            with_comma(scored["score_unweighted"]),
        ),
        (_("Ziel und Lücke in Punkten"), target, with_comma(item["gap"])),
    ]
    return [[{"span": 1, "text": words}, {"span": 4, "text": terms}, end] for words, terms, end in rows]


def _measures(measures: list[dict[str, Any]], voice: Voice) -> list[Block]:
    if not measures:
        return []
    return [
        heading(_("Warum gerade diese Schritte"), 2),
        text(
            _(
                "Der Nutzen eines Schritts ist die Summe der Stufen, die er bis zu Ihrem Ziel bringen kann, mal "
                "Wichtigkeit, mal Größe der Lücke. Geteilt durch den Aufwand ergibt sich sein eigener Wert. "
                "Was ein anderer Schritt voraussetzt, erbt dessen Wert."
            )
        ),
        *(_measure(measure, voice) for measure in measures),
    ]


def _measure(measure: dict[str, Any], voice: Voice) -> Block:
    numbers = {
        "benefit": with_comma(measure["benefit"]),
        "factor": with_comma(measure["effort_factor"]),
        "own": with_comma(measure["own_priority"]),
        "priority": with_comma(measure["priority"]),
    }
    words: list[Text] = [
        _(
            "Nutzen %(benefit)s, geteilt durch Aufwand %(factor)s, ergibt den eigenen Wert %(own)s; "
            "Rang nach %(priority)s."
        )
        % numbers
    ]
    if measure["reason"] == "inherited":
        before, after = _("Dieser Wert kommt von „%(title)s“, wofür der Schritt nötig ist.").split("%(title)s")
        words += [" ", before, voice.said(measure["from_title"]), after]
    elif measure["reason"] == "largest_gap":
        words += [" ", _("Er steht auf Platz drei, weil er zu Ihrer größten Lücke gehört.")]
    lifts = [[voice.said(lift["text"]), " ", _lift(lift)] for lift in measure["lifts"]]
    return keep(
        heading([f"{measure['place']}. ", voice.said(measure["title"])], 3),
        text(words, "small"),
        *([items(lifts, style="small")] if lifts else []),
    )


def _lift(lift: dict[str, Any]) -> str:
    pattern = _(
        "Stufe %(stage)s, Gewinn %(steps)s: Anteil %(share)s × Gewicht %(weight)s × Wichtigkeit %(factor)s "
        "× Gewinn %(steps)s × Lücke %(gap)s = %(product)s"
    )
    told = {key: with_comma(str(lift[key])) for key in ("steps", "share", "weight", "factor", "product")}
    return pattern % (told | {"stage": lift["stage"], "gap": with_comma(str(lift["gap_factor"]))})


def plain_appendix(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return the calculation of the cyber check: what each answer adds."""
    answers, sums = plain_rows(page, voice)
    return [heading(_("Anhang: So wurde gerechnet"), new_page=True), answers, *sums]


def plain_rows(page: dict[str, Any], voice: Voice) -> tuple[Block, list[Block]]:
    """Return the table of answers with what they count, and the sentences that add them up."""
    told = calculation_page(page["catalogue"], page["inputs"], page["outcome"])
    head = [
        column(_("Merkmal") if told["kind"] == "dii" else _("Frage"), "1fr"),
        column(_("Antwort"), "120pt"),
        column(_("Zählt"), is_number=True),
    ]
    rows = [
        [[f"{number}. ", voice.said(row["text"])], row["answer"] or "–", with_comma(str(row["points"]))]
        for number, row in enumerate(told["rows"], start=1)
    ]
    sums = _cyber_sum(told["outcome"]) if told["kind"] == "cyber" else _index_sum(told["outcome"])
    return table(head, rows, strong=2), [text(words) for words in sums]


def _cyber_sum(outcome: dict[str, Any]) -> list[str]:
    pattern = _(
        "Summe: %(points)s Punkte. Anteil: 100 × (%(points)s − (%(min)s)) / (%(max)s − (%(min)s)) = %(percent)s."
    )
    return [pattern % {key: with_comma(str(outcome[key])) for key in ("points", "min", "max", "percent")}]


def _index_sum(outcome: dict[str, Any]) -> list[str]:
    told = [_("%(met)s Ja von %(measured)s beantworteten Merkmalen: %(score)s.") % outcome]
    if outcome["is_estimate"]:
        told.append(_("Schätzung: 12 × %(met)s / %(measured)s, kaufmännisch gerundet.") % outcome)
    return told
