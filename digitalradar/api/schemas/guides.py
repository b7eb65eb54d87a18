"""The library: the list that is searched, and one page in full."""

import json
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from digitalradar.knowledge.content.schema import SCHEMAS
from digitalradar.topics.vocabulary import DIMENSIONS, SECTORS, TOPIC_FIELDS

from .common import Described, Size, Stage

# An empty value asks for nothing, so that a form may send all its fields.
TopicFieldId = Literal["", *(id for id, *_ in TOPIC_FIELDS)]  # type: ignore[valid-type]
DimensionId = Literal["", *(id for id, *_ in DIMENSIONS)]  # type: ignore[valid-type]
SectorId = Literal["", *(id for id, *_ in SECTORS)]  # type: ignore[valid-type]
Format = Literal["guide", "technology", "report"]

Identifier = Annotated[
    str, Field(description="Lasting name; measures of the checks have the same.", examples=["datensicherung"])
]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601.")]
Range = Annotated[list[int], Field(min_length=2, max_length=2, description="From and to; an estimate.")]

SLUG = "Lasting name of a page, such as `datensicherung`; its address of today is understood, too."
FORMAT = "What to look for where pages of two formats have the same name; without it, guides come first."
REPEATED = "May be repeated: values of one facet are joined by or, facets by and."
MOST = 10  # values of one facet


class GuideQuery(Schema):
    """What the address of the list may ask."""

    q: str = Field(
        "",
        max_length=200,
        pattern=r"^[^\x00]*$",  # what no text of a request may hold, see core/middleware/input_limits.py
        description="Words as people use them; inflection, compounds, synonyms and typing errors are allowed for.",
    )
    topic_field: list[TopicFieldId] = Field([], max_length=MOST, description=f"Field of the library. {REPEATED}")
    dimension: list[DimensionId] = Field([], max_length=MOST, description=f"Dimension of the Digital-Check. {REPEATED}")
    stage: list[Literal["", "1", "2", "3", "4", "5"]] = Field(
        [], max_length=MOST, description=f"Stage of maturity a page is meant for. {REPEATED}"
    )
    sector: list[SectorId] = Field([], max_length=MOST, description=f"Sector. {REPEATED}")
    size: list[Literal["", "1-9", "10-49", "50-249", "250+"]] = Field(
        [], max_length=MOST, description=f"Size class in people. {REPEATED}"
    )
    effort: list[Literal["", "1", "2", "3", "4", "5"]] = Field(
        [],
        max_length=MOST,
        description=f"Own effort: 1 under 8 hours, 2 under 24, 3 under 60, 4 under 160, 5 more. {REPEATED}",
    )
    cost_class: list[Literal["", "K0", "K1", "K2", "K3", "K4"]] = Field(
        [],
        max_length=MOST,
        description=f"External costs: K0 to about 500 euros, K1 2,500, K2 10,000, K3 50,000, K4 more. {REPEATED}",
    )
    format: list[Literal["", "guide", "technology", "report"]] = Field(
        [], max_length=MOST, description=f"Guide, technology profile or practice report. {REPEATED}"
    )
    page: int = Field(1, ge=1, le=1000, description="Page of ten; behind the last one there are no items.")

    def filters(self) -> dict[str, list[str]]:
        """Return the values by facet of the search, without empty ones."""
        chosen = self.model_dump(exclude={"q", "page"})
        return {name: kept for name, values in chosen.items() if (kept := [value for value in values if value])}


class GuideItem(Described):
    """A page in a list. Hours, weeks and costs are estimates for a company of 10 to 100 people."""

    slug: Identifier
    format: Format = Field(description="What kind of page it is.")
    title: str = Field(description="Plain text.")
    promise: str = Field(description="One sentence: what the company gets.")
    url: str = Field(description="Address of the page for people.")
    api_url: str = Field(description="Address of the full structure.")
    language: str = Field(description="Language of the texts.", examples=["de"])
    topic_field: str = Field(description="Field of the library.")
    dimension: str = Field(description="Dimension of the Digital-Check.")
    stages: list[Stage] = Field(description="Every stage it is meant for.")
    sectors: list[str] = Field(description="Sectors it is meant for.")
    sizes: list[Size] = Field(description="Size classes it is meant for; empty means all.")
    hours: Range | None = Field(description="The company's own hours.")
    weeks: Range | None = Field(description="Weeks from start to end.")
    effort: int | None = Field(ge=1, le=5, description="Class of the hours, as in the parameter `effort`.")
    cost_class: str | None = Field(description="Class of external costs, as in the parameter `cost_class`.")
    version: str = Field(description="Version of the text.", examples=["2026.1"])
    published: Day | None = Field(description="When this version was published.")
    is_reviewed: bool = Field(description="False: its review by experts is still to come.")
    is_example: bool = Field(description="True: made up for the example region.")
    score: float = Field(ge=0, description="How well it fits `q`; only comparable within one answer. 0 without `q`.")
    highlight: str = Field(description="Why it was found: safe HTML in which only `<mark>` may stand.")


