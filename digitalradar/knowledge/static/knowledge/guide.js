// What a guide can do more with a script: remember ticks, explain words in place, mark the current section, copy the
// address. Without it the boxes are plain boxes and everything else is links.
(() => {
  "use strict";

  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Storage may be switched off or full: then the boxes work until the page is left.
  const stored = (work, otherwise) => {
    try {
      return work(localStorage);
    } catch {
      return otherwise;
    }
  };

  // Ticks belong to one version: another one may have other points in the same places.
  for (const list of all("[data-checklist]")) {
    const boxes = all("input", list);
    const note = list.querySelector("[data-checklist-note]");
    const prefix = `digitalradar.haken.${list.dataset.checklist}@`;
    const name = prefix + list.dataset.version;
    const keep = () => {
      const ticked = boxes.filter((box) => box.checked).map((box) => box.id);
      note.hidden = !ticked.length;
      stored((storage) => ticked.length ? storage.setItem(name, ticked.join(" ")) : storage.removeItem(name));
    };
    const before = stored((storage) => storage.getItem(name), "") || "";
    stored((storage) => Object.keys(storage)
      .filter((key) => key.startsWith(prefix) && key !== name)
      .forEach((key) => storage.removeItem(key)));
    for (const box of boxes) box.checked = before.split(" ").includes(box.id);
    note.hidden = !before;
    list.addEventListener("change", keep);
    note.querySelector("button").addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      keep();
      boxes[0].focus();
    });
  }

  for (const word of all("a.term")) {
    const text = document.getElementById(word.hash.slice(1));
    const open = (isOpen) => {
      text.classList.toggle("is-open", isOpen);
      word.setAttribute("aria-expanded", isOpen);
    };
    word.setAttribute("role", "button");
    open(false);
    word.addEventListener("click", (event) => {
      event.preventDefault();
      open(!text.classList.contains("is-open"));
    });
    word.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      word.click();
    });
    text.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      open(false);
      word.focus();
    });
  }

  // The current section is the one that reaches over a line a little below the upper edge, where links lead to.
  const LINE = 100;
  const links = all(".contents a");
  const sections = links.map((link) => document.getElementById(link.hash.slice(1)));
  let shown = -1;
  const mark = () => {
    const current = Math.max(0, sections.findLastIndex((section) => section.getBoundingClientRect().top < LINE));
    if (current === shown) return;
    links[shown]?.removeAttribute("aria-current");
    links[current]?.setAttribute("aria-current", "location");
    shown = current;
  };
  addEventListener("scroll", mark, { passive: true });
  mark();

  const status = document.querySelector("[data-copy-status]");
  const offer = (selector, work) => all(selector).forEach((button) => {
    button.closest("li").hidden = false;
    button.addEventListener("click", () => work(button));
  });
  if (navigator.clipboard) {
    offer("[data-copy]", async (button) => {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.done;
    });
  }
  offer("[data-print]", () => print());
})();
