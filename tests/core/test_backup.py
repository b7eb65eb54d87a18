"""Backups are consistent while somebody writes, and come back whole or not at all."""

import io
import json
import sqlite3
import tarfile
import threading
from contextlib import closing
from pathlib import Path

import pytest

from digitalradar.core.backup import BackupRefused, archive, create_backup, restore_backup, sqlite
from digitalradar.core.backup.manifest import Manifest

ROWS_AT_LEAST = 50


class Installation:
    """A data folder with a small SQLite database in write-ahead mode, one picture and a key."""

    def __init__(self, folder: Path, settings, monkeypatch) -> None:
        self.folder, self.settings, self.monkeypatch = folder, settings, monkeypatch
        folder.mkdir()

    def fill(self) -> None:
        """Make database, picture and key."""
        with closing(self.connect()) as database:
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT, half INTEGER)")
        (self.folder / "media" / "images").mkdir(parents=True)
        (self.folder / "media" / "images" / "a.png").write_bytes(b"picture")
        (self.folder / "secret.key").write_text("k" * 50)

    def use(self) -> None:
        """Make it the installation that the commands work on."""
        self.settings.DATA_DIR, self.settings.MEDIA_ROOT = self.folder, self.folder / "media"
        self.monkeypatch.setattr(sqlite, "file", lambda: self.folder / "db.sqlite3")

    def connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.folder / "db.sqlite3", isolation_level=None, timeout=20)

    def write(self, text: str = "x") -> None:
        with closing(self.connect()) as database:
            database.execute("INSERT INTO answer (text) VALUES (?)", [text])

    def texts(self) -> list[str]:
        with closing(self.connect()) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return [row[0] for row in database.execute("SELECT text FROM answer ORDER BY id")]

    def files(self) -> dict[str, bytes]:
        """Everything in the folder but SQLite's own companions."""
        companions = (".sqlite3-wal", ".sqlite3-shm")
        files = [file for file in self.folder.rglob("*") if file.is_file() and not file.name.endswith(companions)]
        return {str(file.relative_to(self.folder)): file.read_bytes() for file in files}


@pytest.fixture
def here(tmp_path, settings, monkeypatch) -> Installation:
    """The installation that the commands work on, whatever database the tests run on."""
    monkeypatch.setattr("digitalradar.core.backup.create.engine", lambda: sqlite)
    monkeypatch.setattr("digitalradar.core.backup.restore.engine", lambda: sqlite)
    monkeypatch.setattr(sqlite.connections, "close_all", lambda: None)
    monkeypatch.delenv("SECRET_KEY", raising=False)
    made = Installation(tmp_path / "here", settings, monkeypatch)
    made.use()
    made.fill()
    return made


@pytest.fixture
def elsewhere(here, tmp_path, settings, monkeypatch) -> Installation:
    """An empty folder to restore into."""
    return Installation(tmp_path / "elsewhere", settings, monkeypatch)


def restored(backup: Path, into: Installation, **options) -> tuple[Manifest, Path | None]:
    into.use()
    return restore_backup(backup, **options)


