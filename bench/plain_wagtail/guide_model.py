"""The page types of the plain site."""

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page


class HomePage(Page):
    """The start page that the first migration of the project makes."""


class PlainGuide(Page):
    """A guide as one would begin: a sentence and a long text."""

    promise = models.CharField(max_length=250)
    text = RichTextField()

    template = "home/guide_page.html"
    content_panels = [*Page.content_panels, FieldPanel("promise"), FieldPanel("text")]
