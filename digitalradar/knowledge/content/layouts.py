"""How each kind of file is built: keys of the head in their order, sections with their headings by language."""

from dataclasses import dataclass

from .documents import Document, Guide, Report, Technology, Term
from .sections import Labelled, Prose, Section, Sentences, Steps, Table, Words

LANGUAGES = ("de", "en")
_PLACEMENT = ("title", "slug", "promise", "topic_field", "dimension", "stages", "sectors", "sizes")
_EFFORT = ("hours", "weeks", "cost_class")
_CARE = ("author", "version", "published", "next_review")


@dataclass(frozen=True)
class Layout:
    """The form of one kind in one language. A file without headings has one section whose heading is empty."""

    kind: str
    language: str
    document: type[Document]
    head: tuple[str, ...]
    sections: tuple[tuple[str, Section], ...]


GUIDE_HEAD = (
    *_PLACEMENT,
    *_EFFORT,
    *("prerequisites", "related", "keywords", "terms", "deadlines", "sources", "as_of"),
    *_CARE,
)
TECHNOLOGY_HEAD = (*_PLACEMENT, "ripeness", *_EFFORT, "related", "keywords", "terms", "sources", *_CARE)
REPORT_HEAD = (*_PLACEMENT, "company", "ending", "consent", *_EFFORT, "related", "keywords", *_CARE)

BALANCE = ("chance", "risk", "remedy")
GUIDE_SECTIONS: dict[str, tuple[tuple[str, Section], ...]] = {
    "de": (
        ("Für wen", Prose("for_whom")),
        ("Nicht für wen", Prose("not_for_whom")),
        ("Das Wichtigste in Kürze", Sentences("essentials")),
        ("Voraussetzungen und Aufwand", Prose("requirements")),
        ("Ein Beispiel aus dem Betriebsalltag", Prose("example")),
        ("Vorgehen in Schritten", Steps("steps")),
        ("Beschäftigte beteiligen", Prose("involvement")),
        ("Chancen und Risiken", Table("balance", BALANCE, ("Chance", "Risiko", "Was dagegen hilft"))),
        ("Recht und Fristen", Prose("law")),
        ("Kosten, Förderung und Alternativen", Prose("costs")),
        (
            "Woran Sie Erfolg erkennen",
            Labelled((("measure_of_success", "Messgröße:"), ("stop_point", "Haltepunkt:"))),
        ),
        ("Typische Fehler", Sentences("mistakes")),
        ("Nächste Schritte", Prose("next_steps")),
    ),
    "en": (
        ("Who this is for", Prose("for_whom")),
        ("Who this is not for", Prose("not_for_whom")),
        ("The essentials", Sentences("essentials")),
        ("What you need and how much effort it takes", Prose("requirements")),
        ("An example from everyday work", Prose("example")),
        ("Step by step", Steps("steps")),
        ("Involving employees", Prose("involvement")),
        ("Opportunities and risks", Table("balance", BALANCE, ("Opportunity", "Risk", "What helps"))),
        ("Law and deadlines", Prose("law")),
        ("Costs, funding and alternatives", Prose("costs")),
        (
            "How to recognise success",
            Labelled((("measure_of_success", "Measure:"), ("stop_point", "Stop point:"))),
        ),
        ("Common mistakes", Sentences("mistakes")),
        ("Next steps", Prose("next_steps")),
    ),
}
TECHNOLOGY_SECTIONS = {
    "de": (
        ("Was die Technik kann", Prose("what_it_does")),
        ("Wie weit sie ist", Prose("ripeness_text")),
        ("Wem sie nützt", Prose("who_benefits")),
        ("Aufwand", Prose("effort")),
        ("Risiken und Grenzen", Prose("risks")),
        ("Ein erster Versuch", Prose("first_trial")),
    ),
    "en": (
        ("What the technology can do", Prose("what_it_does")),
        ("How far it has come", Prose("ripeness_text")),
        ("Who benefits", Prose("who_benefits")),
        ("Effort", Prose("effort")),
        ("Risks and limits", Prose("risks")),
        ("A first trial", Prose("first_trial")),
    ),
}
REPORT_SECTIONS = {
    "de": (
        ("Ausgangslage", Prose("situation")),
        ("Was gemacht wurde", Prose("approach")),
        ("Was es gebracht hat", Prose("result")),
        ("Was nicht funktioniert hat", Prose("failures")),
        ("Was andere daraus lernen können", Prose("lessons")),
    ),
    "en": (
        ("Situation", Prose("situation")),
        ("What was done", Prose("approach")),
        ("What came of it", Prose("result")),
        ("What did not work", Prose("failures")),
        ("What others can learn from it", Prose("lessons")),
    ),
}

LAYOUTS = {
    (kind, language): Layout(kind, language, document, head, sections[language])
    for kind, document, head, sections in (
        ("guide", Guide, GUIDE_HEAD, GUIDE_SECTIONS),
        ("technology", Technology, TECHNOLOGY_HEAD, TECHNOLOGY_SECTIONS),
        ("report", Report, REPORT_HEAD, REPORT_SECTIONS),
        ("term", Term, ("term", "forms"), {language: (("", Words("text")),) for language in LANGUAGES}),
    )
    for language in LANGUAGES
}
