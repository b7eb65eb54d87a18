"""The place of the checks in the menu of the back office."""

# Apps above this one add their screens to the group „Digital-Check“ through this hook.
MENU_HOOK = "register_checks_menu_item"
