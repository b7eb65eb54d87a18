"""The list of catalogues."""

from typing import Literal

from pydantic import Field

from .common import Described

VERSION_PATTERN = r"^[0-9]{4}\.[0-9]{1,3}$"
CATALOGUE = "Id of a catalogue, such as `digital-check`."
VERSION = "A loaded version such as `2026.1`; without it the one that new runs use."


class CatalogueEntry(Described):
    """One catalogue in short."""

    id: str = Field(description="Name in addresses.", examples=["digital-check"])
    family: str = Field(description="Only results of one family are ever compared.", examples=["main"])
    version: str = Field(description="A loaded version never changes.", examples=["2026.1"])
    title: str
    purpose: str | None
    text_language: str = Field(description="Language of title and purpose in this answer.", examples=["de"])
    languages: list[str] = Field(description="Languages the texts exist in, the first is the original.")
    kinds: list[Literal["staged", "yes_no", "requirement", "agree"]] = Field(description="Kinds of questions in it.")
    dimensions: int = Field(ge=1, description="Number of dimensions.")
    questions: int = Field(ge=1, description="Number of questions; some may be hidden by a condition.")
    measures: int = Field(ge=0, description="Number of measures.")
    loaded_at: str = Field(
        description="When this version was loaded here, ISO 8601.", json_schema_extra={"format": "date-time"}
    )
    digest: str = Field(pattern="^[0-9a-f]{64}$", description="SHA-256 of the whole document in canonical JSON.")
    url: str = Field(description="Address of the full structure.")
    score_url: str = Field(description="Address that scores answers to it.")


class CatalogueList(Described):
    """The catalogues that new runs use."""

    catalogues: list[CatalogueEntry]
