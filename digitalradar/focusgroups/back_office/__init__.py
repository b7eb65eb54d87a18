"""Screens of the back office: groups, their members and topics, talks. What members tell each other is in none."""
