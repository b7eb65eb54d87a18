// Keeps „Ihr Rundgang“ true while rounds are chosen. Without it the list follows once the form is sent.
const form = document.querySelector("[data-tour]");

function stopsOf(rows) {
  const stops = rows.map((row) => {
    const radio = row.querySelector("input:checked:not([value=''])");
    if (radio) return { begin: radio.dataset.begin, radio };
    return row.matches(".tasting-break")
      ? { begin: row.dataset.begin, text: row.dataset.title }
      : null;
  });
  const first = stops.findIndex((stop) => stop?.radio);
  const last = stops.findLastIndex((stop) => stop?.radio);
  return first < 0 ? [] : stops.slice(first, last + 1).filter(Boolean);
}

function small(words) {
  const line = document.createElement("small");
  line.textContent = words;
  return line;
}

function rowOf(stop) {
  const row = form.querySelector("[data-stop]").content.firstElementChild.cloneNode(true);
  const [time, text, button] = row.children;
  time.textContent = stop.begin;
  if (!stop.radio) {
    text.textContent = stop.text;
    text.className = "soft";
    button.remove();
    return row;
  }
  const { title, room, waits } = stop.radio.dataset;
  text.textContent = title;
  if (room) text.append(small(room));
  if (waits !== undefined) text.append(small(form.querySelector("[data-waiting]").dataset.waiting));
  button.setAttribute("aria-label", button.dataset.label.replace("#", `${title} ${stop.begin}`));
  button.addEventListener("click", () => {
    stop.radio.closest(".tasting-row").querySelector("input[value='']").checked = true;
    show();
    form.querySelector("[data-book]")?.focus();
  });
  return row;
}

function show() {
  const stops = stopsOf([...form.querySelectorAll(".tasting-row")]);
  const count = stops.filter((stop) => stop.radio).length;
  form.querySelector("[data-stops]").replaceChildren(...stops.map(rowOf));
  form.querySelector("[data-empty]").hidden = count > 0;
  const { none, one, many } = form.dataset;
  const words = count === 0 ? none : count === 1 ? one : many.replace("#", count);
  const book = form.querySelector("[data-book]");
  if (book) book.textContent = words;
  const strip = form.querySelector("[data-strip]");
  if (strip) strip.textContent = count === 0 ? strip.dataset.none : words;
}

if (form) {
  form.addEventListener("change", (event) => {
    if (event.target.type === "radio") show();
  });
  show();
}
