"""Addresses of programmes; those below „mein-programm“ and „anmeldung“ hold a secret."""

from django.urls import path

from .views import plan, programme, seats

app_name = "programmes"

urlpatterns = [
    path("termine/anmeldung/<str:token>/programm/", seats.seats, name="seats"),
    path("termine/anmeldung/<str:token>/programm/oeffnen/", seats.open_plan, name="open_plan"),
    path("termine/<slug:slug>/programm/", programme.show, name="programme"),
    path("termine/<slug:slug>/programm/programm.ics", programme.calendar_file, name="ics"),
    path("termine/<slug:slug>/programm/programm.pdf", programme.pdf, name="pdf"),
    path("termine/<slug:slug>/programm/programm.json", programme.data, name="data"),
    path("termine/<slug:slug>/programm/merken/", plan.keep, name="keep"),
    path("termine/<slug:slug>/programm/meins/", plan.begin, name="begin"),
    path("mein-programm/<str:token>/", plan.show, name="plan"),
    path("mein-programm/<str:token>/programm.ics", plan.calendar_file, name="plan_ics"),
    path("mein-programm/<str:token>/programm.pdf", plan.pdf, name="plan_pdf"),
    path("mein-programm/<str:token>/loeschen/", plan.delete, name="delete"),
]
