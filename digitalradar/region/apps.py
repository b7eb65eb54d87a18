from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, letterhead, navigation, page_cache


class RegionConfig(AppConfig):
    name = "digitalradar.region"
    verbose_name = _("Region")

    def ready(self) -> None:
        from .checkup import check_region
        from .queries import drop_region, forget_region, hidden_parts, sender

        navigation.register_switch(hidden_parts)
        letterhead.register(sender)
        checkup.register("Region", check_region, 40)
        page_cache.watch(page_cache.FRAME, drop_region)
        for signal in (post_save, post_delete):
            for model in ("Region", "ContactPerson", "Partner"):
                signal.connect(forget_region, sender=self.get_model(model))
