"""Addresses of the website that are no Wagtail pages."""

from django.urls import path

from . import views

app_name = "website"

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("barrierefreiheit/melden/", views.barrier_form, name="report_barrier"),
    path("barrierefreiheit/melden/danke/", views.barrier_thanks, name="barrier_thanks"),
]
