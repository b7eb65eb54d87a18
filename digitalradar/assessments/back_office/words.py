"""Keys and values of a catalogue in the words of the back office; used for reading and for comparing."""

import re
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..catalogue import canonical
from ..presentation.levels import with_comma
from ..questionnaire import Questionnaire
from .conditions import condition_words

LABELS: dict[str, Promise] = {
    "id": gettext_lazy("Kennung"),
    "family": gettext_lazy("Familie"),
    "version": gettext_lazy("Fassung"),
    "language": gettext_lazy("Sprache"),
    "title": gettext_lazy("Titel"),
    "purpose": gettext_lazy("Zweck"),
    "audience": gettext_lazy("Für wen"),
    "minutes": gettext_lazy("Minuten"),
    "as_of": gettext_lazy("Stand"),
    "min_dimensions": gettext_lazy("Themen für eine Gesamtstufe"),
    "profile_at": gettext_lazy("Angaben zum Betrieb"),
    "continues_with": gettext_lazy("Geht weiter mit"),
    "disclaimer": gettext_lazy("Einschränkung"),
    "answer_hint": gettext_lazy("Antworthinweis"),
    "introduction": gettext_lazy("Einleitung"),
    "index": gettext_lazy("Index"),
    "scale": gettext_lazy("Skala"),
    "name": gettext_lazy("Name"),
    "description": gettext_lazy("Beschreibung"),
    "short": gettext_lazy("Kurzname"),
    "question": gettext_lazy("Leitfrage"),
    "stages_meaning": gettext_lazy("Bedeutung der Stufen"),
    "target_stage": gettext_lazy("Zielstufe"),
    "kind": gettext_lazy("Art"),
    "weight": gettext_lazy("Gewicht"),
    "level": gettext_lazy("Rang"),
    "text": gettext_lazy("Wortlaut"),
    "help": gettext_lazy("Hilfe"),
    "stages": gettext_lazy("Stufen"),
    "variants": gettext_lazy("Stufen nach Branche"),
    "counts": gettext_lazy("Zählt"),
    "counts_not": gettext_lazy("Zählt nicht"),
    "na": gettext_lazy("„Trifft nicht zu“ wählbar"),
    "na_when": gettext_lazy("Trifft nicht zu, wenn"),
    "show_if": gettext_lazy("Wird gezeigt, wenn"),
    "replaces": gettext_lazy("Folgt auf"),
    "evidence": gettext_lazy("Nachweis"),
    "measure": gettext_lazy("Was zu tun ist"),
    "asks": gettext_lazy("Wer es weiß"),
    "risk": gettext_lazy("Risiko"),
    "opportunity": gettext_lazy("Chance"),
    "quick_win": gettext_lazy("Schneller Anfang"),
    "effort": gettext_lazy("Aufwand"),
    "guides": gettext_lazy("Leitfäden"),
    "dma": gettext_lazy("EU DMA"),
    "dii": gettext_lazy("Merkmale des DII"),
    "implies": gettext_lazy("Setzt voraus"),
    "suggest_yes_from_stage": gettext_lazy("„Ja“ vorgeschlagen ab Stufe"),
    "maps_to": gettext_lazy("Vorschlag im Folge-Check"),
    "related": gettext_lazy("Verwandte Fragen"),
    "staff": gettext_lazy("Aussage für Beschäftigte"),
    "promise": gettext_lazy("Versprechen"),
    "key_steps": gettext_lazy("Schritte"),
    "chances": gettext_lazy("Chancen"),
    "risks": gettext_lazy("Risiken"),
    "employee_involvement": gettext_lazy("Beteiligung der Beschäftigten"),
    "topic_field": gettext_lazy("Themenfeld"),
    "dimension": gettext_lazy("Thema"),
    "hours": gettext_lazy("Eigene Stunden"),
    "weeks": gettext_lazy("Wochen"),
    "cost_class": gettext_lazy("Kostenklasse"),
    "requires": gettext_lazy("Voraussetzungen"),
    "lifts": gettext_lazy("Hebt"),
    "measures": gettext_lazy("Maßnahmen"),
    "questions": gettext_lazy("Fragen"),
    "max_characters": gettext_lazy("Höchstens Zeichen"),
    "order": gettext_lazy("Reihenfolge"),
    "stands in": gettext_lazy("Gehört zu"),
    "typical": gettext_lazy("meist"),
    "from": gettext_lazy("von"),
    "to": gettext_lazy("bis"),
    "statement": gettext_lazy("Aussage"),
    "knowable": gettext_lazy("für die meisten zu beurteilen"),
    "publisher": gettext_lazy("Herausgeber"),
    "survey_year": gettext_lazy("Erhebungsjahr"),
    "items": gettext_lazy("Merkmale"),
}
KINDS: dict[str, Promise] = {
    "staged": gettext_lazy("fünf Stufen"),
    "yes_no": gettext_lazy("ja oder nein"),
    "requirement": gettext_lazy("Anforderung"),
    "agree": gettext_lazy("Zustimmung von 1 bis 5"),
    "top": gettext_lazy("besonders wichtig"),
    "normal": gettext_lazy("normal"),
    "klein": gettext_lazy("klein"),
    "mittel": gettext_lazy("mittel"),
    "gross": gettext_lazy("groß"),
    "leitung": gettext_lazy("Leitung"),
    "it": gettext_lazy("IT"),
    "start": gettext_lazy("am Anfang"),
    "end": gettext_lazy("am Ende"),
}
WORDED = {"kind", "level", "effort", "asks", "profile_at"}


