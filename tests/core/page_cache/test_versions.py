import pytest

from digitalradar.core import page_cache
from digitalradar.core.models import CacheTag
from digitalradar.core.page_cache.versions import Versions
from tests.assessments.together import together


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_changes_at_once_get_versions_of_their_own(cache_on):
    together(*[lambda tag=tag: page_cache.forget(f"page:{tag}") for tag in range(8)])
    assert sorted(CacheTag.objects.values_list("version", flat=True)) == list(range(1, 9))
    assert Versions().refresh() == 8


@pytest.mark.django_db(transaction=True)
def test_watchers_hear_of_their_tag(cache_on, monkeypatch):
    heard = []
    monkeypatch.setattr(page_cache, "_watchers", {"page:1": [lambda: heard.append("page:1")]})
    process = Versions()
    process.refresh()
    page_cache.forget("page:1", "page:2")
    process.refresh()
    process.refresh()
    assert heard == ["page:1"]
