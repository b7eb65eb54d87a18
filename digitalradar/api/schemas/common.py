"""What all descriptions of answers share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Size = Literal["1-9", "10-49", "50-249", "250+"]
Stage = Annotated[int, Field(ge=1, le=5, description="Stage 1 to 5.")]
Points = Annotated[int, Field(ge=0, le=100, description="Whole points 0 to 100, rounded half up.")]
DecimalText = Annotated[
    str, Field(pattern=r"^-?[0-9]+\.[0-9]{4}$", description="Text with four decimals, rounded half up.")
]
FractionText = Annotated[
    str, Field(pattern=r"^-?[0-9]+(/[0-9]+)?$", description='The exact value as reduced fraction, "175/4" or "50".')
]
Level = Annotated[
    str,
    Field(
        pattern=r"^[1-5]\.[0-9]$",
        description="The same score on the scale of stages: 1 + score/25, one decimal; never enters a stage that was "
        "not reached.",
    ),
]
Ids = list[str]


class Described(BaseModel):
    """An answer has exactly the fields that are described; a test holds every answer against this."""

    model_config = ConfigDict(extra="forbid")
