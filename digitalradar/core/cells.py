"""Cells for spreadsheets that no program takes for a formula."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # the last four: East Asian keyboards


def starts_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take this text for a formula."""
    return text.lstrip(" ").startswith(FORMULA_STARTS)


def harmless(cell: object) -> str:
    """Return the cell of a CSV file as text that no spreadsheet takes for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if starts_a_formula(text) else text
