"""All pages that have an address of their own, and the runs they show."""

import datetime
from collections.abc import Callable
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from digitalradar.assessments.tokens import INDICATORS, linked_token

from .dates import made as made_dates
from .portal import Portal
from .visitor import Visitor, dimensions, same_answers, sample_answers

BERLIN = ZoneInfo("Europe/Berlin")
CHECKS = ("digital-check", "kurz-check", "cyber-check", "ki-check", "dii")
STANDARD = ("leichte-sprache", "barrierefreiheit", "ueber-uns", "impressum", "datenschutz")

ADDRESSES = {
    "home": "/",
    "home-en": "/en/",
    **{page: f"/{page}/" for page in STANDARD},
    **{f"{page}-en": f"/en/{page}/" for page in STANDARD},
    "trouble": "/woran-hakt-es/",
    "trouble-theme": "/woran-hakt-es/technik/",
    "trouble-answer": "/woran-hakt-es/technik/internet-langsam/",
    "trouble-en": "/en/where-does-it-hurt/",
    "trouble-answer-en": "/en/where-does-it-hurt/daten/ki-ausprobiert/",
    "barrier-form": "/barrierefreiheit/melden/",
    "barrier-form-en": "/en/barrierefreiheit/melden/",
    "unknown": "/gibt-es-nicht/",
    "unknown-en": "/en/does-not-exist/",
    "statistics": "/check/statistik/",
    "statistics-largest-en": "/en/check/statistik/?groesse=250%2B",
    "statistics-smallest": "/check/statistik/?groesse=1-9",
    "search": "/suche/",
    "search-hits": "/suche/?q=rechnugn",
    "search-nothing": "/suche/?q=quantenkryptografie",
    "search-en": "/en/suche/?q=invoice",
    "guides": "/leitfaeden/",
    "guides-narrowed": "/leitfaeden/?themenfeld=it-sicherheit&stufe=1&stufe=2&branche=handwerk",
    "guides-searched": "/leitfaeden/?q=stempeluhr&kosten=K1",
    "guides-facets-open": "/leitfaeden/?seite=2#eingrenzen",
    "guides-en": "/en/guides/",
    "technologies": "/technologien/",
    "reports": "/praxis/",
    "report": "/praxis/beispiel-lager-scanner/",
    "guide": "/leitfaeden/datensicherung/",
    "guide-law": "/leitfaeden/nis2-betroffenheit/",
    "guide-explained": "/leitfaeden/datensicherung/#erklaerung-unveraenderbare-ablage",
    "guide-en": "/en/guides/involving-employees/",
    "guide-versions": "/leitfaeden/datensicherung/versionen/",
    "technology": "/technologien/kollaborative-roboter/",
    "glossary": "/leitfaeden/begriffe/",
    "glossary-letter": "/leitfaeden/begriffe/w/",
    "glossary-en": "/en/guides/begriffe/",
    "overview": "/check/",
    "overview-en": "/en/check/",
    **{f"start-{check}": f"/check/{check}/" for check in CHECKS},
    "start-en": "/en/check/digital-check/",
    "start-german-check-en": "/en/check/cyber-check/",
    "start-handed-over": "/check/digital-check/?frage=sicherheit.notfall&antwort=2",
    "start-theme": "/check/digital-check/?thema=menschen",
    "start-employee": "/check/digital-check/?rolle=beschaeftigt",
    **{f"sample-{check}": f"/check/{check}/beispiel/" for check in CHECKS},
    "desk-scan": "/termine/einchecken/?code=ABC234",
    "desk-scan-en": "/en/termine/einchecken/",
    "embed": "/check/digital-check/einbinden/",
    "embed-german-check-en": "/en/check/cyber-check/einbinden/",
    "feedback": "/leitfaeden/datensicherung/rueckmeldung/?hilfreich=nein",
    "feedback-thanks": "/leitfaeden/datensicherung/rueckmeldung/?danke=1",
    "guide-pdf": "/leitfaeden/datensicherung/pdf/warten/",
    "guide-checklist": "/leitfaeden/e-rechnung-einfuehren/checkliste/warten/",
    "selection-none": "/auswahl/",
    "selection-none-en": "/en/auswahl/",
    "selection-keep": "/merken/guide/datensicherung/",
    "selection": "{selection}",
    "selection-en": "/en{selection}",
    "selection-of-somebody-else": "{other_selection}",
    "selection-checklists": "{selection}checklisten/",
    "selection-delete": "{selection}loeschen/",
    "api-docs": "/api/v1/docs/",
    "api-docs-en": "/en/api/v1/docs/",
    "sample-calculation": "/check/digital-check/beispiel/rechnung/",
    "sample-calculation-en": "/en/check/dii/beispiel/rechnung/",
    "profile": "{open}profil/",
    "section": "{open}thema/strategie/",
    "section-answered": "{main}thema/sicherheit/",
    "section-suggested": "{suggested}thema/prozesse/",
    "section-alone": "{alone}thema/menschen/",
    "section-kurz": "{kurz}thema/prozesse/",
    "section-ki": "{ki}thema/ki-einsatz/",
    "section-cyber": "{cyber}thema/cyber-netz/",
    "section-dii": "{dii}thema/dii/",
    "section-german-check-en": "/en{cyber}thema/cyber-zugang/",
    "section-en": "/en{open}thema/daten/",
    "finish-missing": "{open}abschluss/",
    "finish-ready": "{main}abschluss/",
    "result": "{main}ergebnis/",
    "result-en": "/en{main}ergebnis/",
    "result-lowest": "{lowest}ergebnis/",
    "result-highest": "{highest}ergebnis/",
    "result-six-themes": "{six}ergebnis/",
    "result-employee": "{employee}ergebnis/",
    "result-stale": "{stale}ergebnis/",
    "result-kurz": "{kurz}ergebnis/",
    "result-cyber": "{cyber}ergebnis/",
    "result-cyber-unmet": "{unmet}ergebnis/",
    "result-ki": "{ki}ergebnis/",
    "result-dii": "{dii}ergebnis/",
    "result-confirmed": "{confirmed}ergebnis/",
    "result-confirmed-en": "/en{confirmed}ergebnis/",
    "result-criteria": "{criteria}ergebnis/",
    "section-criteria": "{criteria}thema/dii/",
    "calculation": "{main}ergebnis/rechnung/",
    "calculation-en": "/en{main}ergebnis/rechnung/",
    "calculation-six-themes": "{six}ergebnis/rechnung/",
    "calculation-cyber": "{cyber}ergebnis/rechnung/",
    "calculation-dii": "{dii}ergebnis/rechnung/",
    "pdf": "{main}ergebnis/pdf/",
    "pdf-en": "/en{main}ergebnis/pdf/",
    "targets": "{main}ergebnis/ziele/",
    "answers": "{main}antworten/",
    "answers-cyber": "{cyber}antworten/",
    "delete": "{main}loeschen/",
    "share": "{main}ergebnis/teilen/",
    "share-with-link": "{progressed}ergebnis/teilen/",
    "shared": "{shared}",
    "shared-en": "/en{shared}",
    "shared-calculation": "{shared}rechnung/",
    "compare": "/check/vergleichen/",
    "compare-en": "/en/check/vergleichen/",
    "progress": "{progressed}vergleich/",
    "progress-en": "/en{progressed}vergleich/",
    "section-repeated": "{repeated}thema/sicherheit/",
    "groups": "/fokusgruppen/",
    "groups-en": "/en/fokusgruppen/",
    "group": "{group}",
    "group-en": "/en{group}",
    "group-closed": "{group_closed}mitmachen/",
    "group-join": "{group}mitmachen/",
    "group-sent": "{group}mitmachen/gesendet/",
    "group-link": "{group}link/",
    "group-session": "{group_session}",
    "group-member": "{group_member}",
    "group-member-en": "/en{group_member}",
    "group-contribute": "{group_member}beitraege/neu/",
    "group-contribution": "{group_contribution}",
    "group-withdraw": "{group_contribution}zurueckziehen/",
    "group-propose": "{group_member}themen/",
    "group-leave": "{group_member}austreten/",
    "group-delete": "{group_member}loeschen/",
    "group-unconfirmed": "{group_unconfirmed}",
    "group-invited": "{group_invited}",
    "group-former": "{group_former}",
    "dates": "/termine/",
    "dates-en": "/en/termine/",
    "dates-narrowed": "/termine/?format=workshop&q=runden#eingrenzen",
    "dates-nothing": "/termine/?ort=Nirgends",
    "dates-month": "/termine/?monat={month}",
    "dates-past": "/termine/vergangen/",
    "tasting": "{tasting}",
    "tasting-en": "/en{tasting}",
    "tasting-early": "{tasting_early}",
    "tasting-interest": "{tasting_early}interesse/",
    "tasting-interest-thanks": "{tasting_early}interesse/?danke=1&post=1",
    "tasting-chosen": "{tasting_chosen}",
    "tasting-own": "{tasting_own}",
    "tasting-change": "{tasting_change}",
    "tasting-sheet": "{tasting_own}rundgang/",
    "day": "{day}",
    "day-en": "/en{day}",
    "day-programme": "{day}programm/",
    "day-programme-en": "/en{day}programm/",
    "day-rooms": "{day}programm/?nach=raum&strang=B%C3%BCro+und+Verwaltung",
    "day-begin": "{day}programm/meins/",
    "day-keep": "{day}programm/merken/?item={day_item}",
    "day-sign-up": "{day}anmelden/",
    "day-registration": "{day_seats}",
    "day-seats": "{day_seats}programm/",
    "plan": "{plan}",
    "plan-en": "/en{plan}",
    "plan-delete": "{plan}loeschen/",
    "format": "/tech-tastings/",
    "format-en": "/en/tech-tastings/",
    "date": "{date}",
    "date-en": "/en{date}",
    "date-cancelled": "{date_cancelled}",
    "date-past": "{date_past}",
    "sign-up": "{date}anmelden/",
    "sign-up-en": "/en{date}anmelden/",
    "sign-up-waiting": "{date_full}anmelden/",
    "sign-up-rounds": "{date_rounds}anmelden/?personen=2",
    "sign-up-shut": "{date_past}anmelden/",
    "signed-up": "{date}anmelden/danke/",
    "registration": "{registration}",
    "registration-en": "/en{registration}",
    "registration-open": "{registration_open}",
    "registration-gone": "{registration_gone}",
    "registration-offered": "{registration_offered}",
    "registration-waiting": "{registration_waiting}",
    "registration-past": "{registration_past}",
    "registration-change": "{registration}aendern/",
    "registration-cancel": "{registration}absagen/",
    "registration-delete": "{registration}loeschen/",
    "registration-feedback": "{registration_past}rueckmeldung/",
}


