"""The format whose dates have stations (events/kinds_data/tech-tasting.yaml)."""

KIND = "tech-tasting"
