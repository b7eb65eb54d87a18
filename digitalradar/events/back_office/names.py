"""Names by which the screens are found, also by the apps of single formats further up."""

NAME = "event_dates"  # namespace of the screens about a date
MENU_HOOK = "register_events_menu_item"  # screens of formats join the group „Termine“ with it
