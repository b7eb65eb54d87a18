from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import starter


class TopicsConfig(AppConfig):
    name = "digitalradar.topics"
    verbose_name = _("Themen")

    def ready(self) -> None:
        from .vocabulary import load_vocabulary

        starter.register("vocabulary", load_vocabulary, 30)
