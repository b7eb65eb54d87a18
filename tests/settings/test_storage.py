"""Data folder, secret key, database, cache and mail from the environment."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from digitalradar.settings import storage


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("SECRET_KEY", "DATABASE_URL", "CACHE_URL", "EMAIL_URL", "SQLITE_SYNCHRONOUS"):
        monkeypatch.delenv(name, raising=False)


def test_data_folder_is_made_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.setenv("DIGITALRADAR_DATA_DIR", str(tmp_path / "a" / "b"))
    assert stat.S_IMODE(storage.data_directory().stat().st_mode) == 0o700


def test_data_folder_that_cannot_be_made_is_refused(monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv("DIGITALRADAR_DATA_DIR", str(tmp_path / "file" / "below"))
    with pytest.raises(ImproperlyConfigured, match="DIGITALRADAR_DATA_DIR"):
        storage.data_directory()


def test_secret_key_is_made_once_and_readable_by_its_owner_only(tmp_path):
    first = storage.secret_key(tmp_path)
    assert len(first) >= 32
    assert storage.secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600
    assert [file.name for file in tmp_path.iterdir()] == ["secret.key"]


def test_processes_that_start_together_agree_on_one_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: storage.secret_key(tmp_path), range(32)))
    assert len(keys) == 1


def test_short_or_damaged_key_is_refused(monkeypatch, tmp_path):
    (tmp_path / "secret.key").write_text("abc")
    with pytest.raises(ImproperlyConfigured, match="damaged"):
        storage.secret_key(tmp_path)
    monkeypatch.setenv("SECRET_KEY", "x" * 31)
    with pytest.raises(ImproperlyConfigured, match="at least 32 characters"):
        storage.secret_key(tmp_path)


def test_database_is_a_file_in_the_data_folder_with_durable_commits(tmp_path):
    config = storage.database(tmp_path / "with # and %20")
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    assert config["NAME"] == str(tmp_path / "with # and %20" / "digitalradar.sqlite3")
    assert "synchronous=FULL" in config["OPTIONS"]["init_command"]


def test_postgresql_is_read_from_its_address(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://radar:p%40ss@db.example.org:5433/portal?sslmode=require")
    config = storage.database(tmp_path)
    wanted = {"USER": "radar", "PASSWORD": "p@ss", "HOST": "db.example.org", "PORT": 5433, "NAME": "portal"}
    assert {name: config[name] for name in wanted} == wanted
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert config["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("url", ["postgresql://host", "sqlite://", "mysql://u@h/d", "postgresql://h:port/d"])
def test_incomplete_or_foreign_database_is_refused(monkeypatch, tmp_path, url):
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        storage.database(tmp_path)


def test_redis_without_its_package_is_refused_at_the_start(monkeypatch):
    monkeypatch.setenv("CACHE_URL", "redis://127.0.0.1:6379/0")
    monkeypatch.setattr(storage, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"digitalradar\[redis\]"):
        storage.cache()


def test_mail_server_is_read_from_its_address(monkeypatch):
    monkeypatch.setenv("EMAIL_URL", "smtp+tls://user:secret@mail.example.org:587")
    config = storage.email()
    assert (config["EMAIL_HOST"], config["EMAIL_PORT"], config["EMAIL_USE_TLS"]) == ("mail.example.org", 587, True)
