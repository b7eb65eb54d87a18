"""Findings in the words of hosts."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .rules.conflicts import Finding, Rule, Severity

SEVERITIES = {
    Severity.BLOCK: gettext_lazy("geht nicht"),
    Severity.BLOCK_RELEASE: gettext_lazy("verhindert die Freigabe"),
    Severity.WARN: gettext_lazy("bitte prüfen"),
    Severity.IGNORE: gettext_lazy("zur Kenntnis"),
}


def sentence(finding: Finding) -> str:
    """Say what is not right, with the names of all items it is about."""
    items = finding.items
    words = {"items": titles(finding), "item": items[0].title, "about": finding.about}
    if finding.rule == Rule.ROOM_FULL:
        limit = items[0].room.limit if items[0].room else 1
        told = ngettext(
            "%(items)s liegen gleichzeitig in „%(about)s“. Dort geht nur ein Punkt zur selben Zeit.",
            "%(items)s liegen gleichzeitig in „%(about)s“. Dort gehen höchstens %(limit)s Punkte zur selben Zeit.",
            limit,
        )
        return told % (words | {"limit": limit})
    return SENTENCES[finding.rule] % words


def titles(finding: Finding) -> str:
    """Return the names of all items: "„Daten teilen“ und „Cobots“"."""
    return get_text_list([_("„%(title)s“") % {"title": item.title} for item in finding.items], _("und"))


SENTENCES = {
    Rule.ENDS_BEFORE_START: gettext_lazy("„%(item)s“ endet, bevor es beginnt."),
    Rule.OUTSIDE_DAY: gettext_lazy("„%(item)s“ liegt außerhalb der Zeit des Termins."),
    Rule.SPEAKER_TWICE: gettext_lazy("%(about)s wäre gleichzeitig bei %(items)s."),
    Rule.NO_ROOM: gettext_lazy("„%(item)s“ hat noch keinen Raum."),
    Rule.NO_SPEAKER: gettext_lazy("Bei „%(item)s“ steht noch niemand, der spricht."),
    Rule.NO_CONSENT: gettext_lazy(
        "%(about)s hat der Veröffentlichung noch nicht zugestimmt. Bei „%(item)s“ steht deshalb „Name folgt“."
    ),
    Rule.TOO_MANY_SEATS: gettext_lazy("„%(item)s“ hat mehr Plätze zum Buchen, als in „%(about)s“ sitzen können."),
    Rule.DURING_BREAK: gettext_lazy("%(items)s laufen zur selben Zeit."),
}
