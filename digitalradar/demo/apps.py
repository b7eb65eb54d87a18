from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import starter


class DemoConfig(AppConfig):
    name = "digitalradar.demo"
    verbose_name = _("Beispieldaten")

    def ready(self) -> None:
        from .example_region import start_with_example

        starter.register("example region", start_with_example, 90)
