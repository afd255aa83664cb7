// Pages that swap fragments: arrivals, focus, and what to do when an answer does not get through.

const { announce, showOffline, hideOffline } = window.deelwijs;
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const SHORTEST = 450;
const LONGEST = 1500;
const PER_LETTER = 14;

// Arrivals: bubbles come one after another. They keep their place on the page, so nothing jumps under a finger.
let playing = null;

function startArrivals(root) {
  playing?.();
  const list = root.querySelector("[data-arrivals]");
  if (!list || stillness.matches) return;
  const waiting = [...list.children].slice(1);
  if (!waiting.length) return;
  let timer = 0;
  waiting.forEach((item) => item.classList.add("waiting"));

  function finish() {
    clearTimeout(timer);
    waiting.splice(0).forEach((item) => item.classList.remove("waiting", "is-typing"));
    playing = null;
    skips(list).forEach((button) => (button.hidden = true));
  }
  function next() {
    const item = waiting[0];
    if (!item || !list.isConnected) return finish();
    item.classList.add("is-typing");
    timer = setTimeout(() => {
      waiting.shift();
      item.classList.remove("waiting", "is-typing");
      item.classList.add("arrived");
      announce(spoken(item));
      next();
    }, Math.min(LONGEST, SHORTEST + item.textContent.trim().length * PER_LETTER));
  }
  playing = finish;
  skips(list).forEach((button) => (button.hidden = false));
  next();
}

function skips(list) {
  return (list.closest(".phone") || list).querySelectorAll("[data-skip-arrivals]");
}

function spoken(item) {
  const who = item.querySelector(".sender")?.textContent.trim();
  const pictures = [...item.querySelectorAll("img[alt]")].map((image) => image.alt).filter(Boolean);
  const text = [...item.querySelectorAll(".bubble > :not(.sender)")].map((part) => part.textContent.trim());
  return [who && `${who}:`, ...text, ...pictures].filter(Boolean).join(" ");
}

document.addEventListener("click", (event) => {
  if (playing && event.target.closest(".phone")) playing();
});
document.addEventListener("keydown", (event) => {
  const free = !event.target.closest("a, button, input, select, textarea, summary");
  if (playing && (event.key === "Escape" || (free && event.key === " "))) {
    if (event.key === " ") event.preventDefault();
    playing();
  }
});

// After a swap the reader is led to what is new.
document.addEventListener("htmx:afterSettle", (event) => {
  const fresh = event.detail.elt;
  const goal = fresh.matches?.("[data-focus]") ? fresh : fresh.querySelector?.("[data-focus]") || fresh.querySelector?.("h1, h2");
  if (!goal) return;
  if (!goal.hasAttribute("tabindex")) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  // On a small screen the phone stands above its scene's heading, and is read first.
  (goal.closest(".play") || goal).scrollIntoView({ block: "start", behavior: stillness.matches ? "auto" : "smooth" });
});
function begin(root) {
  startArrivals(root);
  // A long way back shows its newest steps.
  root.querySelectorAll(".trail ol").forEach((steps) => (steps.scrollLeft = steps.scrollWidth));
}
document.addEventListener("htmx:afterSwap", (event) => begin(event.detail.elt));
begin(document);

// One request per form at a time.
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (!form) return;
  if (form.dataset.busy) event.preventDefault();
  else form.dataset.busy = "1";
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (form) delete form.dataset.busy;
  const status = event.detail.xhr?.status || 0;
  if (status > 0 && status < 500) {
    hideOffline();
    form?.querySelectorAll(".chosen").forEach((button) => button.classList.remove("chosen"));
  }
});

function unsent(reason) {
  return (event) => {
    const { elt, requestConfig } = event.detail;
    const form = elt.closest("form");
    if (form) showOffline(reason, form, requestConfig?.triggeringEvent?.submitter);
  };
}
document.addEventListener("htmx:sendError", unsent("connection"));
document.addEventListener("htmx:timeout", unsent("connection"));
document.addEventListener("htmx:responseError", unsent("server"));
