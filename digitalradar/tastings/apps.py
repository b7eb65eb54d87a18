from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TastingsConfig(AppConfig):
    """Tech tastings: stations, rounds, shared equipment, and the tour that somebody puts together."""

    name = "digitalradar.tastings"
    verbose_name = _("Tech-Tastings")

    def ready(self) -> None:
        from digitalradar.events import checks, copies
        from digitalradar.events.back_office import log_words

        from . import cache_tags, emails, panels, sign_up_part
        from .kind import KIND
        from .log_words import WORDS
        from .services import due
        from .services.copying import copy_tasting
        from .services.equipment import check_equipment

        cache_tags.connect()
        checks.register(KIND, check_equipment)
        copies.register(KIND, copy_tasting)
        log_words.WORDS.update(WORDS)
        sign_up_part.register()
        panels.register()
        due.register()
        emails.register_previews()
