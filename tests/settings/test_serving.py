"""Address and hosts."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from digitalradar.settings import serving


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::1", "http://[::1]:8000"),
        ("digital.example.org", "http://digital.example.org:8000"),
    ],
)
def test_public_url_is_where_the_server_listens(monkeypatch, host, address):
    monkeypatch.delenv("PUBLIC_URL", raising=False)
    monkeypatch.setattr(serving, "HOST", host)
    monkeypatch.setattr(serving, "PORT", 8000)
    assert serving.public_url() == address


def test_public_url_loses_its_last_slash(monkeypatch):
    monkeypatch.setenv("PUBLIC_URL", "https://digital.example.org/")
    assert serving.public_url() == "https://digital.example.org"


@pytest.mark.parametrize(
    "given", ["digital.example.org", "ftp://example.org", "https://example.org/portal", "https://"]
)
def test_public_url_that_cannot_be_typed_is_refused(monkeypatch, given):
    monkeypatch.setenv("PUBLIC_URL", given)
    with pytest.raises(ImproperlyConfigured, match="PUBLIC_URL must look like"):
        serving.public_url()
