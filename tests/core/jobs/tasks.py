"""Tasks that the tests of the queue let run."""

from django_tasks import task

done: list[int] = []


@task(backend="worker")
def remember(number: int) -> None:
    """Note that it ran."""
    done.append(number)


@task(backend="worker")
def fail(number: int) -> None:
    """Break, as a task with a bug does."""
    raise ValueError(number)
