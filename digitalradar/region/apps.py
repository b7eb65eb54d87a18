from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, navigation


class RegionConfig(AppConfig):
    name = "digitalradar.region"
    verbose_name = _("Region")

    def ready(self) -> None:
        from .checkup import check_region
        from .queries import forget_region, hidden_parts

        navigation.register_switch(hidden_parts)
        checkup.register("Region", check_region, 40)
        for signal in (post_save, post_delete):
            signal.connect(forget_region, sender=self.get_model("Region"))
