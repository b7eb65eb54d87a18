"""Nothing secret and nobody's address gets into a log."""

import pytest
from django.conf import settings

from digitalradar.core.masking import mask


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("/check/lauf/kX3_9aZ-qq/ergebnis/", "/check/lauf/***/ergebnis/"),
        ("/en/check/lauf/kX3_9aZ-qq/", "/en/check/lauf/***/"),
        ("see http://h/check/ergebnis/abc?x=1.", "see http://h/check/ergebnis/***?x=1."),
        ("next=%2Fcheck%2Flauf%2Fabc%2Fergebnis", "next=%2Fcheck%2Flauf%2F***%2Fergebnis"),
        ("postgresql://radar:s3cret@db/portal", "postgresql://***@db/portal"),
        ('{"password": "s3cret", "a": 1}', '{"password": "***", "a": 1}'),
        ("token=abc&page=2", "token=***&page=2"),
        ("Key (email)=(anna@example.org) already exists", "Key (email)=(***) already exists"),
        ("/check/digital-check/ 45 answers", "/check/digital-check/ 45 answers"),
    ],
)
def test_mask(text, masked):
    assert mask(text) == masked


def test_mask_knows_the_keys_of_this_installation():
    assert settings.SECRET_KEY not in mask(f"the key {settings.SECRET_KEY}.")
