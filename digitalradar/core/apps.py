from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "digitalradar.core"
    verbose_name = "Digitalradar"

    def ready(self) -> None:
        from . import due_work
        from .checkups import register
        from .jobs.pruning import prune_tasks
        from .publishing import publish_planned

        register()
        due_work.register("old task rows deleted", prune_tasks)
        due_work.register("planned publications", publish_planned)
