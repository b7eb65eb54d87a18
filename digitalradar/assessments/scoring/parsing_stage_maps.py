"""Read ``replaces`` and ``maps_to``: where answers of another question go."""

from collections.abc import Mapping

from .catalogue import StageMap
from .constants import HIGHEST_STAGE, LOWEST_STAGE
from .errors import INVALID_CATALOGUE, ScoringError
from .reading import read_integer, read_list, read_mapping, read_text

_STAGES = {str(stage): stage for stage in range(LOWEST_STAGE, HIGHEST_STAGE + 1)}


def parse_replaces(raw: object, path: str) -> StageMap | None:
    """Return the older question that this one replaces, None if there is none."""
    return None if raw is None else _parse_map(raw, path, key="id")


def parse_maps_to(raw: object, path: str) -> tuple[StageMap, ...]:
    """Return the questions of the main check to which a short question hands its stage."""
    items = read_list(raw, path, INVALID_CATALOGUE)
    return tuple(_parse_map(item, f"{path}[{number}]", key="question") for number, item in enumerate(items))


def _parse_map(raw: object, path: str, key: str) -> StageMap:
    item = read_mapping(raw, path, INVALID_CATALOGUE)
    question = read_text(item.get(key), f"{path}.{key}", INVALID_CATALOGUE)
    return StageMap(question, _parse_stages(item.get("stages"), f"{path}.stages"))


def _parse_stages(raw: object, path: str) -> dict[int, int]:
    if raw is None:
        return {}
    if not isinstance(raw, Mapping):
        raise ScoringError(INVALID_CATALOGUE, "must be an object", path)
    stages: dict[int, int] = {}
    for key, value in raw.items():
        # YAML reads an unquoted key as a number, JSON knows only text keys: take both.
        source = key if type(key) is int and str(key) in _STAGES else _STAGES.get(key) if isinstance(key, str) else None
        if source is None or source in stages:
            raise ScoringError(INVALID_CATALOGUE, "the keys must be stages from 1 to 5, each once", path)
        stages[source] = read_integer(value, f"{path}.{key}", INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE)
    return stages
