from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, due_work, navigation, starter


class WebsiteConfig(AppConfig):
    name = "digitalradar.website"
    verbose_name = _("Website")

    def ready(self) -> None:
        from wagtail.signals import page_published, page_unpublished

        from . import emails, retention, search_source
        from .checkup import check_pages
        from .queries import footer_links, forget_footer
        from .services import delete_old_reports
        from .starter import load_pages

        navigation.register_footer(footer_links)
        starter.register("pages", load_pages, 40)
        due_work.register("answered barrier reports deleted", delete_old_reports, _("Beantwortete Barrieren löschen"))
        checkup.register("Pages", check_pages, 45)
        retention.register()
        search_source.register()
        emails.register_previews()
        page = self.get_model("StandardPage")
        for signal in (page_published, page_unpublished, post_delete):
            signal.connect(forget_footer, sender=page)
