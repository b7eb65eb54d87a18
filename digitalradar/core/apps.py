from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "digitalradar.core"
    verbose_name = "Digitalradar"

    def ready(self) -> None:
        from .checkups import register

        register()
