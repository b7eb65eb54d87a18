"""Relations between tables point down the levels, as imports do; import-linter cannot see those written as strings."""

import tomllib
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey, ManyToManyField

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_BY_ALL = {settings.AUTH_USER_MODEL}


def levels() -> dict[str, int]:
    """Return the level of each app, the lowest being 0, as the contract in pyproject.toml draws them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    drawn = next(contract["layers"] for contract in contracts if contract["name"] == "Apps depend downwards only")
    return {app.strip(" ()"): level for level, layer in enumerate(reversed(drawn)) for app in layer.split("|")}


def test_relations_point_down():
    level = levels()
    upwards = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=False)
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | ManyToManyField)
        and model._meta.app_label in level
        and (target := field.related_model._meta).app_label in level
        and target.label not in ALLOWED_BY_ALL
        and target.app_label != model._meta.app_label
        and level[target.app_label] >= level[model._meta.app_label]
    ]
    assert upwards == []


def test_every_app_has_its_level():
    ours = {app.name.split(".")[1] for app in apps.get_app_configs() if app.name.startswith("digitalradar.")}
    assert ours == levels().keys()


def test_no_file_has_grown_beyond_one_idea():
    files = [file for file in (ROOT / "digitalradar").rglob("*.py") if "migrations" not in file.parts]
    long = [str(file.relative_to(ROOT)) for file in files if len(file.read_text().splitlines()) > 400]
    assert long == []
