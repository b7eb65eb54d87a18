"""What screens of our own in the back office have in common, whatever app they belong to."""

from .screen import PermissionRequired, Screen, ScreenViewSet, refuse

__all__ = ["PermissionRequired", "Screen", "ScreenViewSet", "refuse"]
