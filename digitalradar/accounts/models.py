"""People who sign in, and people who are known by their e-mail address alone."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _


class UserQuerySet(models.QuerySet):
    def can_sign_in(self):
        """Those who can open the back office with a password."""
        unusable = Q(password="") | Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
        return self.filter(is_staff=True, is_active=True).exclude(unusable)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Makes users by e-mail address; addresses differ by more than upper and lower case."""

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        """Return a new user; without a password nobody can sign in with one."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        """Return a new user who may do everything in the back office."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in; at first the staff of the back office."""

    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    first_name = models.CharField(_("Vorname"), max_length=80, blank=True)
    last_name = models.CharField(_("Nachname"), max_length=80, blank=True)
    is_staff = models.BooleanField(_("Redaktion"), default=False)
    is_active = models.BooleanField(_("aktiv"), default=True)
    date_joined = models.DateTimeField(_("angelegt am"), default=now, editable=False)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once_whatever_case")]

    def __str__(self) -> str:
        return self.email

    def get_full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        return self.first_name or self.email


class Person(models.Model):
    """Somebody with an address, with or without an account; what they told is kept where they told it.

    The address is kept in small letters. ``verified_at`` says since when we know that it is theirs.
    """

    email = models.EmailField(_("E-Mail-Adresse"), unique=True)
    name = models.CharField(_("Name"), max_length=120, blank=True)
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="person", verbose_name=_("Konto")
    )
    verified_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    created_at = models.DateTimeField(_("angelegt am"), default=now)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="person_email_in_small_letters")
        ]

    def __str__(self) -> str:
        return self.name or self.email
