"""Loading catalogues: the only writer of :class:`CatalogueVersion`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from django.db import IntegrityError, transaction

from digitalradar.core import page_cache
from digitalradar.core.errors import DomainError

from ..cache_tags import CHECKS
from ..catalogue import (
    CatalogueDocument,
    CatalogueUnreadable,
    Change,
    Problem,
    canonical,
    diff,
    digest,
    problems,
    problems_between,
    read_catalogue,
)
from ..models import CatalogueVersion
from ..queries.catalogues import document, find_version_id

SHIPPED = Path(__file__).resolve().parent.parent / "catalogues"
NOT_FOR_RUNS = {"beschaeftigte"}  # the staff view is asked in rounds of its own
SHOWN = ("purpose", "minutes")  # what pages, search and home page tell of a check; for scoring alone it is not needed


class CatalogueRefused(DomainError):
    """A catalogue cannot be loaded; carries the problems found, each with file, line, path and reason."""

    def __init__(self, found: list[Problem]):
        self.problems = found
        super().__init__("\n".join(str(problem) for problem in found))


def load_catalogue(path: Path) -> tuple[CatalogueVersion, bool]:
    """Load a catalogue folder or file as a whole and make it the active version.

    Returns the version and whether it is new; the same content again changes nothing.

    Raises:
        CatalogueRefused: the file is broken, says too little to be offered, or other content is already loaded under
            its version number.
    """
    return _store(read_sound(path))


def read_sound(path: Path) -> CatalogueDocument:
    """Read a catalogue and return it if nothing is wrong with it, else raise :class:`CatalogueRefused`."""
    try:
        document = read_catalogue(path)
    except CatalogueUnreadable as unreadable:
        raise CatalogueRefused(unreadable.problems) from unreadable
    if found := problems(document):
        raise CatalogueRefused(found)
    return document


def _store(read: CatalogueDocument) -> tuple[CatalogueVersion, bool]:
    if missing := [key for key in SHOWN if key not in read.data]:
        raise CatalogueRefused([read.problem(key, "This is needed to offer the check to visitors.") for key in missing])
    try:
        return _store_once(read)
    except IntegrityError:  # another version of it became active at the same moment; now it is there to be seen
        return _store_once(read)


@transaction.atomic
def _store_once(read: CatalogueDocument) -> tuple[CatalogueVersion, bool]:
    data, checksum = read.data, digest(read.data)
    version, is_new = CatalogueVersion.objects.get_or_create(
        catalogue=data["id"],
        version=data["version"],
        defaults={"family": data["family"], "content": canonical(data).decode(), "digest": checksum},
    )
    if version.digest != checksum:
        reason = f"Version {version.version} of {version.catalogue} is loaded with other content; raise the version."
        raise CatalogueRefused([read.problem("version", reason)])
    if is_new:
        activate(version)
    return version, is_new


@transaction.atomic
def activate(version: CatalogueVersion) -> None:
    """Let new runs use this version; runs under way keep theirs."""
    versions = CatalogueVersion.objects.filter(catalogue=version.catalogue)
    list(versions.order_by("pk").select_for_update().values_list("pk"))  # who comes second waits here
    versions.filter(is_active=True).exclude(pk=version.pk).update(is_active=False)
    versions.filter(pk=version.pk).update(is_active=True)
    version.is_active = True
    page_cache.forget(CHECKS)


def check_catalogues(paths: Sequence[Path]) -> list[CatalogueDocument]:
    """Read catalogues and return them when nothing is wrong with any of them; needs no database.

    Links into a catalogue that is not given are looked up in the package.

    Raises:
        CatalogueRefused: with the problems of all of them.
    """
    given = _read_all_sound(paths)
    ids = {one.data["id"] for one in given}
    shipped = [read_catalogue(folder) for folder in sorted(SHIPPED.iterdir()) if folder.is_dir()]
    _refuse_lost_links(given, [other for other in shipped if other.data["id"] not in ids])
    return given


@transaction.atomic
def load_catalogues(paths: Sequence[Path]) -> list[tuple[CatalogueVersion, bool]]:
    """Load catalogues, all or none, and make them the active versions; see :func:`load_catalogue`.

    Links into a catalogue that is not given are looked up among the active versions.

    Raises:
        CatalogueRefused: with the problems of all of them.
    """
    given = _read_all_sound(paths)
    for one in given:
        if one.data["id"] in NOT_FOR_RUNS:
            raise CatalogueRefused([one.problem("id", "This catalogue is asked in rounds of its own, not loaded.")])
    active = CatalogueVersion.objects.filter(is_active=True).exclude(catalogue__in=[one.data["id"] for one in given])
    loaded = [CatalogueDocument(document(version.pk), {(): (str(version), 1)}) for version in active.defer("content")]
    _refuse_lost_links(given, loaded)
    return [_store(one) for one in given]


def compare_catalogues(old: str, new: str) -> list[Change]:
    """Return what changed between two catalogues, each a path or the name of a loaded version.

    An empty ``old`` stands for the active version of the catalogue in ``new``.

    Raises:
        CatalogueRefused: one of them is broken or not there.
    """
    after = _named(new)
    return diff(_named(old or after["id"]), after)


def _read_all_sound(paths: Iterable[Path]) -> list[CatalogueDocument]:
    documents, found = [], []
    for path in paths:
        try:
            documents.append(read_sound(path))
        except CatalogueRefused as refusal:
            found += refusal.problems
    if found:
        raise CatalogueRefused(found)
    return documents


def _refuse_lost_links(given: list[CatalogueDocument], others: list[CatalogueDocument]) -> None:
    files = {file for one in given for file, _line in one.places.values()}
    if found := [problem for problem in problems_between([*given, *others]) if problem.file in files]:
        raise CatalogueRefused(found)


def _named(name: str) -> dict[str, Any]:
    if Path(name).exists():
        return read_sound(Path(name)).data
    version_id = find_version_id(name)
    if version_id is None:
        raise CatalogueRefused([Problem(name, 1, "", "There is no such file, and no version of this name is loaded.")])
    return document(version_id)


@transaction.atomic
def load_shipped() -> list[str]:
    """Load every catalogue of the package, all or none; return the names of those that were new.

    Raises:
        CatalogueRefused: one is broken, or one names a question of another that does not exist.
    """
    folders = sorted(folder for folder in SHIPPED.iterdir() if folder.is_dir())
    documents = [read_sound(folder) for folder in folders]
    if found := problems_between(documents):
        raise CatalogueRefused(found)
    stored = [_store(document) for document in documents if document.data["id"] not in NOT_FOR_RUNS]
    return [str(version) for version, is_new in stored if is_new]
