"""Dates as calendars read them: iCalendar (RFC 5545), messages between calendars (RFC 5546).

The rules for UID, SEQUENCE and cancelling, and what is told to whom, stand in docs/explanation/calendars.md.
"""
