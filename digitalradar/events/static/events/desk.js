// Keep the counter true while another desk is at work; without this script it is as old as the page.
(() => {
  const count = document.querySelector("[data-count]");
  if (!count) return;
  const show = (name, value) => { count.querySelector(`[data-${name}]`).textContent = value; };
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(count.dataset.count);
      if (!answer.ok) return;
      const { present, expected } = await answer.json();
      show("present", present);
      show("expected", expected);
    } catch { /* no network at the door: the next turn tries again */ }
  }, 8000);
})();
