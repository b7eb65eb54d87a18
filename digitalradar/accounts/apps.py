from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "digitalradar.accounts"
    verbose_name = "Konten"
