from django.apps import AppConfig

from digitalradar.core import error_answers


class ApiConfig(AppConfig):
    """JSON for programs: catalogues, scoring, released comparison values."""

    name = "digitalradar.api"
    verbose_name = "API"

    def ready(self) -> None:
        from .middleware import PREFIX
        from .problems import error_answer

        error_answers.register(PREFIX, error_answer)
