"""Tells other programs of the region what happens with bookings and dates: ids and numbers, never who it is.

Messages are queued in the transaction of the change and sent after its commit. What is sent, how it is signed and when
it is tried again stands in docs/reference/webhooks.md.
"""
