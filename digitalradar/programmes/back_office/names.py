"""The name by which the screens are found."""

NAME = "event_programmes"