class GuideList(Described):
    """One page of ten, ranked; `Link` tells the next and the previous one."""

    total: int = Field(ge=0, description="How many fit.")
    items: list[GuideItem] = Field(max_length=10, description="The best first.")
    facets: dict[str, dict[str, int]] = Field(
        description="How many of the hits each value of a facet has, each facet counted without its own filter."
    )


class Review(Described):
    """Whether experts have read this very text."""

    state: Literal["reviewed", "pending"] = Field(description="`pending` pages say so to their readers.")
    by: str | None = Field(description="Who reviewed it, as they agreed to be named.")
    on: Day | None = Field(description="When it was reviewed.")


class Licence(Described):
    """What may be done with the text."""

    id: str = Field(description="SPDX identifier.", examples=["EUPL-1.2"])
    url: str = Field(description="The licence in full.")


class Provenance(Described):
    """Where the text comes from; name it when you take it over."""

    portal: str = Field(description="Address of the portal.")
    publisher: str = Field(description="Who publishes it; empty where nobody has entered a name.")
    url: str = Field(description="Address of the page.")
    author: str = Field(description="Who wrote it; may be empty.")
    version: str = Field(description="Version of the text.")
    published: Day | None = Field(description="When this version was published.")
    modified: str | None = Field(
        description="When it last changed, ISO 8601.", json_schema_extra={"format": "date-time"}
    )
    next_review: Day | None = Field(description="When it is to be looked at again.")
    review: Review
    is_example: bool = Field(description="True: made up for the example region, not to be taken over.")


class FactReference(Described):
    """A statement the text refers to as `[F-SEC-06]`."""

    id: str = Field(description="As in the text.", examples=["F-SEC-06"])
    text: str = Field(description="The statement, in German.")
    as_of: str = Field(description="As of when it holds, in words.")
    is_certain: bool = Field(description="False: not confirmed; the text has to say so.")
    sources: list[str] = Field(description="Where it can be checked.")


class TermReference(Described):
    """A word of the glossary that the text uses."""

    id: str = Field(description="As in `content.terms`.")
    term: str = Field(description="The word.")
    text: str = Field(description="What it means.")


class GuideDocument(Described):
    """A page in full, ready to be taken over: `markdown` is its file, `content` what the file says."""

    slug: Identifier
    format: Format = Field(description="What kind of page it is.")
    language: str = Field(description="Language of the texts.")
    languages: list[str] = Field(description="Languages this page exists in here.")
    title: str = Field(description="Plain text.")
    promise: str = Field(description="One sentence: what the company gets.")
    url: str = Field(description="Address of the page for people.")
    path: str = Field(
        description="Where its file lies below the folder of a library.", examples=["guides/de/datensicherung.md"]
    )
    content: dict[str, Any] = Field(description="Head and sections; texts are restricted Markdown.")
    markdown: str = Field(description="The file itself; `digitalradar content load` takes it.")
    facts: list[FactReference] = Field(description="In the order in which the text refers to them.")
    terms: list[TermReference] = Field(description="In the language of the text.")
    licence: Licence
    provenance: Provenance


PREFIX = "Library."
KINDS = ("guide", "technology", "report")
MARKDOWN_RESPONSE: dict[str, Any] = {
    "description": "The file in the language asked for.",
    "content": {"text/markdown": {"schema": {"type": "string"}}},
}


def library_components() -> dict[str, Any]:
    """Return the published schemas of library files as named parts of the OpenAPI document."""
    shared = json.loads((SCHEMAS / "shared.schema.json").read_text(encoding="utf-8"))["$defs"]
    parts = {name: json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8")) for name in KINDS}
    for part in parts.values():
        part.pop("$schema"), part.pop("$id")
    return {f"{PREFIX}{name}": _renamed(part) for name, part in (parts | shared).items()}


def content_schema() -> dict[str, Any]:
    """Return the schema of ``content``: that of one of the three kinds of files."""
    return {
        "anyOf": [{"$ref": f"#/components/schemas/{PREFIX}{name}"} for name in KINDS],
        "description": "Head and sections, as the schemas of library files say; prose is restricted Markdown.",
    }


def _renamed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _target(item) if key == "$ref" else _renamed(item) for key, item in value.items()}
    return [_renamed(item) for item in value] if isinstance(value, list) else value


def _target(reference: str) -> str:
    return reference.replace("shared.schema.json#/$defs/", f"#/components/schemas/{PREFIX}").replace(
        "#/$defs/", f"#/components/schemas/{PREFIX}"
    )
