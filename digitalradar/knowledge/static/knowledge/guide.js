// What a guide can do more with a script: remember ticks, explain words in place, mark the current section, copy the
// address. Without it the boxes are plain boxes and everything else is links.
(() => {
  "use strict";

  const PREFIX = "digitalradar.haken.";

  function remembered(name) {
    try {
      const value = JSON.parse(localStorage.getItem(name) || "[]");
      return Array.isArray(value) ? value : [];
    } catch {
      return [];
    }
  }

  function remember(name, ticked) {
    try {
      if (ticked.length) localStorage.setItem(name, JSON.stringify(ticked));
      else localStorage.removeItem(name);
    } catch {
      // storage is off or full: the boxes still work until the page is left
    }
  }

  // Ticks belong to one version: another one may have other points in the same places.
  function forgetOtherVersions(prefix, name) {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(prefix) && key !== name) localStorage.removeItem(key);
      }
    } catch {
      // nothing is stored then
    }
  }

  for (const list of document.querySelectorAll("[data-checklist]")) {
    const boxes = [...list.querySelectorAll("input[type=checkbox]")];
    const note = list.querySelector("[data-checklist-note]");
    const prefix = `${PREFIX}${list.dataset.checklist}@`;
    const name = prefix + list.dataset.version;
    const show = () => { note.hidden = !boxes.some((box) => box.checked); };
    const ticked = remembered(name);
    forgetOtherVersions(prefix, name);
    for (const box of boxes) box.checked = ticked.includes(box.id);
    show();
    list.addEventListener("change", () => {
      remember(name, boxes.filter((box) => box.checked).map((box) => box.id));
      show();
    });
    list.querySelector("[data-checklist-reset]").addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      remember(name, []);
      show();
      boxes[0].focus();
    });
  }

  for (const word of document.querySelectorAll("a.term")) {
    const text = document.getElementById(word.hash.slice(1));
    const open = (isOpen) => {
      text.classList.toggle("is-open", isOpen);
      word.setAttribute("aria-expanded", String(isOpen));
    };
    word.setAttribute("role", "button");
    word.setAttribute("aria-controls", text.id);
    open(false);
    word.addEventListener("click", (event) => {
      event.preventDefault();
      open(!text.classList.contains("is-open"));
    });
    word.addEventListener("keydown", (event) => {
      if (event.key === " ") {
        event.preventDefault();
        word.click();
      }
    });
    text.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      open(false);
      word.focus();
    });
  }

  const entries = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) entries.set(section, link);
  }
  const seen = new Set();
  const observer = new IntersectionObserver((changes) => {
    for (const { target, isIntersecting } of changes) seen[isIntersecting ? "add" : "delete"](target);
    const current = [...entries.keys()].find((section) => seen.has(section));
    if (!current) return;
    for (const [section, link] of entries) {
      if (section === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "-10% 0px -60% 0px" });
  for (const section of entries.keys()) observer.observe(section);

  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      document.getElementById(button.getAttribute("aria-controls")).textContent = button.dataset.copied;
    });
  }
})();
