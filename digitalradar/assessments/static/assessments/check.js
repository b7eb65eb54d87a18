// Saves each answer at once, copies the private link, prints. Without it the same pages work as plain forms.
(() => {
  "use strict";
  const form = document.querySelector("form[data-save]");
  const status = document.querySelector("[data-save-state]");
  let queue = Promise.resolve();

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

  const save = async (fields) => {
    const body = new URLSearchParams(fields);
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    const answer = await fetch(form.dataset.save, { method: "POST", body, keepalive: true });
    const stored = await answer.json();
    if (!answer.ok) throw new Error(stored.error);
    return stored;
  };

  const asked = () => [...form.querySelectorAll("[data-question]")].map((part) => part.dataset.question);

  const changed = (event) => {
    const { name, value, type, checked } = event.target;
    const part = event.target.closest("[data-question],[data-dimension]");
    if (!part || !name) return;
    const key = { dimension_relevance: "relevance" }[name] || name.split(".")[0];
    const sent = type === "checkbox" && !checked ? "" : value;
    const { question, dimension } = part.dataset;
    show(form.dataset.saving, false);
    queue = queue
      .then(() => save(question ? { question, [key]: sent } : { dimension, [key]: sent }))
      .then((stored) => {
        show(stored.saved, false);
        take(stored.answers);
        form.elements.was.value = stored.state;
        form.querySelector("[data-open-note]").hidden = stored.asked.every((id) => stored.answers[id][0] !== "|");
        if (stored.asked.join() !== asked().join()) window.location.reload();
      })
      .catch((error) => show(error.message.length < 200 && error.name === "Error" ? error.message : form.dataset.failed, true));
  };

  if (form) form.addEventListener("change", changed);

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
