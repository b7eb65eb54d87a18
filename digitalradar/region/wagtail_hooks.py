"""Back office: the region's settings, its contact people and its partners."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.contrib.settings.registry import register_setting
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .forms import RegionForm
from .models import ContactPerson, Partner, Region

Region.edit_handler = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("wordmark"), FieldPanel("logo")], heading=_("Name und Zeichen")
        ),
        MultiFieldPanel([FieldPanel("about"), FieldPanel("about_en")], heading=_("Über das Angebot")),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("hours"), FieldPanel("hours_en"), FieldPanel("report_email")],
            heading=_("Erreichbarkeit"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("funding_statement"),
                FieldPanel("funding_statement_en"),
                FieldPanel("funding_emblem"),
                FieldPanel("funding_url"),
            ],
            heading=_("Förderung"),
        ),
        FieldPanel("visible_parts"),
        FieldPanel("is_example"),
    ],
    base_form_class=RegionForm,
)
register_setting(Region, icon="site", order=10)


class ContactPersonViewSet(SnippetViewSet):
    """People whom pages name for questions."""

    model = ContactPerson
    icon = "user"
    list_display = ["name", "role", "phone", "email", "is_example"]
    panels = [
        MultiFieldPanel(
            [FieldPanel("name"), FieldPanel("role"), FieldPanel("role_en"), FieldPanel("organisation")],
            heading=_("Person"),
        ),
        MultiFieldPanel(
            [FieldPanel("phone"), FieldPanel("email"), FieldPanel("languages"), FieldPanel("languages_en")],
            heading=_("Erreichbarkeit"),
        ),
        MultiFieldPanel([FieldPanel("photo"), FieldPanel("photo_rights")], heading=_("Foto (freiwillig)")),
        MultiFieldPanel([FieldPanel("sort_order"), FieldPanel("is_example")], heading=_("Anzeige")),
    ]


class PartnerViewSet(SnippetViewSet):
    """Organisations named on the page about the portal."""

    model = Partner
    icon = "group"
    list_display = ["name", "url", "is_example"]
    panels = [
        FieldPanel("name"),
        FieldPanel("url"),
        FieldPanel("logo"),
        FieldPanel("sort_order"),
        FieldPanel("is_example"),
    ]


class RegionGroup(SnippetViewSetGroup):
    """One menu entry for both."""

    menu_label = _("Kontakte")
    menu_icon = "group"
    menu_order = 210
    items = (ContactPersonViewSet, PartnerViewSet)


register_snippet(RegionGroup)
