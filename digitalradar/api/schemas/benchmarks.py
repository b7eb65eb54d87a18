"""Released comparison values."""

from typing import Annotated, Literal

from pydantic import Field

from .common import Described

Quartile = Annotated[
    str, Field(pattern=r"^[0-9]{1,3}\.[0-9]$", description="On the scale 0 to 100, one decimal; level = 1 + value/25.")
]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="Day of publication, ISO 8601.")]
AtLeastFloor = Annotated[int, Field(ge=10, description="Companies in the group; groups below ten are never shown.")]


class HiddenGroup(Described):
    """No group that fits may be shown; nothing else is said, not even its size."""

    visible: Literal[False] = Field(description="Always false.")


class DimensionFigures(Described):
    """Figures of one dimension, or of the whole check under `overall`."""

    visible: Literal[True] = Field(description="Always true.")
    n: AtLeastFloor
    q1: Quartile
    median: Quartile
    q3: Quartile
    released_on: Day


class ReleasedGroup(Described):
    """A released group of companies, `*` meaning all."""

    visible: Literal[True] = Field(description="Always true.")
    level: int = Field(
        ge=1, le=6, description="1 sector, size, region; 2 sector, size; 3 size, region; 4 size; 5 sector; 6 all."
    )
    sector: str = Field(examples=["handwerk"], description="Id of the sector.")
    size: Literal["1-9", "10-49", "50-249", "250+", "*"] = Field(description="Size class in people.")
    region: str = Field(examples=["*"], description="Place as companies wrote it, in lower case.")
    n: AtLeastFloor
    released_on: Day
    is_example: bool = Field(description="True: made-up figures, for trying things out; never mixed with real ones.")
    dimensions: dict[str, DimensionFigures] = Field(description="By dimension id, and `overall`.")


Group = ReleasedGroup | HiddenGroup
