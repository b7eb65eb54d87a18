"""The start of a check for websites of partners: link, card, QR code. Plain HTML that loads nothing from here."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.region.queries import current_region

from ..questionnaire import Questionnaire
from .instruments import instrument_card

# A suggestion for the partner's own style sheet, and what the preview wears; the card is readable without it.
STYLE = Path(__file__).resolve().parent.parent / "static/assessments/embed.css"


def start_address(texts: Questionnaire) -> str:
    """Return the full address of the start page in the language of this page; it carries no mark of who links."""
    return settings.PUBLIC_URL + reverse("assessments:start", kwargs={"catalogue": texts.id})


def embed_page(texts: Questionnaire) -> dict[str, Any]:
    """Return what the page for partners shows; ``card_html`` is both the preview and the text to copy."""
    address = start_address(texts)
    return {
        "catalogue": texts,
        "card": instrument_card(texts),
        "address": address,
        "link_html": format_html('<a href="{}">{}</a>', address, _link_text(texts)),
        "card_html": _card(texts, address),
        "style": STYLE.read_text(encoding="utf-8"),
    }


def _card(texts: Questionnaire, address: str) -> SafeString:
    """Return the card; the check's own words say which language they are in, if it is not that of the card."""
    language = get_language() or settings.LANGUAGE_CODE
    foreign = format_html(' lang="{}"', texts.text_language) if texts.text_language != language else ""
    return format_html(
        '<section class="digitalradar-check" lang="{language}">\n'
        "  <h2{foreign}>{title}</h2>\n"
        "  <p{foreign}>{purpose}</p>\n"
        "  <p>{facts}</p>\n"
        '  <p><a href="{address}">{link}</a></p>\n'
        "  <p><small>{origin}</small></p>\n"
        "</section>",
        language=language,
        foreign=foreign,
        title=texts.title,
        purpose=texts.data["purpose"],
        facts=_facts(texts),
        address=address,
        link=_link_text(texts),
        origin=_origin(),
    )


def _facts(texts: Questionnaire) -> str:
    minutes = texts.data["minutes"]
    return _("%(questions)s Fragen, %(first)s bis %(last)s Minuten, ohne Konto und ohne Firmennamen.") % {
        "questions": len(texts.question),
        "first": minutes["from"],
        "last": minutes["to"],
    }


def _link_text(texts: Questionnaire) -> str:
    return _("%(title)s beginnen") % {"title": texts.title}


def _origin() -> str:
    if name := current_region().name:
        return _("Ein Angebot von Digitalradar %(region)s.") % {"region": name}
    return _("Ein Angebot von Digitalradar.")
