"""A page as one would write it with Wagtail's documentation at hand."""

from django.db import models
from wagtail.models import Page
from wagtail.search import index

from digitalradar.search.entry import Entry


class PlainPage(Page):
    """A guide: everything that is text is searched, title, summary and keywords count twice."""

    summary = models.TextField()
    keywords = models.TextField()
    body = models.TextField()
    sector = models.TextField()

    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("keywords", boost=2),
        index.SearchField("body"),
    ]
    template = "plain/page.html"


def load(entries: list[Entry]) -> None:
    """Make one published page of each entry, below the root."""
    root = Page.get_first_root_node()
    for entry in entries:
        text = f"{entry.headings}\n{entry.body}"
        sector = " ".join(entry.facets["sector"])
        page = PlainPage(title=entry.title, slug=entry.key, summary=entry.summary, keywords=entry.keywords)
        page.body, page.sector = text, sector
        root.add_child(instance=page)
