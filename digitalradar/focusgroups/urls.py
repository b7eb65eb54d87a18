"""Addresses of focus groups; those below „mitglied“ hold a secret."""

from django.urls import path

from .views import answers, contributions, feed, files, groups, joining, leaving, member, own_data, topics

app_name = "focusgroups"

MEMBER = "fokusgruppen/mitglied/<str:token>/"

urlpatterns = [
    path("fokusgruppen/", groups.overview, name="overview"),
    path(MEMBER, member.show, name="member"),
    path(f"{MEMBER}bestaetigen/", joining.confirm, name="confirm"),
    path(f"{MEMBER}sitzungen/", answers.standing, name="standing"),
    path(f"{MEMBER}sitzungen/<int:session_id>/", answers.one, name="answer"),
    path(f"{MEMBER}themen/", topics.propose, name="propose"),
    path(f"{MEMBER}themen/<int:topic_id>/", topics.vote, name="vote"),
    path(f"{MEMBER}beitraege/neu/", contributions.add, name="contribute"),
    path(f"{MEMBER}beitraege/<int:contribution_id>/", contributions.change, name="contribution"),
    path(f"{MEMBER}beitraege/<int:contribution_id>/zurueckziehen/", contributions.take_back, name="withdraw"),
    path(f"{MEMBER}material/<int:impulse_id>/", files.of_impulse, name="material"),
    path(f"{MEMBER}unterlagen/<int:material_id>/", files.of_session, name="session_material"),
    path(f"{MEMBER}pause/", leaving.pause, name="pause"),
    path(f"{MEMBER}austreten/", leaving.leave, name="leave"),
    path(f"{MEMBER}daten.json", own_data.download, name="data"),
    path(f"{MEMBER}loeschen/", own_data.delete, name="delete"),
    path("fokusgruppen/<slug:slug>/", groups.show, name="group"),
    path("fokusgruppen/<slug:slug>/mitmachen/", joining.ask, name="join"),
    path("fokusgruppen/<slug:slug>/mitmachen/gesendet/", joining.sent, name="sent"),
    path("fokusgruppen/<slug:slug>/link/", joining.send_link, name="link"),
    path("fokusgruppen/<slug:slug>/feed.atom", feed.feed, name="feed"),
    path("fokusgruppen/<slug:slug>/material/<int:impulse_id>/", files.released, name="released"),
]