def label(key: str, texts: Questionnaire) -> str:
    """Return what a key is called, also a part of one such as ``stages[2]`` or ``variants.handwerk[3]``."""
    base, place = re.split(r"[.\[]", key, maxsplit=1)[0], re.search(r"\[(\d+)\]$", key)
    if base == "variants":
        sector = key.removeprefix("variants.").partition("[")[0]
        words = {"stage": place[1] if place else "", "sector": _sector(sector, texts)}
        return _("Stufe %(stage)s für %(sector)s") % words
    if base == "stages" and place:
        return _("Stufe %(stage)s") % {"stage": place[1]}
    named = str(LABELS.get(base, base))
    if place:
        return _("%(label)s, %(place)s.") % {"label": named, "place": place[1]}
    inner = key.partition(".")[2]
    return _("%(label)s: %(part)s") % {"label": named, "part": LABELS.get(inner, inner)} if inner else named


def key_order(key: str) -> tuple[int, str]:
    """Return where a key stands or a part of one, when all are told; unknown ones come last."""
    base = re.split(r"[.\[]", key, maxsplit=1)[0]
    known = list(LABELS)
    return (known.index(base) if base in LABELS else len(known), key)


def value_words(key: str, value: Any, texts: Questionnaire) -> str:
    """Return a value as text; conditions, lifts and maps of stages become sentences, unknown shapes stay data."""
    base = re.split(r"[.\[]", key, maxsplit=1)[0]
    if value is None:
        return ""
    if base == "show_if":
        return condition_words(value, texts)
    if isinstance(value, bool):
        return _("ja") if value else _("nein")
    if base in WORDED and isinstance(value, str):
        return str(KINDS.get(value, value))
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(_item(base, item, texts) for item in value)
    if isinstance(value, dict):
        return _item(base, value, texts)
    return with_comma(canonical(value).decode())


def _item(base: str, item: Any, texts: Questionnaire) -> str:
    """Return one entry of a list in words."""
    if base in {"requires", "measures"} and item in texts.measure:
        return texts.measure[item]["title"]
    if not isinstance(item, dict):
        return value_words(base, item, texts)
    if base == "guides":
        fits = _("genau passend") if item["grade"] == 2 else _("hilfreich")
        return f"{item['slug']} ({fits})"
    if base == "lifts":
        question = texts.question.get(item["question"])
        return _("„%(question)s“ von Stufe %(start)s auf %(to)s, Anteil %(share)s") % {
            "question": question["text"] if question else item["question"],
            "start": item.get("from", 1),
            "to": item["to"],
            "share": with_comma(canonical(item["share"]).decode()),
        }
    if "stages" in item:
        moved = ", ".join(f"{old} → {new}" for old, new in item["stages"].items())
        return _("%(question)s (Stufen %(moved)s)") % {"question": item.get("question", item.get("id")), "moved": moved}
    if set(item) <= {"question", "id"}:
        return str(item.get("question", item.get("id")))
    named = sorted(item.items(), key=lambda part: key_order(part[0]))
    return "; ".join(f"{label(name, texts)}: {value_words(name, inner, texts)}" for name, inner in named)


def _sector(id: str, texts: Questionnaire) -> str:
    return next((item["title"] for item in texts.sectors if item["id"] == id), id)
