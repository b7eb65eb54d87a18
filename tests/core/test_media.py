"""Uploaded pictures are shown, everything else is not."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("images/a.png", "images/b.svg", "images/c.html", "documents/d.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"content")
    (tmp_path.parent / "secret.key").write_text("secret")


def test_picture_is_shown(client):
    answer = client.get("/media/images/a.png")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/png")
    assert not answer.get("Content-Disposition", "").startswith("attachment")
    assert b"".join(answer.streaming_content) == b"content"


@pytest.mark.parametrize("name", ["b.svg", "c.html"])
def test_what_may_hold_scripts_is_offered_for_saving(client, name):
    answer = client.get(f"/media/images/{name}")
    assert answer["Content-Disposition"] == "attachment"
    answer.close()


@pytest.mark.parametrize("name", ["documents/d.pdf", "images/none.png", "images/"])
def test_nothing_else_is_found(client, name):
    assert client.get(f"/media/{name}").status_code == 404


def test_nothing_outside_the_folder_is_reached(client):
    assert client.get("/media/images/../../secret.key").status_code == 400
