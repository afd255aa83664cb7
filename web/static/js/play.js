// Pages that swap fragments: arrivals, focus, and what to do when an answer does not get through.

const { announce, forgetChosen, sentBy, showOffline, hideOffline } = window.deelwijs;
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const small = matchMedia("(max-width: 40rem)");
const SHORTEST = 450;
const LONGEST = 1500;
const PER_LETTER = 14;
const PATIENCE = 1500;
const SETTLED = 350;
const BELOW = 16;
const SEEN = 0.4;
const STEPS = [0, 0.1, 0.2, 0.3, SEEN];

// Arrivals: bubbles come one after another, once their list is in view. They keep their place on the page, so nothing
// jumps under a finger.
const arriving = new Set();

function startArrivals(root) {
  showEverything(() => true);
  if (stillness.matches) return;
  root.querySelectorAll("[data-arrivals]").forEach((list) => list.children.length > 1 && arriving.add(arrivalsOf(list)));
}

function showEverything(isMeant) {
  [...arriving].filter(isMeant).forEach((one) => one.finish());
}

window.deelwijs.showAll = () => showEverything(() => true);

function arrivalsOf(list) {
  const waiting = [...list.children].slice(1);
  waiting.forEach((item) => item.classList.add("waiting"));
  let timer = 0;
  const one = { list, begun: false, begin, finish };
  const forget = whenSeen(list, begin);

  function begin() {
    if (one.begun) return;
    one.begun = true;
    forget();
    skips(list).forEach((button) => (button.hidden = false));
    next();
  }
  function next() {
    const item = waiting[0];
    if (!item || !list.isConnected) return finish();
    item.classList.add("is-typing");
    follow(item);
    timer = setTimeout(() => {
      waiting.shift();
      item.classList.remove("waiting", "is-typing");
      item.classList.add("arrived");
      announce(spoken(item));
      next();
    }, Math.min(LONGEST, SHORTEST + item.textContent.trim().length * PER_LETTER));
  }
  function finish() {
    clearTimeout(timer);
    forget();
    arriving.delete(one);
    waiting.splice(0).forEach((item) => item.classList.remove("waiting", "is-typing"));
    skips(list).forEach((button) => put(button, list));
  }
  return one;
}

// Where the phone itself scrolls, its newest bubble is in view.
function follow(item) {
  const view = item.closest(".phone-content");
  const hidden = view ? item.getBoundingClientRect().bottom - view.getBoundingClientRect().bottom : 0;
  if (hidden > 0 && view.scrollHeight > view.clientHeight) view.scrollBy({ top: hidden + BELOW, behavior: "smooth" });
}

// In view: much of the list, or of the screen where the list is longer, for a moment: after a swap the page still scrolls
// away from where the last choice stood. Or who uses the keyboard has come there.
function whenSeen(list, begin) {
  const enough = (entry) =>
    entry.intersectionRatio >= SEEN || entry.intersectionRect.height >= SEEN * (entry.rootBounds?.height || innerHeight);
  let timer = 0;
  const watch = new IntersectionObserver(
    (entries) => {
      clearTimeout(timer);
      if (enough(entries.at(-1))) timer = setTimeout(begin, SETTLED);
    },
    { threshold: STEPS },
  );
  const place = list.closest(".phone") || list;
  watch.observe(list);
  place.addEventListener("focusin", begin);
  return () => {
    clearTimeout(timer);
    watch.disconnect();
    place.removeEventListener("focusin", begin);
  };
}

