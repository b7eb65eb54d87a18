"""Write and read the archive: a ``.tar.gz`` whose last member lists all others with their digests."""

import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import IO

from . import manifest as contents
from .manifest import BackupRefused, Manifest

COMPRESSION = 6
CHUNK = 1024 * 1024
LARGEST_MANIFEST = 50_000_000


class Hashing:
    """A file being read whose bytes are counted and hashed on the way."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.digest = hashlib.sha256()
        self.size = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        data = self.stream.read(size)
        self.digest.update(data)
        self.size += len(data)
        return data


def write(target: Path, manifest: Manifest, members: Iterable[tuple[str, Path]]) -> None:
    """Write the archive whole or not at all; only its owner may read it. Raises BackupRefused for an existing file.

    A member that vanished meanwhile (an editor deleted a picture) is left out.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with open(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=COMPRESSION) as archive:
                for name, file in members:
                    _add(archive, manifest, name, file)
                raw = manifest.to_json()
                info = tarfile.TarInfo(contents.NAME)
                info.size = len(raw)
                archive.addfile(info, io.BytesIO(raw))
            stream.flush()
            os.fsync(stream.fileno())
        os.link(draft, target)  # unlike a rename it never replaces a file
    except FileExistsError as error:
        raise BackupRefused(f"{target} exists already; choose another name.") from error
    except OSError as error:
        raise BackupRefused(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        draft.unlink(missing_ok=True)


def _add(archive: tarfile.TarFile, manifest: Manifest, name: str, file: Path) -> None:
    try:
        stream = file.open("rb")
    except FileNotFoundError:
        return
    with stream:
        info = archive.gettarinfo(arcname=name, fileobj=stream)
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        hashing = Hashing(stream)
        archive.addfile(info, hashing)  # type: ignore[arg-type] -- needs nothing but read()
        manifest.files[name] = (hashing.digest.hexdigest(), hashing.size)


def unpack(source: Path, folder: Path) -> Manifest:
    """Unpack into an empty folder and hold every file against the list of contents.

    Raises BackupRefused when anything is missing, left over, changed, or no plain file below the folder.
    """
    found: dict[str, tuple[str, int]] = {}
    raw = b""
    try:
        with tarfile.open(source, mode="r:gz") as archive:
            for member in archive:
                stream = _plain_file(archive, member)
                if member.name == contents.NAME:
                    raw = stream.read(LARGEST_MANIFEST)
                else:
                    found[member.name] = _write(stream, folder / member.name)
    except FileNotFoundError as error:
        raise BackupRefused(f"There is no file {source}.") from error
    except (OSError, EOFError, tarfile.TarError, zlib.error) as error:
        raise BackupRefused(f"{source} is damaged or no backup ({type(error).__name__}).") from error
    if not raw:
        raise BackupRefused(f"{source} is damaged or no backup: its list of contents is missing.")
    manifest = Manifest.from_json(raw)
    if different := sorted(
        name for name in manifest.files.keys() | found if manifest.files.get(name) != found.get(name)
    ):
        raise BackupRefused(f"{source} is damaged: {different[0]} is not what the list of contents says.")
    return manifest


def _plain_file(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """Return the content of a plain file with a harmless name; an archive may be forged."""
    path = PurePosixPath(member.name)
    stream = archive.extractfile(member) if member.isreg() else None
    if stream is None or path.is_absolute() or ".." in path.parts or "\\" in member.name or "\0" in member.name:
        raise BackupRefused("This archive holds something that is no plain file; it is no backup of Digitalradar.")
    return stream


def _write(stream: IO[bytes], file: Path) -> tuple[str, int]:
    file.parent.mkdir(parents=True, exist_ok=True)
    hashing = Hashing(stream)
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        while chunk := hashing.read(CHUNK):
            target.write(chunk)
    return hashing.digest.hexdigest(), hashing.size
