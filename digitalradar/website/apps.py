from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, due_work, navigation, starter


class WebsiteConfig(AppConfig):
    name = "digitalradar.website"
    verbose_name = _("Website")

    def ready(self) -> None:
        from . import emails, event_panel, footer, guide_panel, retention, search_source
        from .checkup import check_guides, check_pages
        from .queries import footer_links
        from .services import delete_old_reports
        from .starter import load_pages

        navigation.register_footer(footer_links)
        starter.register("pages", load_pages, 40)
        due_work.register("answered barrier reports deleted", delete_old_reports, _("Beantwortete Barrieren löschen"))
        checkup.register("Pages", check_pages, 45)
        checkup.register("Guides", check_guides, 46)
        retention.register()
        search_source.register()
        emails.register_previews()
        footer.connect()
        event_panel.register()
        guide_panel.register()