def test_backup_holds_every_answer_acknowledged_before_it_while_others_go_on_writing(here, elsewhere, tmp_path):
    acknowledged: list[int] = []
    enough, stop = threading.Event(), threading.Event()

    def write() -> None:
        """Write pairs: half a pair would show that the copy caught a transaction in the middle."""
        with closing(here.connect()) as database:
            number = 0
            while not stop.is_set():
                database.execute("BEGIN IMMEDIATE")
                database.execute("INSERT INTO answer (text, half) VALUES (?, 1)", [str(number)])
                database.execute("INSERT INTO answer (text, half) VALUES (?, 2)", [str(number)])
                database.execute("COMMIT")
                acknowledged.append(number)
                number += 1
                if number >= ROWS_AT_LEAST:
                    enough.set()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert enough.wait(60)
        before = len(acknowledged)
        create_backup(tmp_path / "backup.tar.gz")
        after = len(acknowledged)
    finally:
        stop.set()
        writer.join()
    assert len(acknowledged) > before
    restored(tmp_path / "backup.tar.gz", elsewhere)
    numbers = [int(text) for text in elsewhere.texts()]
    assert numbers == [number for number in range(len(numbers) // 2) for _half in (1, 2)]
    assert before <= len(numbers) // 2 <= after + 1


def test_everything_but_the_key_comes_back(here, elsewhere, tmp_path):
    here.write("Größe")
    manifest = create_backup(tmp_path / "backup.tar.gz")
    assert sorted(manifest.files) == ["database.sqlite3", "media/images/a.png"]
    assert (tmp_path / "backup.tar.gz").stat().st_mode & 0o777 == 0o600
    found, aside = restored(tmp_path / "backup.tar.gz", elsewhere)
    assert (found, aside) == (manifest, None)
    assert elsewhere.texts() == ["Größe"]
    assert (elsewhere.folder / "media/images/a.png").read_bytes() == b"picture"
    assert sorted(file.name for file in elsewhere.folder.iterdir()) == ["db.sqlite3", "media"]


def test_key_comes_along_on_demand(here, elsewhere, tmp_path):
    create_backup(tmp_path / "backup.tar.gz", with_key=True)
    restored(tmp_path / "backup.tar.gz", elsewhere)
    assert (elsewhere.folder / "secret.key").read_text() == "k" * 50
    assert (elsewhere.folder / "secret.key").stat().st_mode & 0o777 == 0o600


def test_key_from_the_environment_is_not_written_down(here, tmp_path, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "k" * 50)
    with pytest.raises(BackupRefused, match="SECRET_KEY"):
        create_backup(tmp_path / "backup.tar.gz", with_key=True)


def test_existing_file_is_never_replaced(here, tmp_path):
    (tmp_path / "backup.tar.gz").write_text("older")
    with pytest.raises(BackupRefused, match="exists already"):
        create_backup(tmp_path / "backup.tar.gz")
    assert (tmp_path / "backup.tar.gz").read_text() == "older"


def test_nothing_is_left_behind_when_making_fails(here, tmp_path, monkeypatch):
    def fail(*args) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_add", fail)
    with pytest.raises(BackupRefused, match="No space left"):
        create_backup(tmp_path / "backup.tar.gz")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["here"]
    assert sorted(file.name for file in here.folder.iterdir() if file.is_dir()) == ["media"]


def test_installation_that_is_not_empty_is_kept_unless_forced(here, tmp_path):
    here.write("old")
    create_backup(tmp_path / "backup.tar.gz")
    here.write("new")
    with pytest.raises(BackupRefused, match="not empty"):
        restore_backup(tmp_path / "backup.tar.gz")
    assert here.texts() == ["old", "new"]
    (here.folder / "media" / "later.png").write_bytes(b"later")
    _manifest, aside = restore_backup(tmp_path / "backup.tar.gz", force=True)
    assert here.texts() == ["old"]
    assert not (here.folder / "media" / "later.png").exists()
    assert (aside / "media" / "later.png").read_bytes() == b"later"
    with closing(sqlite3.connect(aside / "db.sqlite3")) as kept:
        assert kept.execute("SELECT text FROM answer").fetchall() == [("old",), ("new",)]


def test_running_portal_is_not_replaced(here, tmp_path):
    create_backup(tmp_path / "backup.tar.gz")
    here.write("new")
    before = here.files()
    with closing(here.connect()) as somebody:
        somebody.execute("SELECT * FROM answer").fetchall()
        with pytest.raises(BackupRefused, match="still running"):
            restore_backup(tmp_path / "backup.tar.gz", force=True)
        assert here.files() == before
    assert here.texts() == ["new"]


def test_failure_at_the_last_moment_changes_nothing(here, tmp_path, monkeypatch):
    create_backup(tmp_path / "backup.tar.gz", with_key=True)
    here.write("new")
    (here.folder / "secret.key").write_text("n" * 50)
    before = here.files()
    replace = sqlite.os.replace

    def fail(source, target):
        if str(target).endswith("db.sqlite3"):
            raise OSError("disk failure")
        return replace(source, target)

    monkeypatch.setattr(sqlite.os, "replace", fail)
    with pytest.raises(OSError, match="disk failure"):
        restore_backup(tmp_path / "backup.tar.gz", force=True)
    assert set(here.files()) == set(before)
    assert here.files()["secret.key"] == before["secret.key"]
    assert here.texts() == ["new"]


def members(backup: Path) -> dict[str, bytes]:
    with tarfile.open(backup) as opened:
        return {member.name: opened.extractfile(member).read() for member in opened}


def packed(backup: Path, contents: dict[str, bytes], special: tarfile.TarInfo | None = None) -> Path:
    with tarfile.open(backup, "w:gz") as target:
        for name, data in contents.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            target.addfile(info, io.BytesIO(data))
        if special:
            target.addfile(special)
    return backup


def altered(name: str, data: bytes | None):
    """Return a change of an archive's contents: another content, or none."""

    def change(contents: dict[str, bytes]) -> dict[str, bytes]:
        others = {key: value for key, value in contents.items() if key != name}
        return others if data is None else others | {name: data}

    return change


def facts(**changes):
    """Return a change of the list of contents."""

    def change(contents: dict[str, bytes]) -> dict[str, bytes]:
        manifest = json.loads(contents["manifest.json"]) | changes
        return contents | {"manifest.json": json.dumps(manifest).encode()}

    return change


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (altered("media/images/a.png", b"forged!"), "a.png is not what"),
        (altered("media/images/a.png", None), "a.png is not what"),
        (altered("media/more.png", b"more"), "more.png is not what"),
        (altered("database.sqlite3", b"SQLite format 3\0"), "database.sqlite3 is not what"),
        (altered("manifest.json", None), "list of contents is missing"),
        (altered("manifest.json", b"{"), "list of contents of this backup is damaged"),
        (altered("manifest.json", b"[1]"), "list of contents of this backup is damaged"),
        (altered("../outside", b"x"), "no plain file"),
        (altered("/absolute", b"x"), "no plain file"),
        (facts(format=2), "has format 2"),
        (facts(engine="postgresql"), "backup of postgresql"),
        (facts(version="999.0"), "made by version 999.0"),
        (facts(files={"x": [1, 2]}), "damaged"),
    ],
)
def test_damaged_or_foreign_archive_is_refused_before_anything_changes(here, elsewhere, tmp_path, change, reason):
    here.write("old")
    create_backup(tmp_path / "good.tar.gz")
    bad = packed(tmp_path / "bad.tar.gz", change(members(tmp_path / "good.tar.gz")))
    with pytest.raises(BackupRefused, match=reason):
        restored(bad, elsewhere)
    assert list(elsewhere.folder.iterdir()) == []
    assert not (tmp_path / "outside").exists()


