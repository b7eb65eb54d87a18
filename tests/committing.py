"""Commit in the middle of a test whose transaction is taken back at its end."""

from django.db import connection


def commit() -> None:
    """Do what waits for the commit, as if it had come."""
    waiting, connection.run_on_commit = connection.run_on_commit, []
    for _savepoints, call, _robust in waiting:
        call()
