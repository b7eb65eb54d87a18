from django.apps import AppConfig


class PlainConfig(AppConfig):
    name = "bench.search.plain"
    label = "plain"
