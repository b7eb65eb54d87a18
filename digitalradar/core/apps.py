from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "digitalradar.core"
    verbose_name = "Digitalradar"