def prepared_runs(portal: Portal) -> dict[str, str]:
    """Make runs in every state a page can show; return their paths by name."""
    main = sample_answers("digital-check")
    firm = {"sector": "handwerk", "size": "10-49"}
    six = same_answers("digital-check", "3", of=list(dimensions("digital-check"))[:6])
    made: dict[str, Callable[[Visitor], str]] = {
        "open": lambda visitor: visitor.begin("digital-check", sector="handel"),
        "alone": lambda visitor: visitor.begin("digital-check", size="solo"),
        "main": lambda visitor: visitor.finish("digital-check", main, **firm),
        "employee": lambda visitor: visitor.finish("digital-check", main, role="beschaeftigt"),
        "lowest": lambda visitor: visitor.finish("digital-check", same_answers("digital-check", "1"), **firm),
        "highest": lambda visitor: visitor.finish("digital-check", same_answers("digital-check", "5")),
        "six": lambda visitor: visitor.finish("digital-check", six),
        "stale": stale_run,
        "kurz": lambda visitor: visitor.finish("kurz-check", sample_answers("kurz-check"), **firm),
        "suggested": suggested_run,
        "ki": lambda visitor: visitor.finish("ki-check", sample_answers("ki-check")),
        "cyber": lambda visitor: visitor.finish("cyber-check", sample_answers("cyber-check")),
        "unmet": lambda visitor: visitor.finish("cyber-check", same_answers("cyber-check", "unmet")),
        "dii": lambda visitor: visitor.finish("dii", sample_answers("dii")),
        "confirmed": confirmed_run,
        "progressed": progressed_run,
        "repeated": lambda visitor: visitor.repeat(visitor.finish("digital-check", main)),
    }
    runs = {name: make(Visitor(portal.address)) for name, make in made.items()}
    shared = Visitor(portal.address).share(runs["progressed"])
    selections = {
        "selection": selection_of(Visitor(portal.address), "datensicherung", "e-rechnung-einfuehren", "it-notfallplan"),
        "other_selection": selection_of(Visitor(portal.address), "cloud-einstieg"),
    }
    dates = made_dates(portal) | {"month": f"{datetime.datetime.now(BERLIN) + datetime.timedelta(days=14):%Y-%m}"}
    dates |= made_dates(portal, "tests.e2e.groups")
    dates |= made_dates(portal, "tests.e2e.programmes")
    dates |= made_dates(portal, "tests.e2e.tastings")
    return runs | selections | dates | {"criteria": criteria_of(runs["confirmed"]), "shared": shared}


