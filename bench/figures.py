"""Percentiles and how they are printed."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """Return the nearest-rank percentile (``share`` from 0 to 1) of at least one value."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: Sequence[float]) -> str:
    """Return p50, p95, p99 and the largest of the given times in seconds, printed in milliseconds."""
    if not seconds:
        return "no value"
    p50, p95, p99 = (1000 * percentile(seconds, share) for share in (0.50, 0.95, 0.99))
    return f"p50 {p50:7.2f}  p95 {p95:7.2f}  p99 {p99:7.2f}  max {1000 * max(seconds):7.2f} ms"
