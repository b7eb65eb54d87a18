"""The list of contents that travels with a backup."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from digitalradar import __version__

from ..errors import DomainError

NAME = "manifest.json"
FORMAT = 1
MEDIA = "media/"
KEY = "secret.key"
SHA256_LENGTH = 64


class BackupRefused(DomainError):
    """A backup cannot be made or brought back; the message says why, and nothing has changed."""


@dataclass
class Manifest:
    """What made the backup, when, from which kind of database; SHA-256 and size in bytes of each file in it."""

    created_at: str
    engine: str
    version: str = __version__
    format: int = FORMAT
    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    def to_json(self) -> bytes:
        """Return the manifest as it is written into the archive."""
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def from_json(cls, raw: bytes) -> "Manifest":
        """Return the manifest of an archive; raise BackupRefused when it is none."""
        try:
            return cls(**_checked(json.loads(raw)))
        except (ValueError, TypeError, KeyError) as error:
            raise BackupRefused("The list of contents of this backup is damaged.") from error


def _checked(data: dict[str, Any]) -> dict[str, Any]:
    """Raise one of the errors above when the shape is not ours, BackupRefused when it is a later one."""
    if data["format"] != FORMAT:
        raise BackupRefused(f"This backup has format {data['format']}; this version reads format {FORMAT}.")
    for name in ("created_at", "engine", "version"):
        if not isinstance(data[name], str):
            raise TypeError(name)
    for digest, size in data["files"].values():
        if len(digest) != SHA256_LENGTH or not isinstance(size, int):
            raise ValueError("files")
    return data | {"files": {name: tuple(facts) for name, facts in data["files"].items()}}
