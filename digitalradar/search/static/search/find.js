/* Search as you type: fetches the same page and swaps what [data-swap] marks. Everything works without it. */
(() => {
  const form = document.querySelector("form[data-find]");
  if (!form) return;
  let timer, running;
  const find = async () => {
    const query = new URLSearchParams([...new FormData(form)].filter((pair) => pair[1]));
    const url = `${form.getAttribute("action")}?${query}`;
    running?.abort();
    running = new AbortController();
    try {
      const answer = await fetch(url, { headers: { "X-Requested-With": "fetch" }, signal: running.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const old of document.querySelectorAll("[data-swap]")) {
        const now = page.getElementById(old.id);
        if (now && now.innerHTML !== old.innerHTML) old.innerHTML = now.innerHTML;
      }
      history.replaceState(null, "", url + location.hash);
    } catch {}
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(find, wait);
  };
  // Facets stand outside of the form and belong to it by name only: their events do not pass through it.
  document.addEventListener("input", ({ target }) => {
    if (target.form === form) soon(target.type === "search" ? 250 : 0);
  });
  document.querySelectorAll("[data-without-script]").forEach((part) => (part.hidden = true));
})();
