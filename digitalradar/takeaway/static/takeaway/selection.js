// Copies the private link and prints. Without it the link can be marked by hand, and the browser prints.
(() => {
  "use strict";
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.lastElementChild.textContent = button.dataset.copied;
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    if (button.closest("li")) button.closest("li").hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
