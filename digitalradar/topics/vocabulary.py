"""The terms every installation starts with; ids and titles are those of content/guide-plan.yaml."""

from .models import Dimension, Sector, Term, TopicField

DIMENSIONS = (
    ("strategie", "Strategie und Führung", "Strategy and leadership"),
    ("prozesse", "Abläufe und Verwaltung", "Processes and administration"),
    ("leistungserstellung", "Produktion und Leistungserstellung", "Production and service delivery"),
    ("daten", "Daten und KI", "Data and AI"),
    ("sicherheit", "Sicherheit, Datenschutz und Regeln", "Security, data protection and rules"),
    ("kunden", "Kunden und Markt", "Customers and market"),
    ("menschen", "Menschen und Zusammenarbeit", "People and collaboration"),
    ("technik", "Technik und Infrastruktur", "Technology and infrastructure"),
    ("nachhaltigkeit", "Nachhaltigkeit und Ressourcen", "Sustainability and resources"),
)
SECTORS = (
    ("industrie", "Verarbeitendes Gewerbe", "Manufacturing"),
    ("handwerk", "Handwerk und Bau", "Skilled trades and construction"),
    ("handel", "Handel", "Retail and wholesale"),
    ("dienstleistung", "Dienstleistung", "Services"),
    ("logistik", "Logistik und Verkehr", "Transport and logistics"),
    ("landwirtschaft", "Landwirtschaft und Gartenbau", "Agriculture and horticulture"),
    ("gastgewerbe", "Gastgewerbe und Tourismus", "Hospitality and tourism"),
    ("andere", "Andere Branche", "Other sector"),
)
TOPIC_FIELDS = (
    ("strategie", "Strategie & Geschäftsmodell", "Strategy & business model"),
    ("prozesse", "Prozesse, ERP & Dokumente", "Processes, ERP & documents"),
    ("produktion", "Produktion, Logistik & Industrie 4.0", "Production, logistics & Industry 4.0"),
    ("daten-ki", "Daten & KI", "Data & AI"),
    ("it-sicherheit", "IT-Sicherheit & Datenschutz", "IT security & data protection"),
    ("vertrieb", "Vertrieb, Marketing & E-Commerce", "Sales, marketing & e-commerce"),
    ("menschen", "Menschen, Kompetenzen & Beteiligung", "People, skills & participation"),
    ("infrastruktur", "Infrastruktur, Cloud & Kommunikation", "Infrastructure, cloud & communication"),
    ("nachhaltigkeit", "Nachhaltigkeit & Ressourcen", "Sustainability & resources"),
    ("recht-foerderung", "Recht & Förderung", "Law & funding"),
)


def sector_titles(language: str) -> dict[str, str]:
    """Return what the sectors are called in a language, by id; German where it is not English."""
    return {id: title_en if language == "en" else title for id, title, title_en in SECTORS}


def load_vocabulary() -> None:
    """Add the terms that are missing; what is there stays as it is."""
    _add_missing(Dimension, DIMENSIONS)
    _add_missing(Sector, SECTORS)
    _add_missing(TopicField, TOPIC_FIELDS)


def _add_missing(model: type[Term], terms: tuple[tuple[str, str, str], ...]) -> None:
    model.objects.bulk_create(
        [
            model(id=id, title=title, title_en=title_en, order=order)
            for order, (id, title, title_en) in enumerate(terms, 1)
        ],
        ignore_conflicts=True,
    )
