from django.apps import AppConfig


class ApiConfig(AppConfig):
    """JSON for programs: catalogues, scoring, released comparison values."""

    name = "digitalradar.api"
    verbose_name = "API"
