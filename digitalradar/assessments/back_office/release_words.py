"""Comparison groups, actions and reasons of a release in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.topics.vocabulary import sector_titles

from ..benchmark import Action, Reason
from ..models import Assessment
from ..queries.catalogues import active_questionnaires
from ..scoring.cells import ANY
from ..services.release_plans import PlannedCell

OVERALL = "overall"
ACTIONS: dict[str, Promise] = {
    Action.PUBLISH: gettext_lazy("wird neu gezeigt"),
    Action.KEEP: gettext_lazy("bleibt wie bisher"),
    Action.HIDE: gettext_lazy("wird nicht gezeigt"),
}
REASONS: dict[str, Promise] = {
    Reason.NEW: gettext_lazy("ab 10 Betrieben, bisher nicht gezeigt"),
    Reason.CHANGED: gettext_lazy("mindestens 5 Beiträge kamen, gingen oder änderten sich"),
    Reason.FEW_CHANGES: gettext_lazy("weniger als 5 Änderungen: eine einzelne wäre erkennbar"),
    Reason.TOO_SMALL: gettext_lazy("weniger als 10 Betriebe"),
    Reason.SMALL_REST: gettext_lazy("der Rest einer größeren Gruppe wäre kleiner als 10"),
    Reason.PROTECTED: gettext_lazy("zusammen mit anderen Gruppen wären zu wenige Betriebe erkennbar"),
}


@dataclass(frozen=True)
class WordedCell:
    """One line of the preview."""

    family: str
    dimension: str
    group: str
    n: int | None
    action: str
    reason: str


class Names:
    """Looks up families and dimensions among the versions in use."""

    def __init__(self) -> None:
        self.texts = {texts.data["family"]: texts for texts in active_questionnaires("de").values()}
        self.sectors = sector_titles("de")

    def family(self, family: str) -> str:
        return self.texts[family].title if family in self.texts else family

    def dimension(self, family: str, dimension: str) -> str:
        if dimension == OVERALL:
            return _("Gesamtwert")
        known = self.texts[family].dimension if family in self.texts else {}
        return known[dimension]["title"] if dimension in known else dimension

    def group(self, key: tuple[str, str, str]) -> str:
        """Return a group in words: „Handel, 10 bis 49 Personen, musterstadt“, or „alle Betriebe“."""
        sector, size, region = key
        told = [
            self.sectors.get(sector, sector),
            str(dict(Assessment.Size.choices).get(size, size)),
            region,
        ]
        return ", ".join(word for word in told if word != ANY) or _("alle Betriebe")

    def cell(self, cell: PlannedCell) -> WordedCell:
        return WordedCell(
            family=self.family(cell.family),
            dimension=self.dimension(cell.family, cell.dimension),
            group=self.group(cell.key),
            n=cell.n,
            action=str(ACTIONS[cell.action]),
            reason=str(REASONS[cell.reason]),
        )

    def dimensions(self, cells: Iterable[PlannedCell]) -> dict[str, str]:
        """Return the dimensions that occur, for the filter."""
        return {cell.dimension: self.dimension(cell.family, cell.dimension) for cell in cells}
