"""Two results of the same person side by side: only the change at the same questions is called progress."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.forms import Form
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ..compared_run import ComparedRun
from ..queries import questionnaire, scoring_catalogue
from ..questionnaire import Questionnaire
from ..scoring import compare
from ..scoring.numbers import level_change_shown
from .levels import level_text, with_comma

LABELS = {
    "up": gettext_lazy("gestiegen"),
    "down": gettext_lazy("gesunken"),
    "same": gettext_lazy("etwa gleich"),
    "not_comparable": gettext_lazy("nicht vergleichbar"),
}


@dataclass(frozen=True)
class Row:
    """One theme, or the whole: levels without weighting, and the change with its two parts, as text.

    ``total`` is the difference of the two shown levels (scoring.md, section 22); ``again`` and ``mix`` are the
    engine's, rounded each for itself. Where something has no value it is an empty text.
    """

    title: str
    old: str | None
    new: str | None
    label: str
    again_level: str | None
    mix_level: str | None

    @property
    def old_text(self) -> str:
        return level_text(self.old)

    @property
    def new_text(self) -> str:
        return level_text(self.new)

    @property
    def label_text(self) -> str:
        return str(LABELS[self.label])

    @property
    def again(self) -> str:
        return signed(self.again_level)

    @property
    def mix(self) -> str:
        return signed(self.mix_level)

    @property
    def total_level(self) -> str | None:
        return None if self.old is None or self.new is None else str(Decimal(self.new) - Decimal(self.old))

    @property
    def total(self) -> str:
        return signed(self.total_level)

    @property
    def has_parts(self) -> bool:
        """Whether other questions changed something, as shown, or the same ones are too few to compare."""
        if self.again_level is None:
            return self.total_level is not None
        return self.mix_level not in (None, "0.0")

    @property
    def adds_up(self) -> bool:
        """Whether both parts, as shown, make the whole, as shown."""
        parts = (self.again_level, self.mix_level, self.total_level)
        if None in parts:
            return True
        again, mix, total = (Decimal(str(part)) for part in parts)
        return again + mix == total


def choice_page(form: Form) -> dict[str, Any]:
    """Return what ``compare.html`` shows."""
    crumbs = [{"label": _("Alle Checks"), "url": reverse("assessments:overview")}, {"label": _("Vergleichen")}]
    return {"form": form, "crumbs": crumbs}


def comparison_page(old: ComparedRun, new: ComparedRun, *, language: str) -> dict[str, Any]:
    """Return what ``comparison.html`` shows."""
    texts = questionnaire(new.version_id, language)
    changes = compare(
        scoring_catalogue(old.version_id),
        scoring_catalogue(new.version_id),
        old_profile=old.inputs["profile"],
        old_answers=old.inputs["answers"],
        new_profile=new.inputs["profile"],
        new_answers=new.inputs["answers"],
    )
    rows = [
        _row(dimension["title"], dimension["id"], old, new, changes["dimensions"][dimension["id"]])
        for dimension in texts.dimensions
        if new.outcome["dimensions"][dimension["id"]]["status"] != "hidden"
    ]
    overall = _row(_("Gesamtwert"), None, old, new, changes["overall"])
    labels = [row.label for row in rows]
    return {
        "catalogue": texts,
        **_dates(old, new),
        "versions": _versions(old, texts),
        "rows": rows,
        "overall": overall,
        "headline": _headline(labels),
        "sentences": [*_others(labels), _overall_sentence(overall, changes["overall"])],
        "has_parts": any(row.has_parts for row in [*rows, overall]),
        "is_rounded": not all(row.adds_up for row in [*rows, overall]),
    }


def signed(level: str | None) -> str:
    """Return a change on the scale of five stages with its sign, in the language of the page."""
    if level is None:
        return ""
    return with_comma(f"+{level}" if Decimal(level) > 0 else level)


def _row(title: str, dimension: str | None, old: ComparedRun, new: ComparedRun, change: dict[str, Any]) -> Row:
    mix = change["change_mix"]
    return Row(
        title=title,
        old=_level(old, dimension),
        new=_level(new, dimension),
        label=change["label"],
        again_level=change["level_shown"],
        mix_level=None if mix is None else level_change_shown(Fraction(mix)),
    )


def _level(run: ComparedRun, dimension: str | None) -> str | None:
    part = run.outcome["overall"] if dimension is None else run.outcome["dimensions"].get(dimension, {})
    return part.get("level_shown_unweighted")


def _dates(old: ComparedRun, new: ComparedRun) -> dict[str, str]:
    """Return the days of both results, with the time where it is the same day."""
    before, after = localtime(old.created_at), localtime(new.created_at)
    style = "DATETIME_FORMAT" if before.date() == after.date() else "DATE_FORMAT"
    return {"old_date": date_format(before, style), "new_date": date_format(after, style)}


def _versions(old: ComparedRun, texts: Questionnaire) -> list[str]:
    """Return both versions if they differ."""
    before, after = questionnaire(old.version_id, "de").data["version"], texts.data["version"]
    return [before, after] if old.version_id != texts.version_id else []


def _headline(labels: list[str]) -> str:
    up, total = labels.count("up"), len(labels)
    if not up:
        return _("In keinem Thema sind Sie bisher deutlich vorangekommen.")
    if up == 1:
        return _("In einem von %(total)s Themen sind Sie vorangekommen.") % {"total": total}
    return _("In %(up)s von %(total)s Themen sind Sie vorangekommen.") % {"up": up, "total": total}


def _others(labels: list[str]) -> list[str]:
    """Say of how many themes the rest is, in whole sentences."""
    same, down, lost = (labels.count(label) for label in ("same", "down", "not_comparable"))
    counted = [
        (same, ngettext("Ein Thema ist etwa gleich geblieben.", "%(n)s Themen sind etwa gleich geblieben.", same)),
        (down, ngettext("Ein Thema ist gesunken.", "%(n)s Themen sind gesunken.", down)),
        (
            lost,
            ngettext("Ein Thema lässt sich nicht vergleichen.", "%(n)s Themen lassen sich nicht vergleichen.", lost),
        ),
    ]
    return [text % {"n": count} for count, text in counted if count]


def _overall_sentence(overall: Row, change: dict[str, Any]) -> str:
    if overall.label == "not_comparable":
        return _(
            "Für einen Gesamtvergleich sind zu wenige Themen vergleichbar: %(compared)s, nötig sind %(needed)s."
        ) % {"compared": change["dimensions_compared"], "needed": change["dimensions_needed"]}
    sentences = {
        "up": _("Bei denselben Fragen ist Ihr Gesamtwert gestiegen: %(again)s Stufen."),
        "down": _("Bei denselben Fragen ist Ihr Gesamtwert gesunken: %(again)s Stufen."),
        "same": _("Bei denselben Fragen ist Ihr Gesamtwert etwa gleich geblieben."),
    }
    return sentences[overall.label] % {"again": overall.again}
