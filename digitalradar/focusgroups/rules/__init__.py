"""Who may see what; see docs/explanation/focus-groups.md."""
