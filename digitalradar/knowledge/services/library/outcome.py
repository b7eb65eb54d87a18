"""What came of loading."""

from dataclasses import dataclass, field

from digitalradar.core.errors import DomainError

from ...content.problem import Problem

EDITED = "auf der Website bearbeitet"
DELETED = "auf der Website gelöscht"


@dataclass(frozen=True)
class Kept:
    """A file that was not loaded because the site has its own idea; ``reason`` is a German sentence."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass
class Outcome:
    """Paths of what is new, changed or taken as it is; problems of files that were refused."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    refused: list[Problem] = field(default_factory=list)
    unchanged: int = 0

    @property
    def has_news(self) -> bool:
        return bool(self.new or self.changed or self.kept or self.gone or self.refused)

    def summary(self) -> str:
        """Return one line with the numbers of all kinds."""
        refused = len({problem.file for problem in self.refused})
        return (
            f"{len(self.new)} neu, {len(self.changed)} geändert, {self.unchanged} unverändert, "
            f"{len(self.kept)} nicht überschrieben, {refused} zurückgewiesen"
        )

    def told(self) -> list[str]:
        """Return what somebody has to know, a line each."""
        lines = [f"zurückgewiesen  {problem}" for problem in sorted(self.refused)]
        lines += [f"nicht überschrieben  {kept}" for kept in self.kept]
        lines += [f"Datei fehlt, die Seite bleibt  {path}" for path in self.gone]
        return lines


class LibraryRefused(DomainError):
    """Some files were refused; everything else is loaded."""
