"""The search follows groups when their address changes, and forgets what is deleted, however it goes."""

import pytest

from digitalradar.search.queries.search import search
from tests.factories.focusgroups import make_group, make_member, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def found(text: str) -> list[str]:
    hits = search(text, language="de", kinds=("focus_group", "focus_group_text")).hits
    return [hit.document.url for hit in hits]


def test_search_follows_a_new_address_and_forgets_what_is_deleted():
    group = make_group(title="Webstuhldaten", slug="webstuhl")
    author = make_member(group)
    told = tell(author, "Schussfadenwechsel", confidentiality="public", public_name="Ada")
    group.slug = "webstuhl-neu"
    group.save()
    text = f"/fokusgruppen/webstuhl-neu/#beitrag-{told.pk}"
    assert set(found("Webstuhldaten")) == {"/fokusgruppen/webstuhl-neu/", text}
    assert found("Schussfadenwechsel") == [text]
    author.delete()
    group.delete()
    assert found("Webstuhldaten") + found("Schussfadenwechsel") == []