def test_unsound_database_is_refused_though_its_digest_is_right(here, elsewhere, tmp_path):
    create_backup(tmp_path / "good.tar.gz")
    contents = members(tmp_path / "good.tar.gz")
    broken = b"x" * 8192
    forged = archive.Hashing(io.BytesIO(broken))
    forged.read()
    files = {"database.sqlite3": [forged.digest.hexdigest(), forged.size]}
    contents = facts(files=files)({"database.sqlite3": broken, "manifest.json": contents["manifest.json"]})
    with pytest.raises(BackupRefused, match="database in it is damaged"):
        restored(packed(tmp_path / "bad.tar.gz", contents), elsewhere)
    assert list(elsewhere.folder.iterdir()) == []


def test_link_in_an_archive_is_refused(here, elsewhere, tmp_path):
    create_backup(tmp_path / "good.tar.gz")
    link = tarfile.TarInfo("media/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    bad = packed(tmp_path / "bad.tar.gz", members(tmp_path / "good.tar.gz"), link)
    with pytest.raises(BackupRefused, match="no plain file"):
        restored(bad, elsewhere)


@pytest.mark.parametrize("keep", [0, 10, 200])
def test_file_that_is_cut_off_is_refused(here, elsewhere, tmp_path, keep):
    create_backup(tmp_path / "good.tar.gz")
    (tmp_path / "bad.tar.gz").write_bytes((tmp_path / "good.tar.gz").read_bytes()[:keep])
    with pytest.raises(BackupRefused, match="damaged or no backup"):
        restored(tmp_path / "bad.tar.gz", elsewhere)


def test_missing_file_is_refused(elsewhere, tmp_path):
    with pytest.raises(BackupRefused, match="There is no file"):
        restored(tmp_path / "nowhere.tar.gz", elsewhere)
