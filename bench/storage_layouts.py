"""The two ways to keep the answers of a run, on two databases, in the databases' own drivers.

A run has nine sections of five questions. An answer is the shape the scoring engine reads: a value, a relevance, a mark
for a plan. Every layout finds the run by its secret and saves in one transaction that is durable when the call returns.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg.types.json import Jsonb

SECTIONS = 9
PER_SECTION = 5
QUESTIONS = [[f"dimension{section}.frage-{number}" for number in range(PER_SECTION)] for section in range(SECTIONS)]
Answers = dict[str, dict[str, Any]]

SQLITE_SETTINGS = (
    "journal_mode=WAL",
    "mmap_size=268435456",
    "cache_size=-20000",
    "temp_store=MEMORY",
    "journal_size_limit=67108864",
)


def connect(address: str, synchronous: str) -> Any:
    """Open a connection as the portal does; ``address`` is a file or a postgresql:// address."""
    if address.startswith("postgresql:"):
        return psycopg.connect(address, autocommit=True)
    connection = sqlite3.connect(address, isolation_level=None, timeout=20, check_same_thread=False)
    for setting in (*SQLITE_SETTINGS, f"synchronous={synchronous}"):
        connection.execute(f"PRAGMA {setting}")
    return connection


def token(run: int) -> str:
    """Return what a run is found by, as long as the hash of a private link."""
    return f"{run:064d}"


def _is_postgres(connection: Any) -> bool:
    return isinstance(connection, psycopg.Connection)


def _marked(connection: Any, statement: str) -> str:
    """Return the statement with the placeholders of the connection's driver."""
    return statement.replace("?", "%s") if _is_postgres(connection) else statement


def _encoded(connection: Any, answers: Answers) -> Any:
    return Jsonb(answers) if _is_postgres(connection) else json.dumps(answers)


def _decoded(stored: Any) -> Answers:
    return stored if isinstance(stored, dict) else json.loads(stored)


@contextlib.contextmanager
def _transaction(connection: Any) -> Iterator[None]:
    if _is_postgres(connection):
        with connection.transaction():
            yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


class Rows:
    """One row per answer, written by an upsert on (run, question). The run itself is a row that holds its address."""

    name = "rows"
    tables = ("run_of_rows", "answer")

    def create(self, connection: Any) -> None:
        connection.execute("CREATE TABLE run_of_rows (id integer PRIMARY KEY, token varchar(64) NOT NULL UNIQUE)")
        key = "bigserial" if _is_postgres(connection) else "integer"
        connection.execute(
            f"CREATE TABLE answer (id {key} PRIMARY KEY, run integer NOT NULL REFERENCES run_of_rows (id),"
            " question varchar(80) NOT NULL, value varchar(10) NOT NULL, relevance smallint, planned boolean NOT NULL,"
            " UNIQUE (run, question))"
        )

    def add(self, connection: Any, run: int, answers: Answers) -> None:
        connection.execute(_marked(connection, "INSERT INTO run_of_rows VALUES (?, ?)"), [run, token(run)])
        self._upsert(connection, run, answers)

    def save(self, connection: Any, run: int, answers: Answers) -> None:
        with _transaction(connection):
            query = _marked(connection, "SELECT id FROM run_of_rows WHERE token = ?")
            self._upsert(connection, connection.execute(query, [token(run)]).fetchone()[0], answers)

    def _upsert(self, connection: Any, run_id: int, answers: Answers) -> None:
        rows = ", ".join(["(?, ?, ?, ?, ?)"] * len(answers))
        statement = (
            f"INSERT INTO answer (run, question, value, relevance, planned) VALUES {rows}"
            " ON CONFLICT (run, question) DO UPDATE SET"
            " value = excluded.value, relevance = excluded.relevance, planned = excluded.planned"
        )
        values: list[Any] = []
        for question, answer in answers.items():
            values += [run_id, question, str(answer["value"]), answer["relevance"], answer["planned"]]
        connection.execute(_marked(connection, statement), values)

    def read(self, connection: Any, run: int) -> Answers:
        query = (
            "SELECT question, value, relevance, planned FROM answer"
            " JOIN run_of_rows ON run_of_rows.id = answer.run WHERE run_of_rows.token = ?"
        )
        return {
            question: {"value": int(value), "relevance": relevance, "planned": bool(planned)}
            for question, value, relevance, planned in connection.execute(
                _marked(connection, query), [token(run)]
            ).fetchall()
        }


class Document:
    """One JSON document per run: lock the row, read, merge, write."""

    name = "document"
    tables = ("run",)

    def create(self, connection: Any) -> None:
        column = "jsonb NOT NULL" if _is_postgres(connection) else "text NOT NULL CHECK (json_valid(answers))"
        connection.execute(
            f"CREATE TABLE run (id integer PRIMARY KEY, token varchar(64) NOT NULL UNIQUE, answers {column})"
        )

    def add(self, connection: Any, run: int, answers: Answers) -> None:
        statement = _marked(connection, "INSERT INTO run VALUES (?, ?, ?)")
        connection.execute(statement, [run, token(run), _encoded(connection, answers)])

    def save(self, connection: Any, run: int, answers: Answers) -> None:
        lock = " FOR UPDATE" if _is_postgres(connection) else ""  # SQLite: BEGIN IMMEDIATE is the lock
        query = _marked(connection, f"SELECT id, answers FROM run WHERE token = ?{lock}")
        with _transaction(connection):
            run_id, stored = connection.execute(query, [token(run)]).fetchone()
            merged = _encoded(connection, {**_decoded(stored), **answers})
            connection.execute(_marked(connection, "UPDATE run SET answers = ? WHERE id = ?"), [merged, run_id])

    def read(self, connection: Any, run: int) -> Answers:
        query = _marked(connection, "SELECT answers FROM run WHERE token = ?")
        return _decoded(connection.execute(query, [token(run)]).fetchone()[0])


def fill(layout: Rows | Document, connection: Any, runs: int) -> None:
    """Put complete runs 0 to ``runs - 1`` into empty tables, so that nothing is measured on an empty database."""
    layout.create(connection)
    answers = {
        question: {"value": 3, "relevance": 2, "planned": False} for section in QUESTIONS for question in section
    }
    connection.execute("BEGIN")
    for run in range(runs):
        layout.add(connection, run, answers)
    connection.execute("COMMIT")


def kilobytes(layout: Rows | Document, connection: Any) -> float:
    """Return the size of the layout's table with its indexes."""
    if _is_postgres(connection):
        query = "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest(%s::text[]) t"
        return float(connection.execute(query, [list(layout.tables)]).fetchone()[0]) / 1024
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    return float(pages * connection.execute("PRAGMA page_size").fetchone()[0]) / 1024


LAYOUTS = {layout.name: layout for layout in (Rows(), Document())}
