"""Records that dates refer to stay."""

from django.db.models import ProtectedError
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.generic import DeleteView


class DeleteUnused(DeleteView):
    """Deletes what nothing needs any more; says so where something does."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except ProtectedError:
            told = _("„%(name)s“ lässt sich nicht löschen, weil etwas dazugehört, zum Beispiel ein Termin.")
            messages.error(self.request, told % {"name": self.object})
            return redirect(self.get_success_url())
