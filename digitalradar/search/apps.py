from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, due_work, starter


class SearchConfig(AppConfig):
    name = "digitalradar.search"
    verbose_name = _("Suche")

    def ready(self) -> None:
        from . import retention
        from .checkup import check_index
        from .services.asked import forget_old_searches
        from .services.rebuilding import refresh
        from .services.synonyms import add_shipped_synonyms, announce

        starter.register("synonyms", add_shipped_synonyms, 35)
        starter.register("search index", refresh, 95)
        due_work.register(
            "counted searches deleted",
            forget_old_searches,
            _("Gezählte Suchanfragen löschen"),
            order=due_work.DELETIONS,
        )
        checkup.register("Search", check_index, 47)
        retention.register()
        for signal in (post_save, post_delete):
            signal.connect(announce, sender=self.get_model("SynonymGroup"))
