"""Addresses of dates; English ones lie at the same paths below /en/."""

from django.urls import path

from .views import calendar, event, feeds, signing_up

app_name = "events"

urlpatterns = [
    path("termine/", calendar.calendar, name="calendar"),
    path("termine/vergangen/", calendar.past, name="past"),
    path("termine/atom.xml", feeds.atom, name="atom"),
    path("termine/kalender.ics", feeds.calendar_feed, name="feed"),
    path("termine/kalender/<str:token>.ics", feeds.personal_feed, name="personal_feed"),
    path("termine/<slug:slug>.ics", feeds.event_file, name="ics"),
    path("termine/<slug:slug>/", event.event, name="event"),
    path("termine/<slug:slug>/anmelden/", signing_up.sign_up, name="sign_up"),
    path("termine/<slug:slug>/anmelden/danke/", signing_up.signed_up, name="signed_up"),
]
