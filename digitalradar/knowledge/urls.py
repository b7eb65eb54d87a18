"""Addresses of the library that are no Wagtail pages."""

from django.urls import path

from .views import drafts
from .views.feed import feed
from .views.feedback import feedback
from .views.glossary import glossary, letter
from .views.versions import versions

app_name = "knowledge"

urlpatterns = [
    path("vorschau/<str:token>/", drafts.preview, name="preview"),
    path("<slug:shelf>/feed.atom", feed, name="feed"),
    path("<slug:shelf>/begriffe/", glossary, name="glossary"),
    path("<slug:shelf>/begriffe/<slug:letter>/", letter, name="glossary-letter"),
    path("<slug:shelf>/<slug:slug>/versionen/", versions, name="versions"),
    path("<slug:shelf>/<slug:slug>/rueckmeldung/", feedback, name="feedback"),
]
