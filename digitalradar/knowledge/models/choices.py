"""The fixed choices by which the library is sorted; codes are those of the guide plan and of the checks."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Size(models.TextChoices):
    """Size classes by number of people employed, as the checks use them."""

    MICRO = "1-9", _("1 bis 9 Beschäftigte")
    SMALL = "10-49", _("10 bis 49 Beschäftigte")
    MEDIUM = "50-249", _("50 bis 249 Beschäftigte")
    LARGE = "250+", _("250 und mehr Beschäftigte")


class CostClass(models.TextChoices):
    """External costs once and for the first year, in euros, as an estimate for a firm of 10 to 100 people."""

    K0 = "K0", _("bis etwa 500 Euro")
    K1 = "K1", _("etwa 500 bis 2.500 Euro")
    K2 = "K2", _("etwa 2.500 bis 10.000 Euro")
    K3 = "K3", _("etwa 10.000 bis 50.000 Euro")
    K4 = "K4", _("über 50.000 Euro")


class Stage(models.IntegerChoices):
    """Stages of maturity, as everywhere on the portal."""

    ONE = 1, _("1 Einsteigen")
    TWO = 2, _("2 Grundlagen")
    THREE = 3, _("3 Verbunden")
    FOUR = 4, _("4 Vernetzt")
    FIVE = 5, _("5 Vorausschauend")


class Ripeness(models.TextChoices):
    """How far a technology has come in firms like those of the region."""

    RESEARCH = "forschung", _("in der Forschung")
    PILOT = "erprobung", _("in der Erprobung")
    PROVEN = "bewaehrt", _("bewährt")
    COMMON = "verbreitet", _("weit verbreitet")


class Ending(models.TextChoices):
    """How the project of a practice report ended; a failure is as welcome as a success."""

    SUCCESS = "gelungen", _("Gelungen")
    PARTLY = "teilweise", _("Teilweise gelungen")
    FAILURE = "gescheitert", _("Was nicht funktioniert hat")
