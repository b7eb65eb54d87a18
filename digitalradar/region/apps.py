from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, letterhead, navigation
from digitalradar.core.page_cache import CONTACTS, FRAME, PARTNERS


class RegionConfig(AppConfig):
    name = "digitalradar.region"
    verbose_name = _("Region")

    def ready(self) -> None:
        from digitalradar.core.page_cache.following import follow

        from .checkup import check_region
        from .queries import hidden_parts, sender

        navigation.register_switch(hidden_parts)
        letterhead.register(sender)
        checkup.register("Region", check_region, 40)
        for model, tag in (("Region", FRAME), ("ContactPerson", CONTACTS), ("Partner", PARTNERS)):
            follow(self.get_model(model), lambda row, tag=tag: [tag])
