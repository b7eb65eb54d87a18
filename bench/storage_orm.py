"""The same two layouts as the portal would use them: Django's ORM, one connection, SQLite with synchronous FULL.

python -m bench.storage_orm
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.conf import settings

from bench.figures import milliseconds
from bench.storage_layouts import QUESTIONS, SQLITE_SETTINGS, Answers, token

RUNS = 500
REPEAT = 2000


def configure(file: Path) -> None:
    """Set Django up with one SQLite file and nothing else."""
    pragmas = ";".join(f"PRAGMA {setting}" for setting in (*SQLITE_SETTINGS, "synchronous=FULL"))
    options = {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas}
    database = {"ENGINE": "django.db.backends.sqlite3", "NAME": file, "OPTIONS": options}
    settings.configure(DATABASES={"default": database}, DEFAULT_AUTO_FIELD="django.db.models.BigAutoField")
    django.setup()


def models() -> tuple[Any, Any]:
    """Define and create the tables; returns (run, answer)."""
    from django.db import connection
    from django.db import models as m

    class Run(m.Model):
        token = m.CharField(max_length=64, unique=True)
        answers = m.JSONField(default=dict)

        class Meta:
            app_label = "bench"

        def __str__(self) -> str:
            return self.token

    class Answer(m.Model):
        run = m.ForeignKey(Run, m.CASCADE)
        question = m.CharField(max_length=80)
        value = m.CharField(max_length=10)
        relevance = m.PositiveSmallIntegerField(null=True)
        planned = m.BooleanField(default=False)

        class Meta:
            app_label = "bench"
            constraints = [m.UniqueConstraint(fields=["run", "question"], name="one_per_question")]

        def __str__(self) -> str:
            return self.question

    with connection.schema_editor() as editor:
        editor.create_model(Run)
        editor.create_model(Answer)
    return Run, Answer


def operations(run_model: Any, answer_model: Any) -> dict[str, Callable[[str, Answers], Any]]:
    """Return what is timed, by name."""
    from django.db import transaction

    @transaction.atomic
    def save_rows(secret: str, answers: Answers) -> None:
        run = run_model.objects.only("id").get(token=secret)
        rows = [answer_model(run=run, question=question, **answer) for question, answer in answers.items()]
        fields = ["value", "relevance", "planned"]
        answer_model.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["run", "question"], update_fields=fields
        )

    @transaction.atomic
    def save_document(secret: str, answers: Answers) -> None:
        run = run_model.objects.select_for_update().get(token=secret)
        run.answers.update(answers)
        run.save(update_fields=["answers"])

    def read_rows(secret: str, _: Answers) -> Answers:
        run = run_model.objects.only("id").get(token=secret)
        rows = answer_model.objects.filter(run=run).values_list("question", "value", "relevance", "planned")
        return {q: {"value": int(value), "relevance": relevance, "planned": plan} for q, value, relevance, plan in rows}

    def read_document(secret: str, _: Answers) -> Answers:
        return run_model.objects.get(token=secret).answers

    return {
        "save rows": save_rows,
        "save document": save_document,
        "read rows": read_rows,
        "read document": read_document,
    }


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-orm-") as folder:
        configure(Path(folder) / "orm.sqlite3")
        run_model, answer_model = models()
        complete = {q: {"value": 3, "relevance": 2, "planned": False} for section in QUESTIONS for q in section}
        run_model.objects.bulk_create(run_model(pk=n + 1, token=token(n), answers=complete) for n in range(RUNS))
        answer_model.objects.bulk_create(
            answer_model(run_id=n + 1, question=q, **a) for n in range(RUNS) for q, a in complete.items()
        )
        timed = operations(run_model, answer_model)
        for size in (1, 5):
            questions = QUESTIONS[0][:size]
            times: dict[str, list[float]] = {}
            for count in range(REPEAT):
                answers = {q: {"value": count % 5 + 1, "relevance": 1, "planned": True} for q in questions}
                for name, operation in timed.items():
                    start = time.perf_counter()
                    operation(token(count % RUNS), answers)
                    times.setdefault(name, []).append(time.perf_counter() - start)
            for name, values in times.items():
                print(f"{size} answers  {name:14} {milliseconds(values)}")


if __name__ == "__main__":
    main()