// Whoever pressed the button, or stood on it as the last bubble came, goes on at the list.
function put(button, list) {
  const wasThere = document.activeElement === button;
  button.hidden = true;
  if (!wasThere) return;
  if (!list.hasAttribute("tabindex")) list.tabIndex = -1;
  list.focus({ preventScroll: true });
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
  const phone = event.target.closest(".phone");
  if (phone) showEverything((one) => phone.contains(one.list));
  const button = event.target.closest("[data-skip-arrivals]");
  if (button) announce(button.dataset.skipArrivals);
});
document.addEventListener("keydown", (event) => {
  const free = !event.target.closest("a, button, input, select, textarea, summary");
  const going = [...arriving].some((one) => one.begun);
  if (event.key === "Escape") showEverything(() => true);
  else if (free && going && event.key === " ") {
    event.preventDefault();
    showEverything((one) => one.begun);
  }
});

// After a swap the reader is led to what is new.
document.addEventListener("htmx:afterSettle", (event) => {
  const fresh = event.detail.elt;
  // Who fills in a long page stays where they are.
  if (fresh.closest?.("[data-stays]")) return;
  const goal = fresh.matches?.("[data-focus]") ? fresh : fresh.querySelector?.("[data-focus]") || fresh.querySelector?.("h1, h2");
  if (!goal) return;
  if (!goal.hasAttribute("tabindex")) goal.tabIndex = -1;
  goal.focus({ preventScroll: true });
  // What stands above a heading in its own frame is read first.
  (goal.matches("[aria-invalid]") ? goal : goal.closest(".play, .ending, .question") || goal).scrollIntoView({ block: "start", behavior: stillness.matches ? "auto" : "smooth" });
});
// On a phone a way to the choices floats until they are on the screen, or have gone by.
let choicesSeen = null;

function floatWay() {
  choicesSeen?.disconnect();
  const way = document.querySelector("[data-to-choices]");
  const choices = document.querySelector("#choices");
  if (!way || !choices) return;
  choicesSeen = new IntersectionObserver(([entry]) => {
    way.hidden = entry.isIntersecting || entry.boundingClientRect.top < 0;
  });
  choicesSeen.observe(choices);
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-to-choices]")) return;
  event.preventDefault();
  const choices = document.querySelector("#choices");
  choices.scrollIntoView({ block: "nearest", behavior: stillness.matches ? "auto" : "smooth" });
  choices.querySelector("button.choice").focus({ preventScroll: true });
});

function begin(root) {
  startArrivals(root);
  floatWay();
  // On a phone reasons wait behind one press, so that what comes of a choice stands on the first screen.
  if (small.matches) root.querySelectorAll("[data-folds]").forEach((reasons) => (reasons.open = false));
  // A long way back shows its newest steps.
  root.querySelectorAll(".trail ol").forEach((steps) => (steps.scrollLeft = steps.scrollWidth));
}
document.addEventListener("htmx:afterSwap", (event) => begin(event.detail.elt));
begin(document);

// Where the page is now, the language switch leads back to.
document.addEventListener("htmx:replacedInHistory", (event) => {
  document.querySelectorAll("form input[name=next]").forEach((field) => (field.value = event.detail.path));
});

// A slow server: say that the answer is on its way, for a press that seems to do nothing is pressed again, or elsewhere.
const slow = document.querySelector("[data-slow]");
let patience = 0;

function tellOfWaiting(form, target) {
  target.setAttribute("aria-busy", "true");
  slow.querySelectorAll("[data-sent]").forEach((text) => (text.hidden = text.dataset.sent !== sentBy(form)));
  slow.hidden = false;
  announce(slow.innerText);
}

function stopWaiting(target) {
  clearTimeout(patience);
  slow.hidden = true;
  target?.removeAttribute("aria-busy");
}

// One request per form at a time.
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (!form) return;
  if (form.dataset.busy) return event.preventDefault();
  form.dataset.busy = "1";
  clearTimeout(patience);
  patience = setTimeout(tellOfWaiting, PATIENCE, form, event.detail.target);
});
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.detail.elt.closest("form");
  if (form) delete form.dataset.busy;
  stopWaiting(event.detail.target);
  const status = event.detail.xhr?.status || 0;
  if (status > 0 && status < 500) {
    hideOffline();
    forgetChosen(document);
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
