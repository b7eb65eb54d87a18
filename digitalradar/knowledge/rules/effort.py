"""Classes of a firm's own effort, with the bounds by which the measures of the checks are sorted."""

BOUNDS = (8, 24, 60, 160)  # hours; the mean of the estimate decides


def effort_class(hours_min: int | None, hours_max: int | None) -> int | None:
    """Return the class from 1 (under 8 hours) to 5 (160 hours and more), or None without an estimate."""
    if hours_min is None or hours_max is None:
        return None
    return 1 + sum(hours_min + hours_max >= 2 * bound for bound in BOUNDS)
