// Wagtail's editor of rich text builds its field late and leaves it without a name: take that of the label above it.
(() => {
  const name = () => {
    for (const field of document.querySelectorAll('.dates [role="textbox"]:not([aria-labelledby])')) {
      const label = field.closest("[data-field-wrapper]")?.querySelector("label[id]");
      if (label) field.setAttribute("aria-labelledby", label.id);
    }
  };
  new MutationObserver(name).observe(document.body, { childList: true, subtree: true });
  name();
})();
