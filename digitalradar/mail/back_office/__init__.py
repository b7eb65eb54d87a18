"""Screens „Nachrichten“ of the back office."""
