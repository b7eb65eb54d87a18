"""Who reviewed which text, what reviewers remark, and the links by which people without account may look."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.core.validators import MinLengthValidator
from django.db import models
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, Revision, TaskState

from ..rules.wording import is_same_wording, is_small_change

PREVIEW_LIFETIME = timedelta(days=14)


class ReviewQuerySet(models.QuerySet):
    def of_text(self, page: Page, text: str) -> "Review | None":
        """Return the newest review of a page that still holds for ``text``: exactly this text before a similar one."""
        reviews = list(self.filter(page_id=page.pk).order_by("-reviewed_on", "-pk"))
        for holds in (is_same_wording, is_small_change):
            for review in reviews:
                if holds(review.text, text):
                    return review
        return None


class Review(models.Model):
    """A text was found right by somebody from the field; never changed, so a page can never claim more."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="reviews")
    reviewer = models.CharField(_("Geprüft von"), max_length=160)
    reviewed_on = models.DateField(_("geprüft am"), default=localdate)
    version = models.CharField(_("Fassung"), max_length=20, blank=True)
    text = models.TextField(_("geprüfter Text"))
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("Fachprüfung")
        verbose_name_plural = _("Fachprüfungen")
        ordering = ["-reviewed_on", "-pk"]
        default_permissions = ()
        permissions = [("see_editorial_work", "Redaktionsplan und Statistik der Leitfäden ansehen")]

    def __str__(self) -> str:
        return f"{self.reviewer}, {self.reviewed_on}"


class ReviewTask(AbstractGroupApprovalTask):
    """The step of scientific review. It is done on a screen of its own (:mod:`views.review`), not in the editor:

    reviewers read and remark, they change nothing, and they agree to exactly the text they had before them.
    """

    class Meta(AbstractGroupApprovalTask.Meta):
        verbose_name = _("Fachprüfung")
        verbose_name_plural = _("Fachprüfungen")

    def user_can_access_editor(self, obj: Page, user: AbstractBaseUser) -> bool:
        return False

    def locked_for_user(self, obj: Page, user: AbstractBaseUser) -> bool:
        """Nobody changes a text while it is being read; the sender can take it back."""
        return True

    def user_can_lock(self, obj: Page, user: AbstractBaseUser) -> bool:
        return False

    def get_actions(self, obj: Page, user: AbstractBaseUser) -> list:
        return []

    def may_review(self, user: AbstractBaseUser) -> bool:
        """Whether a user belongs to those who review."""
        return user.is_superuser or self._user_in_groups(user)

    def get_task_states_user_can_moderate(self, user: AbstractBaseUser, **kwargs) -> models.QuerySet:
        """Not in Wagtail's own list, whose buttons would lead past our screen."""
        return TaskState.objects.none()

    @classmethod
    def get_description(cls) -> str:
        return _("Mitglieder der gewählten Gruppen lesen den Entwurf, schreiben Anmerkungen und stimmen zu.")


class ReviewComment(models.Model):
    """A remark about a draft, for the editors only."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="review_comments")
    revision = models.ForeignKey(Revision, models.SET_NULL, null=True, related_name="+")
    section = models.CharField(_("Abschnitt"), max_length=60, blank=True)
    text = models.TextField(_("Anmerkung"), max_length=2000, validators=[MinLengthValidator(3)])
    name = models.CharField(_("Name"), max_length=80, blank=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("geschrieben am"), default=now, editable=False)
    is_done = models.BooleanField(_("erledigt"), default=False)

    class Meta:
        verbose_name = _("Anmerkung")
        verbose_name_plural = _("Anmerkungen")
        ordering = ["is_done", "-created_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.text[:60]


def in_two_weeks():
    """Return when a link made now ends."""
    return now() + PREVIEW_LIFETIME


class PreviewLinkQuerySet(models.QuerySet):
    def open(self) -> "PreviewLinkQuerySet":
        """Those that still lead to a draft."""
        return self.filter(expires_at__gt=now())


class PreviewLink(models.Model):
    """A secret address at which one draft can be read without account; only its hash is kept."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="preview_links")
    token_hash = models.CharField(max_length=64, unique=True)
    label = models.CharField(_("Für wen"), max_length=80, blank=True)
    created_at = models.DateTimeField(_("erstellt am"), default=now, editable=False)
    expires_at = models.DateTimeField(_("gültig bis"), default=in_two_weeks)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("Vorschaulink")
        verbose_name_plural = _("Vorschaulinks")
        ordering = ["-created_at"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.label} ({self.page_id})"
