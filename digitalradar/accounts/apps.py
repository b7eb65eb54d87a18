from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "digitalradar.accounts"
    verbose_name = "Konten"

    def ready(self) -> None:
        from digitalradar.core import checkup, starter

        from .checkup import staff_accounts
        from .services import create_first_account

        starter.register("back-office account", create_first_account, order=10)
        checkup.register("Accounts", staff_accounts, order=40)
