"""Results of the scoring engine, field by field (docs/algorithms/scoring.md). Null where there is no value."""

from typing import Annotated, Literal

from pydantic import Field

from .common import DecimalText, Described, FractionText, Ids, Level, Points, Stage

Status = Annotated[
    Literal["scored", "no_score", "not_applicable", "hidden"],
    Field(description='Scored from 60 % coverage on; not applicable if all are "na", hidden if nothing is visible.'),
]
Confidence = Literal["high", "medium", "low", "none"]


class Coverage(Described):
    """How many of the applicable questions were answered."""

    answered: int = Field(ge=0, description="Questions that count in the score.")
    applicable: int = Field(ge=0, description='All visible questions but those answered "na".')
    percent: int | None = Field(ge=0, le=100, description="Cut, not rounded; null if nothing is applicable.")
    label: Literal["complete", "good", "sufficient", "too_low", "none"] = Field(
        description="100 %, from 80 %, from 60 %, below; none if nothing is applicable."
    )


class Scores(Described):
    """A score in own weighting and, with `_unweighted`, without relevances; only the latter is compared with others."""

    score: DecimalText | None
    exact: FractionText | None
    shown: Points | None
    level_shown: Level | None
    stage: Stage | None = Field(description="Decided on the exact score: 12.5, 37.5, 62.5 and 87.5 are the edges.")
    score_unweighted: DecimalText | None
    exact_unweighted: FractionText | None
    shown_unweighted: Points | None
    level_shown_unweighted: Level | None
    coverage: Coverage
    confidence: Confidence = Field(description="How much is behind the number: speaks of coverage only.")


class Overall(Scores):
    """The plain mean of the scored dimensions."""

    status: Literal["scored", "no_score"] = Field(description="Scored if enough dimensions are.")
    dimensions_scored: int = Field(ge=0, description="Dimensions that have a score.")
    dimensions_needed: int = Field(ge=1, description="So many dimensions need a score for an overall one.")


class DimensionResult(Scores):
    """One dimension."""

    status: Status
    target_stage: Stage
    gap: DecimalText | None = Field(description="Points missing to the target, in own weighting; never below 0.")


class RankedMeasure(Described):
    """A measure that is still open, at its place."""

    id: str = Field(description="Id of the measure in the catalogue.")
    priority: DecimalText = Field(description="Highest of its own and of those that wait for it.")
    own_priority: DecimalText = Field(description="Benefit divided by the factor of the effort.")
    benefit: DecimalText = Field(description="Stages gained, weighted by closeness, relevance and gap.")
    effort: int = Field(
        ge=1, le=5, description="1: below 8 own hours, 2: 24, 3: 60, 4: 160, 5: more; or by cost class."
    )
    waits_for: Ids = Field(description="Open prerequisites.")
    needed_for: Ids = Field(description="Listed measures that wait for it.")


class ScoreResult(Described):
    """Result of a check with stages."""

    overall: Overall
    dimensions: dict[str, DimensionResult] = Field(description="By id, in catalogue order.")
    strengths: Ids = Field(max_length=3, description="Dimensions at or above their target, the highest first.")
    gaps: Ids = Field(max_length=3, description="Dimensions below their target, the largest gap first.")
    clarify: Ids = Field(description='Questions answered "unknown".')
    hidden_questions: Ids = Field(description="Questions that conditions hide; they count nowhere.")
    ignored_answers: Ids = Field(description="Ids that the catalogue does not have, sorted.")
    measures: list[RankedMeasure] = Field(description="In the order in which to tackle them.")


class CyberResult(Described):
    """Result of the cyber check: an own proposal, no certificate."""

    status: Literal["scored", "incomplete", "not_applicable", "hidden"] = Field(
        description="Points come when every applicable requirement has an answer."
    )
    points: int | None = Field(description='Normal: 1 or 0, top: 3 or -3; "unknown" scores like unmet.')
    points_if_unknown_met: int | None = Field(description='The same with everything "unknown" taken as met.')
    max: int = Field(description="Points with all applicable requirements met.")
    min: int = Field(description="Points with none of them met.")
    percent: DecimalText | None = Field(description="Place of the points between min and max.")
    shown: Points | None
    answered: int = Field(ge=0, description='Applicable requirements with an answer; "unknown" is one.')
    applicable: int = Field(ge=0, description='Visible requirements but those answered "na".')
    order: Ids = Field(description="Open requirements: top before normal, unmet before unknown.")


