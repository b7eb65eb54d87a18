from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import starter


class TopicsConfig(AppConfig):
    name = "digitalradar.topics"
    verbose_name = _("Themen")

    def ready(self) -> None:
        from digitalradar.core.page_cache import CONTACTS
        from digitalradar.core.page_cache.following import follow_relation

        from .vocabulary import load_vocabulary

        follow_relation(self.get_model("Dimension").contact_people.through, CONTACTS)
        starter.register("vocabulary", load_vocabulary, 30)
