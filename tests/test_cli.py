"""The command line: what is listed exists, and what goes wrong is said in one sentence."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from digitalradar import __version__, cli

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str, given: bytes = b"", **settings: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "digitalradar.cli", *arguments],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "digitalradar.settings.production"} | settings,
        input=given,
        capture_output=True,
        check=False,
    )


def test_every_command_exists_in_django():
    wanted = {command for command, _told in cli.COMMANDS.values() if command}
    assert wanted - get_commands().keys() == set()


def test_every_command_is_documented_and_nothing_else():
    page = (ROOT / "docs/reference/commands.md").read_text()
    documented = set(re.findall(r"`digitalradar ([a-z-]+)", page)) - {"help", "version"}
    assert documented == cli.COMMANDS.keys() | {"score"}


@pytest.mark.parametrize("arguments", [[], ["help"], ["--help"]])
def test_without_command_it_lists_them(capsys, arguments):
    assert cli.main(arguments) == 0
    listed = capsys.readouterr().out
    assert all(re.search(rf"^  {name} ", listed, re.M) for name in (*cli.COMMANDS, "score"))


def test_version(capsys):
    assert cli.main(["version"]) == 0
    assert capsys.readouterr().out.strip() == __version__


def test_unknown_command_is_refused(capsys):
    assert cli.main(["srve"]) == 2
    assert "There is no command 'srve'." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"PORT": "many"}, "PORT must be a whole number"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY needs at least 32 characters."),
        ({"DATABASE_URL": "mysql://u:hunter2@h/d"}, "DATABASE_URL must begin with one of"),
        ({"DATABASE_URL": "postgresql://u:hunter2@127.0.0.1:1/d"}, "The database cannot be used"),
        ({"DIGITALRADAR_DATA_DIR": "/dev/null/x"}, "DIGITALRADAR_DATA_DIR=/dev/null/x cannot be made"),
    ],
)
def test_wrong_setting_is_one_sentence_without_traceback_or_password(tmp_path, settings, sentence):
    ran = run("manage", "migrate", **({"DIGITALRADAR_DATA_DIR": str(tmp_path)} | settings))
    said = ran.stderr.decode()
    assert ran.returncode == 1
    assert said.startswith(f"digitalradar: {sentence}")
    assert said.count("\n") == 1
    assert "hunter2" not in said


def test_scoring_needs_neither_settings_nor_database(tmp_path):
    ran = run(
        "score", given=b'{"op": "no such operation"}\nnot json\n', DIGITALRADAR_DATA_DIR="/dev/null/x", PORT="many"
    )
    assert ran.returncode == 0, ran.stderr
    codes = [json.loads(line)["error"]["code"] for line in ran.stdout.splitlines()]
    assert codes == ["unknown_operation", "invalid_request"]