class DiiComparison(Described):
    """Place among the companies of the own size class, by official statistics."""

    geo: str = Field(examples=["DE"], description="Country of the figures.")
    year: int = Field(examples=[2025], description="Year of the survey.")
    size: str = Field(examples=["10-49"], description="Size class of the statistic; it begins at ten people.")
    dii_version: str = Field(examples=["v3"], description="Index versions are never mixed.")
    percentile: DecimalText
    shown: Annotated[int, Field(ge=1, le=99, description="Percentile as shown, kept within 1 to 99.")]
    median: DecimalText
    micro_caveat: bool = Field(description="True for 1-9 people: outside the statistic, for orientation only.")


class DiiResult(Described):
    """Result of the Digital Intensity Index."""

    met: int = Field(ge=0, le=12, description="Criteria answered yes.")
    measured: int = Field(ge=0, le=12, description="Criteria answered yes or no.")
    score: int | None = Field(ge=0, le=12, description="Null below 8 measured criteria.")
    is_estimate: bool = Field(description="True if 8 to 11 criteria are measured and the rest is estimated.")
    band: Literal["very_low", "low", "high", "very_high"] | None = Field(description="0-3, 4-6, 7-9, 10-12.")
    at_least_basic: bool | None = Field(description="Score of 4 or more.")
    comparison: DiiComparison | None


class Provenance(Described):
    """What a result was computed with."""

    catalogue: str = Field(examples=["digital-check"], description="Id of the catalogue.")
    version: str = Field(examples=["2026.1"], description="Its version.")
    scoring_version: str = Field(examples=["1.1"], description="Version of the rules.")


class LoadedScoreResult(ScoreResult, Provenance):
    """Result of a loaded check with stages."""


class LoadedCyberResult(CyberResult, Provenance):
    """Result of a loaded cyber check."""


class LoadedDiiResult(DiiResult, Provenance):
    """Result of a loaded index check."""


class DmaScore(Described):
    """A value in the manner of the EU's Digital Maturity Assessment; not an official result."""

    status: Status
    score: Annotated[str, Field(pattern=r"^[0-9]+\.[0-9]{2}$")] | None = Field(description="Two decimals, half up.")
    exact: FractionText | None
    band: Literal["basic", "average", "moderately_advanced", "advanced"] | None = Field(
        description="Edges 25, 50, 75; an edge belongs to the lower band here."
    )


class DmaOverall(DmaScore):
    """Plain mean, if at least four of six dimensions have a value."""

    dimensions_scored: int = Field(ge=0, description="Dimensions that have a value.")
    dimensions_needed: int = Field(ge=1, description="So many are needed.")


class DmaResult(Described):
    """Result of `dma`."""

    overall: DmaOverall
    dimensions: dict[str, DmaScore]


class Change(Described):
    """A change between two runs, in points of the unweighted scores. Only `again` is called progress."""

    matched: int = Field(ge=0, description="Questions answered in both runs.")
    change_total: DecimalText | None
    change_again: DecimalText | None = Field(description="Over the same questions, weights of the new catalogue.")
    change_mix: DecimalText | None = Field(description="What other questions add: total minus again.")
    shown: int | None = Field(ge=-100, le=100, description="Change at the same questions in whole points.")
    level_shown: str | None = Field(description="The same on the scale of stages, one decimal.")
    label: Literal["up", "down", "same", "not_comparable"] = Field(description="Up and down from 5 points on.")


class OverallChange(Change):
    """Plain mean over comparable dimensions."""

    dimensions_compared: int = Field(ge=0, description="Dimensions that can be compared.")
    dimensions_needed: int = Field(ge=1, description="So many are needed for an overall change.")


class CompareResult(Described):
    """Result of `compare`."""

    overall: OverallChange
    dimensions: dict[str, Change]


class Suggestion(Described):
    """A stage carried over from a short check; it counts as missing until somebody confirms it."""

    suggested: Stage
    source: str = Field(alias="from", description="Id of the short question.")


class PrefillResult(Described):
    """Result of `prefill`."""

    suggestions: dict[str, Suggestion]


LoadedResult = LoadedScoreResult | LoadedCyberResult | LoadedDiiResult
InlineResult = ScoreResult | CyberResult | DiiResult | DmaResult | CompareResult | PrefillResult
