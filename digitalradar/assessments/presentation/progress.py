"""The folding rule above the questions: progress as progress, never as a score."""

from ..open_run import OpenRun


def progress(opened: OpenRun, current: str | None = None) -> list[dict]:
    """Return one part per dimension with its ticks, for the component ``progress``."""
    parts = []
    for number, dimension in enumerate(opened.questionnaire.dimensions, start=1):
        ids = opened.visible_by_dimension[dimension["id"]]
        done = sum(map(opened.has_answer, ids))
        state = "current" if dimension["id"] == current else "done" if done == len(ids) else "open"
        parts.append(
            {
                "number": number,
                "title": dimension["title"],
                "url": opened.url("section", dimension=dimension["id"]),
                "state": state,
                "ticks_done": done,
                "ticks_total": len(ids),
            }
        )
    return parts
