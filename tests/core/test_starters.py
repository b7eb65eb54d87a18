"""What the apps bring to a new installation."""

import pytest
from django.apps import apps

from digitalradar.core.starter import starters
from tests.knowledge.content.files import guide_text, make_library

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def everything() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_starter_content_of_all_apps_can_be_loaded_twice(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.CONTENT_DIR = make_library(tmp_path / "content", {"proben": guide_text()})
    for starter in starters():
        starter.function()
    once = everything()
    for starter in starters():
        starter.function()
    assert everything() == once
