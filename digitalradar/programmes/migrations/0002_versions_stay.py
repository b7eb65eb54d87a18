"""Let the database itself refuse to change what was released (E-1). Deleting with the date stays possible."""

from django.db import migrations

TABLE = "programmes_programmeversion"
COLUMNS = "occurrence_id, number, released_at, note, data"
MESSAGE = "A released programme is never changed."

SQLITE = f"""
CREATE TRIGGER programmes_version_stays BEFORE UPDATE OF {COLUMNS} ON {TABLE}
BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END
"""
POSTGRESQL = f"""
CREATE FUNCTION programmes_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER programmes_version_stays BEFORE UPDATE OF {COLUMNS} ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION programmes_version_stays()
"""


def add(apps, schema_editor):
    """Add the trigger; what is neither SQLite nor PostgreSQL goes without."""
    statement = {"sqlite": SQLITE, "postgresql": POSTGRESQL}.get(schema_editor.connection.vendor)
    if statement:
        schema_editor.execute(statement)


def remove(apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS programmes_version_stays")
    elif vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER IF EXISTS programmes_version_stays ON {TABLE}")
        schema_editor.execute("DROP FUNCTION IF EXISTS programmes_version_stays()")


class Migration(migrations.Migration):
    dependencies = [("programmes", "0001_programme")]

    operations = [migrations.RunPython(add, remove, elidable=False)]
