"""What one run adds to the usage figures: the one definition for living and for deleted runs.

The meaning of every measure is told in docs/algorithms/usage-figures.md.
"""

from datetime import date

from django.utils.timezone import localtime

from ..answers import scored_answers
from ..models import Assessment
from ..scoring import visible_questions
from ..usage import first_of_month, minutes_key
from .catalogues import questionnaire, scoring_catalogue

STARTED, FINISHED, STOPPED_AT, MINUTES = "started", "finished", "stopped_at", "minutes"
TOLD = ("size", "sector", "role")  # measures whose keys are fields of the run, empty where nothing was told
BEGUN_AS, DIRECT = "begun_as", "direct"
# Dimensions are slugs, so that none of them looks like these.
AT_BEGIN, AT_PROFILE, AT_FINISH = ":begin", ":profile", ":finish"

Entry = tuple[str, str]
FINISHED_FIELDS = ("catalogue_version_id", "created_at", "finished_at", BEGUN_AS, *TOLD)
UNFINISHED_FIELDS = (*FINISHED_FIELDS, "is_solo", "place", "answers", "edition")


def entries(run: Assessment) -> list[Entry]:
    """Return the measures and keys under which a run is counted, each once."""
    always = [
        (STARTED, ""),
        (BEGUN_AS, run.begun_as or DIRECT),
        *((measure, getattr(run, measure)) for measure in TOLD),
    ]
    if run.finished_at is None:
        return [*always, (STOPPED_AT, stopping_place(run))]
    return [*always, (FINISHED, ""), (MINUTES, minutes_key(run.created_at, run.finished_at))]


def month_of(run: Assessment) -> date:
    """Return the first day of the month a run began in, in the portal's time zone."""
    return first_of_month(localtime(run.created_at).date())


def stopping_place(run: Assessment) -> str:
    """Return the dimension of the first question without an answer, or a place beside the questions."""
    texts = questionnaire(run.catalogue_version_id, "de")
    given = {key for key, answer in run.answers.items() if "value" in answer}
    if not given:
        return AT_BEGIN
    scored = scored_answers(texts, run.answers, {})
    for question_id in visible_questions(scoring_catalogue(run.catalogue_version_id), run.profile, scored):
        if question_id not in given:
            return texts.question[question_id]["dimension"]
    is_profile_missing = texts.data.get("profile_at") == "end" and not (run.size or run.sector)
    return AT_PROFILE if is_profile_missing else AT_FINISH
