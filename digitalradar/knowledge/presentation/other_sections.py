"""The sections of technology profiles and practice reports."""

from django.utils.translation import gettext as _

from ..models import Ending, PracticeReportPage, TechnologyPage
from .links import guides
from .sections import Section, prose
from .writer import Writer


def technology_sections(page: TechnologyPage, writer: Writer) -> list[Section]:
    """Return everything between the head and the sources of a technology profile."""
    return [
        prose("kann", _("Was die Technik kann"), writer, page.what_it_does),
        prose("reife", _("Wie weit sie ist"), writer, page.ripeness_text),
        prose("nutzen", _("Wem sie nützt"), writer, page.who_benefits),
        prose("aufwand", _("Aufwand"), writer, page.effort, _("Alle Angaben zum Aufwand sind Richtwerte.")),
        prose("risiken", _("Risiken und Grenzen"), writer, page.risks),
        prose("versuch", _("Ein erster Versuch"), writer, page.first_trial),
        *_guides(page, _("Leitfäden, die dabei helfen")),
    ]


def report_sections(page: PracticeReportPage, writer: Writer) -> list[Section]:
    """Return a report; one that failed tells that first, because it is what others come for."""
    failures = prose("nicht-funktioniert", _("Was nicht funktioniert hat"), writer, page.failures)
    result = prose("ergebnis", _("Was es gebracht hat"), writer, page.result)
    told = [failures, result] if page.ending == Ending.FAILURE else [result, failures]
    return [
        prose("ausgangslage", _("Ausgangslage"), writer, page.situation),
        prose("vorgehen", _("Was gemacht wurde"), writer, page.approach),
        *told,
        prose("lernen", _("Was andere daraus lernen können"), writer, page.lessons),
        *_guides(page, _("Leitfäden dazu")),
    ]


def _guides(page: TechnologyPage | PracticeReportPage, title: str) -> list[Section]:
    links = list(page.related.all())
    rows = guides(link.target_id for link in links)
    related = [row for link in links if (row := rows.get(link.target_id))]
    return [Section("leitfaeden", title, "guides", {"related": related})] if related else []
