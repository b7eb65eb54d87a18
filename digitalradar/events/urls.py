"""Addresses of dates; English ones lie at the same paths below /en/."""

from django.urls import path

from .kinds import kinds
from .views import afterwards, calendar, certificate, desk, event, feeds, own_feed, personal, signing_up, standing

app_name = "events"

urlpatterns = [
    path("termine/", calendar.calendar, name="calendar"),
    path("termine/vergangen/", calendar.past, name="past"),
    path("termine/atom.xml", feeds.atom, name="atom"),
    path("termine/kalender.ics", feeds.calendar_feed, name="feed"),
    path("termine/kalender/<str:token>.ics", feeds.personal_feed, name="personal_feed"),
    path("termine/<slug:slug>.ics", feeds.event_file, name="ics"),
    path("termine/einchecken/", desk.scan, name="scan"),
    path("termine/einchecken/<str:token>/", desk.desk, name="desk"),
    path("termine/einchecken/<str:token>/stand.json", desk.count, name="desk_count"),
    path("termine/anmeldung/<str:token>/bescheinigung.pdf", certificate.own_certificate, name="certificate"),
    path("termine/anmeldung/<str:token>/", personal.show, name="registration"),
    path("termine/anmeldung/<str:token>/bestaetigen/", personal.confirm, name="confirm"),
    path("termine/anmeldung/<str:token>/annehmen/<int:booking>/", personal.accept, name="accept"),
    path("termine/anmeldung/<str:token>/ablehnen/<int:booking>/", personal.decline, name="decline"),
    path("termine/anmeldung/<str:token>/aendern/", personal.change, name="change"),
    path("termine/anmeldung/<str:token>/absagen/", personal.cancel, name="cancel"),
    path("termine/anmeldung/<str:token>/daten.json", personal.data, name="own_data"),
    path("termine/anmeldung/<str:token>/termin.ics", personal.calendar_file, name="own_calendar"),
    path("termine/anmeldung/<str:token>/code.svg", personal.code, name="own_code"),
    path("termine/anmeldung/<str:token>/kalender/", own_feed.change, name="own_feed"),
    path("termine/anmeldung/<str:token>/rueckmeldung/", afterwards.feedback, name="feedback"),
    path("termine/anmeldung/<str:token>/danach/", afterwards.follow_up, name="follow_up"),
    path("termine/anmeldung/<str:token>/material/<int:material>/", personal.material, name="material"),
    path("termine/anmeldung/<str:token>/loeschen/", personal.delete, name="delete"),
    path("termine/<slug:slug>/", event.event, name="event"),
    path("termine/<slug:slug>/anmelden/", signing_up.sign_up, name="sign_up"),
    path("termine/<slug:slug>/anmelden/danke/", signing_up.signed_up, name="signed_up"),
    *(
        path(f"{kind.address}/", standing.standing, {"kind_id": kind.id}, name=f"format-{kind.id}")
        for kind in kinds().values()
        if kind.address
    ),
]
