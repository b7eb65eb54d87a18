// Looks now and then whether the PDF is ready and tells it in place. Without this script a link does the same.
(() => {
  "use strict";
  const part = document.querySelector("[data-document]");
  let pause = 500; // milliseconds; grows, because what takes long may take longer
  const look = async () => {
    try {
      const answer = await fetch(window.location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const now = page.querySelector("[data-document]");
      if (now && now.dataset.document !== part.dataset.document) {
        part.dataset.document = now.dataset.document;
        part.replaceChildren(...now.childNodes);
      }
    } catch {
      // No connection just now: look again.
    }
    again();
  };
  const again = () => {
    if (!part.dataset.document.startsWith("on-its-way")) return;
    pause = Math.min(pause * 1.3, 10000);
    setTimeout(look, pause);
  };
  again();
})();
