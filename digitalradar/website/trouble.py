"""What „Woran hakt es?“ shows at each of its places: themes, the problems of one, the way out of one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from digitalradar.assessments.queries.catalogues import active_questionnaire
from digitalradar.assessments.views.opening import remembered_token
from digitalradar.knowledge.queries.references import guide_references
from digitalradar.knowledge.queries.shelf import guide_shelf
from digitalradar.topics.models import Dimension
from digitalradar.topics.queries import contact_for

from .home import MAIN, question_view

if TYPE_CHECKING:
    from .models import TroublePage


@dataclass(frozen=True)
class Place:
    """Where somebody is: at the start, at a theme (``area``), or at one of its problems."""

    area: str = ""
    problem: str = ""

    @property
    def components(self) -> list[str]:
        return [part for part in (self.area, self.problem) if part]

    @property
    def path(self) -> str:
        return "".join(f"{part}/" for part in self.components)


def find_place(page: "TroublePage", components: list[str]) -> Place | None:
    """Return the place at an address below the page, or None if none of its problems lies there."""
    if len(components) > 2:
        return None
    place = Place(*components)
    known = [(problem["area"], problem["name"]) for problem in _problems(page)]
    is_known = any(area == place.area and place.problem in ("", name) for area, name in known)
    return place if is_known else None


def trouble_content(page: "TroublePage", place: Place, request: HttpRequest) -> dict[str, Any]:
    """Return what the template shows; ``step`` is areas, problems or answer."""
    url = page.get_url(request)
    titles = {dimension.pk: dimension.local_title for dimension in Dimension.objects.order_by("order")}
    around = {"url": url, "area": titles.get(place.area, ""), "area_url": f"{url}{place.area}/"}
    if place.problem:
        return around | {"step": "answer"} | _answer(_problem(page, place), request)
    if place.area:
        return around | {"step": "problems", "problems": _problems_of(page, place.area, url)}
    return around | {"step": "areas", "areas": _areas(page, titles, url)}


def _problems(page: "TroublePage") -> list[Any]:
    return [block.value for block in page.problems]


def _problem(page: "TroublePage", place: Place) -> Any:
    return next(item for item in _problems(page) if (item["area"], item["name"]) == (place.area, place.problem))


def _areas(page: "TroublePage", titles: dict[str, str], url: str) -> list[dict[str, str]]:
    """Return the themes that have a problem, each with the question that the check asks about it."""
    main = active_questionnaire(MAIN, get_language() or settings.LANGUAGE_CODE)
    questions = {dimension["id"]: dimension["question"] for dimension in main.dimensions} if main else {}
    used = {problem["area"] for problem in _problems(page)}
    return [
        {"title": title, "question": questions.get(area, ""), "url": f"{url}{area}/"}
        for area, title in titles.items()
        if area in used
    ]


def _problems_of(page: "TroublePage", area: str, url: str) -> list[dict[str, str]]:
    return [
        {"sentence": problem["sentence"], "url": f"{url}{area}/{problem['name']}/"}
        for problem in _problems(page)
        if problem["area"] == area
    ]


def _answer(problem: Any, request: HttpRequest) -> dict[str, Any]:
    """Return the published guides with their reasons, a question of the check, and whom to ask."""
    language = get_language() or settings.LANGUAGE_CODE
    found = guide_references([item["guide"] for item in problem["guides"]], language)
    main = active_questionnaire(MAIN, language)
    return {
        "sentence": problem["sentence"],
        "guides": [
            {"guide": found[item["guide"]], "reason": item["reason"]}
            for item in problem["guides"]
            if item["guide"] in found
        ],
        "question": question_view(main, problem["question"]) if main else None,
        "can_resume": bool(remembered_token(request)),
        "contact": contact_for(problem["area"]),
        "shelf": guide_shelf(language),
    }
