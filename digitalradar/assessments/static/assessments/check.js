// Saves each answer at once, copies the private link, prints. Without it the same pages work as plain forms.
(() => {
  "use strict";
  const form = document.querySelector("form[data-save]");
  const status = document.querySelector("[data-save-state]");
  const PATIENCE = 10000; // milliseconds until a saving without answer counts as failed
  const waiting = new Map(); // what is chosen and not yet sent, the newest by name of field
  let working = null;

  const show = (text, failed) => {
    if (!status) return;
    status.querySelector("span").textContent = text;
    status.classList.toggle("is-failed", failed);
  };

  // What the form was rendered with travels with it; after a saving it has to say what is now stored.
  const take = (answers) => {
    for (const field of form.querySelectorAll('input[name^="was."]')) {
      const id = field.name.slice(4);
      const state = answers[id];
      if (!state || state === field.value) continue;
      const [value, relevance, planned] = state.split("|");
      field.value = state;
      for (const radio of form.querySelectorAll(`[name="value.${id}"]`)) radio.checked = radio.value === value;
      for (const radio of form.querySelectorAll(`[name="relevance.${id}"]`)) radio.checked = radio.value === relevance;
      for (const box of form.querySelectorAll(`[name="planned.${id}"]`)) box.checked = planned === "1";
    }
  };

  const send = async (fields) => {
    const body = new URLSearchParams(fields);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const signal = AbortSignal.timeout?.(PATIENCE);
    const answer = await fetch(form.dataset.save, { method: "POST", body, keepalive: true, signal });
    return [answer.ok, await answer.json()];
  };

  const asked = () => [...form.querySelectorAll("[data-question]")].map((part) => part.dataset.question);

  // Only the last answer of the server may change the page: before it, newer choices are still on their way.
  const arrived = (stored) => {
    show(stored.saved, false);
    if (waiting.size) return;
    take(stored.answers);
    form.elements.was.value = stored.state;
    form.querySelector("[data-open-note]").hidden = stored.asked.every((id) => stored.answers[id][0] !== "|");
    if (stored.asked.join() !== asked().join()) window.location.reload();
  };

  // One after the other; what did not reach the server waits for the next try, for „Weiter“ or for the end of the page.
  const work = async () => {
    while (waiting.size) {
      const [name, fields] = waiting.entries().next().value;
      waiting.delete(name);
      try {
        const [ok, stored] = await send(fields);
        if (ok) arrived(stored);
        else show(stored.error, true);
      } catch {
        if (!waiting.has(name)) waiting.set(name, fields);
        show(form.dataset.failed, true);
        break;
      }
    }
    working = null;
  };
  const start = () => (working ??= work());

  const changed = ({ target: { name, value, type, checked }, target }) => {
    const part = target.closest("[data-question],[data-dimension]");
    if (!part || !name) return;
    const key = { dimension_relevance: "relevance" }[name] || name.split(".")[0];
    waiting.set(name, { ...part.dataset, [key]: type === "checkbox" && !checked ? "" : value });
    show(form.dataset.saving, false);
    start();
  };

  const submitted = (event) => {
    if (!working || !form.requestSubmit) return;
    event.preventDefault();
    working.then(() => form.requestSubmit(event.submitter));
  };

  if (form) {
    form.addEventListener("change", changed);
    form.addEventListener("submit", submitted);
    window.addEventListener("online", start);
    window.addEventListener("pagehide", () => waiting.forEach(send));
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.lastChild.textContent = button.dataset.copied;
    });
  }
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
