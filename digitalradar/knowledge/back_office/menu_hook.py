"""The name of the hook by which screens join the group „Wissen“; apps further up use it, too."""

MENU_HOOK = "register_knowledge_menu_item"