def selection_of(visitor: Visitor, *guides: str) -> str:
    """Return the path of a selection with these guides and a note."""
    for guide in guides:
        visitor.open(f"/merken/guide/{guide}/")
        address = visitor.open(f"/merken/guide/{guide}/", {})
    path = urlsplit(address).path
    visitor.open(path, {"go": "note", "item": f"guide.{guides[0]}", "note": "Bis zum Sommer"})
    return path


def stale_run(visitor: Visitor) -> str:
    """Return a run that was answered further after its result."""
    link = visitor.finish("digital-check", same_answers("digital-check", "3"))
    visitor.open(f"{link}thema/kunden/", {"was.kunden.auftritt": "3||", "value.kunden.auftritt": "4"})
    return link


def suggested_run(visitor: Visitor) -> str:
    """Return a run through the main check that continues the short one."""
    visitor.finish("kurz-check", sample_answers("kurz-check"))
    return visitor.begin("digital-check")


def progressed_run(visitor: Visitor) -> str:
    """Return a repeated run with changes up and down, a theme without value, and none."""
    link = visitor.repeat(visitor.finish("digital-check", same_answers("digital-check", "2")))
    later = same_answers("digital-check", "2") | same_answers("digital-check", "4", of=["strategie", "technik"])
    later |= same_answers("digital-check", "1", of=["menschen"])
    later |= same_answers("digital-check", "unknown", of=["daten"])
    visitor.answer(link, "digital-check", later)
    visitor.open(f"{link}ergebnis/", {})
    return link


def confirmed_run(visitor: Visitor) -> str:
    """Return a run with a result beside which the criteria of the official statistic are confirmed."""
    link = visitor.finish("digital-check", sample_answers("digital-check"), sector="handwerk", size="2-9")
    visitor.open(f"{link}merkmale/", {})
    visitor.answer(criteria_of(link), "dii", sample_answers("dii"))
    visitor.open(f"{criteria_of(link)}ergebnis/", {})
    return link


def criteria_of(link: str) -> str:
    """Return the path of the run in which the criteria beside a result are confirmed."""
    token = link.removeprefix("/check/lauf/").removesuffix("/")
    return f"/check/lauf/{linked_token(token, INDICATORS)}/"
