"""Static files with a hash in their name. Ours are compressed as far as possible, those of libraries quickly."""

from pathlib import PurePosixPath
from typing import Any

from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

OWN = {"accounts", "api", "assessments", "core", "demo", "mail", "region", "takeaway", "topics", "website"}


class QuickForLibraries(Compressor):
    """Brotli for our own files, which visitors load; gzip alone for the back office, so that a first start is short."""

    def __init__(self, root: str, **options: Any) -> None:
        super().__init__(**options)
        self.root = root

    def compress(self, path: str) -> list[str]:
        first = PurePosixPath(path).relative_to(self.root).parts[0]
        worker = self if first in OWN else self._gzip_only()
        return Compressor.compress(worker, path)

    def _gzip_only(self) -> Compressor:
        return Compressor(use_brotli=False, quiet=True)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """The storage of production; ``digitalradar init`` fills it."""

    def create_compressor(self, **options: Any) -> Compressor:
        return QuickForLibraries(str(self.location), **options)
