from django.apps import AppConfig

from digitalradar.core import error_answers, page_cache


class ApiConfig(AppConfig):
    """JSON for programs: catalogues, scoring, released comparison values."""

    name = "digitalradar.api"
    verbose_name = "API"

    def ready(self) -> None:
        from .language import asked_language
        from .middleware import PREFIX
        from .problems import error_answer

        error_answers.register(PREFIX, error_answer)
        page_cache.vary(PREFIX, asked_language)
