"""Addresses of tech tastings; all lie below those of the dates and are included before them."""

from django.urls import path

from .views import interest, own, signing_up, tour

app_name = "tastings"

urlpatterns = [
    path("termine/interesse/<str:token>/", interest.interest, name="interest"),
    path("termine/<slug:slug>/interesse/", interest.ask, name="ask"),
    path("termine/<slug:slug>/rundgang/", tour.tour, name="tour"),
    path("termine/rundgang/<str:token>/<slug:slug>/", signing_up.sign_up, name="sign_up"),
    path("termine/rundgang/<str:token>/<slug:slug>/zurueck/", signing_up.back, name="back"),
    path("termine/anmeldung/<str:token>/rundgang/", own.own_tour, name="own_tour"),
    path("termine/anmeldung/<str:token>/runde/<int:slot>/", own.change_round, name="change_round"),
]
