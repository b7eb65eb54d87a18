"""Screen „Texte der Startseiten“: draft, preview, publish, unpublish, history."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from ..models import CatalogueVersion, StartText
from ..models.start_text import OVERVIEW
from ..queries.catalogues import questionnaire
from .menu import MENU_HOOK

FIXED = ("catalogue", "language")


class StartTextForm(WagtailAdminModelForm):
    """Offers the pages there are. Which page a text is for stays fixed, else two drafts could claim the same one."""

    catalogue = forms.ChoiceField(label=_("Seite"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["catalogue"].choices = page_choices(also=self.instance.catalogue)
        if self.instance.pk:
            for name in FIXED:
                self.fields[name].disabled = True


def page_choices(also: str = OVERVIEW) -> list[tuple[str, str]]:
    """Return the overview and every check on offer; ``also`` one that is no longer."""
    active = CatalogueVersion.objects.filter(is_active=True).values_list("catalogue", "pk")
    choices = {OVERVIEW: str(_("Übersicht aller Checks"))}
    choices |= {catalogue: questionnaire(pk, "de").title for catalogue, pk in active}
    return list(({also: also} | choices).items()) if also not in choices else list(choices.items())


class StartTextViewSet(SnippetViewSet):
    """Snippets with draft and preview; Wagtail brings the screens."""

    model = StartText
    icon = "edit"
    menu_label = _("Texte der Startseiten")
    menu_order = 20
    menu_hook = MENU_HOOK
    menu_item_is_registered = True
    url_prefix = "checks/startseiten"
    list_display = ["__str__", LiveStatusTagColumn(), UpdatedAtColumn()]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            HelpPanel(
                heading=_("Wo der Text steht"),
                content=_(
                    "Der Text steht auf der Startseite eines Checks, sobald er veröffentlicht ist. "
                    "Ohne ihn, und nach dem Zurückziehen, stehen dort die Worte des Katalogs."
                ),
            ),
            MultiFieldPanel([FieldPanel("catalogue"), FieldPanel("language")], heading=_("Seite")),
            FieldPanel("headline"),
            FieldPanel("lead"),
            FieldPanel("note"),
            FieldPanel("good_to_know"),
        ],
        base_form_class=StartTextForm,
    )
