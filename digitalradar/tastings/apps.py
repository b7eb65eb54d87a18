from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TastingsConfig(AppConfig):
    """Tech tastings: stations, rounds, shared equipment, and the tour that somebody puts together."""

    name = "digitalradar.tastings"
    verbose_name = _("Tech-Tastings")
