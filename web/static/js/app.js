// What every page may use. All of it is a convenience: each page works without this file.
// Texts stand in the markup (data-attributes), so that they go through the message catalogs.

document.documentElement.classList.add("js");

const announcer = document.querySelector("[data-announcer]");

function announce(text) {
  if (announcer && text) announcer.textContent = text;
}

function fill(pattern, values) {
  return (pattern || "").replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// Theme: a cookie, so that the server draws the right theme at once and nothing flashes.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-switch]")) return;
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `theme=${root.dataset.theme}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`;
});

// Class code: capitals, no spaces.
document.addEventListener("input", (event) => {
  const input = event.target;
  if (!input.matches?.("[data-class-code]")) return;
  const tidy = input.value.toUpperCase().replace(/\s/g, "");
  if (tidy !== input.value) input.value = tidy;
});

// The QR code on the board leads here with code and key behind the #, where no server or proxy sees them.
const scanned = /^#([A-Z0-9]{4,8})\.([0-9a-f]{24})$/.exec(location.hash);
const classDoor = document.querySelector("[data-class-door]");
if (scanned && classDoor) {
  history.replaceState(null, "", location.pathname);
  classDoor.elements.code.value = scanned[1];
  classDoor.elements.key.value = scanned[2];
  classDoor.requestSubmit();
}

// The QR code of a pupil's card: the same way in, also where the page is open already.
const cardDoor = document.querySelector("[data-card-door]");
function enterByCard() {
  const card = /^#([0-9a-f]{32})$/.exec(location.hash);
  if (!card) return;
  history.replaceState(null, "", location.pathname);
  cardDoor.elements.card.value = card[1];
  cardDoor.querySelector("[data-card-waits]").hidden = false;
  document.querySelector("[data-card-help]").hidden = true;
  cardDoor.requestSubmit();
}
if (cardDoor) {
  addEventListener("hashchange", enterByCard);
  enterByCard();
}

// What an invitation opens stands behind the #, where no server or proxy sees it.
const invitation = document.querySelector("[data-from-hash]");
if (invitation && location.hash.length > 20) {
  invitation.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
}

// "Get me out of here": the page is blank at once, and the other takes its place in the history.
document.addEventListener("click", (event) => {
  const leave = event.target.closest("[data-leave]");
  if (!leave) return;
  event.preventDefault();
  document.body.hidden = true;
  document.title = "";
  location.replace(leave.href);
});

// A wait counts down; what the server said stands there without script. Told once when it is over, not every second.
function countDown(told) {
  const until = Date.now() + 1000 * Number(told.dataset.wait);
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    const { waitOne, waitMany, waitOver } = told.dataset;
    told.textContent = left ? fill(left === 1 ? waitOne : waitMany, { n: left }) : waitOver;
    if (left) return;
    clearInterval(timer);
    announce(waitOver);
  }, 1000);
}

document.querySelectorAll("[data-wait]").forEach(countDown);

// So many pictures at most: when they are chosen, the others rest.
document.addEventListener("change", (event) => {
  const set = event.target.closest("[data-most]");
  if (set) limitPictures(set, true);
});

function limitPictures(set, tell) {
  const boxes = [...set.querySelectorAll("input[type=checkbox]")];
  const chosen = boxes.filter((box) => box.checked).length;
  const wanted = Number(set.dataset.most);
  for (const box of boxes) box.disabled = chosen >= wanted && !box.checked;
  const count = set.querySelector("[data-count]");
  if (count) count.textContent = fill(count.dataset.count, { n: chosen });
  if (tell && count) announce(count.textContent);
}

// A word of a card: once one word alone begins so, the field says it whole; see the list in the page.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (!field.matches?.("[data-word]")) return;
  const typed = field.value.normalize("NFKD").toLowerCase().replace(/[^a-z]/g, "");
  if (typed.length < 4) return;
  const found = [...field.list.options].filter((option) => option.value.startsWith(typed));
  if (found.length === 1) field.value = found[0].value;
});

// Put in order: the buttons move a step here; without script they post and the server moves it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-order] button[name=move]");
  if (!button) return;
  event.preventDefault();
  moveStep(button);
});

function moveStep(button) {
  const step = button.closest("li");
  const list = step.parentElement;
  const up = button.value.startsWith("up");
  const other = up ? step.previousElementSibling : step.nextElementSibling;
  if (!other) return;
  if (up) other.before(step);
  else other.after(step);
  list.querySelector(".moved")?.classList.remove("moved");
  step.classList.add("moved");
  const place = [...list.children].indexOf(step) + 1;
  const atEdge = up ? place === 1 : place === list.children.length;
  (atEdge ? step.querySelector(`button[value^=${up ? "down" : "up"}]`) : button)?.focus();
  announce(fill(list.dataset.order, { step: step.querySelector("[data-step]")?.textContent.trim(), place }));
}

// What is half filled in survives the language switch, which brings the page anew; a password is never kept.
const HALF_FILLED = "half-filled";

function fields() {
  const all = document.querySelectorAll("main form :is(input, textarea, select)[name]");
  return [...all].filter((field) => !["hidden", "password"].includes(field.type));
}

addEventListener("submit", (event) => {
  const next = event.target.querySelector("input[name=next]");
  if (!next) return;
  const filled = fields().map(({ name, value, checked }) => ({ name, value, checked }));
  sessionStorage.setItem(HALF_FILLED, JSON.stringify({ at: next.value, filled }));
});

function fillAgain() {
  const kept = JSON.parse(sessionStorage.getItem(HALF_FILLED) || "null");
  sessionStorage.removeItem(HALF_FILLED);
  if (kept?.at !== location.pathname + location.search) return;
  fields().forEach((field, place) => {
    const { name, value, checked } = kept.filled[place] || {};
    if (name !== field.name) return;
    if (field.type === "radio" || field.type === "checkbox") field.checked = checked && value === field.value;
    else field.value = value;
  });
}

// What an address points at is not left folded: older browsers don't open it by themselves.
function unfold() {
  const wanted = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = wanted && wanted.closest("details:not([open])");
  if (!folded) return;
  folded.open = true;
  wanted.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

// Printing, for who doesn't know the browser's own way.
document.addEventListener("click", (event) => event.target.closest("[data-print]") && print());

// Copying a text that stands on the page; where the browser won't, the text is selected for who copies it by hand.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copies]");
  if (!button) return;
  const text = document.getElementById(button.dataset.copies);
  text.select();
  try {
    await navigator.clipboard.writeText(text.value);
    button.lastChild.textContent = button.dataset.copied;
    announce(button.dataset.copied);
  } catch {
    text.focus();
  }
});

// A second click on the same form is no second answer.
addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.dataset.busy) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    forgetChosen(document);
    event.submitter?.classList.add("chosen");
    if (form.matches("[hx-post], [hx-get], [data-hx-post]")) return;
    if (!navigator.onLine && form.method === "post") {
      event.preventDefault();
      showOffline("connection", form, event.submitter);
      return;
    }
    form.dataset.busy = "1";
  },
  true,
);
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-busy]").forEach((form) => delete form.dataset.busy);
  forgetChosen(document);
});

function forgetChosen(root) {
  root.querySelectorAll("form .chosen").forEach((button) => button.classList.remove("chosen"));
}

// A form that saves itself a moment after a change: who leaves within that moment loses nothing.
const SAVES_ITSELF = "form[hx-trigger^='change delay']";
addEventListener("change", ({ target }) => target.closest?.(SAVES_ITSELF)?.setAttribute("data-unsaved", ""));
addEventListener("htmx:beforeRequest", ({ target }) => target.removeAttribute?.("data-unsaved"));
addEventListener("pagehide", () =>
  document
    .querySelectorAll(`${SAVES_ITSELF}[data-unsaved]`)
    .forEach((form) => fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true })),
);

// Who is told of trouble by a whole page begins there; after a swap play.js leads.
document.querySelector("[role=alert][data-focus], [aria-invalid][data-focus], .error-summary")?.focus();

// A lost connection: say so, keep what was chosen, and offer it again.
const banner = document.querySelector("[data-offline]");
let unsent = null;

function showOffline(reason, form, submitter) {
  unsent = { form, submitter };
  if (!banner) return;
  const sent = sentBy(form);
  banner.querySelectorAll("[data-when]").forEach((text) => (text.hidden = text.dataset.when !== reason));
  banner.querySelectorAll("[data-sent]").forEach((text) => (text.hidden = text.dataset.sent !== sent));
  banner.hidden = false;
}

// What a form sends: it asks for the next page, it brings an answer, or it only moves the learner.
function sentBy(form) {
  if (form.method === "get") return "question";
  return form.matches(".choices, .question") ? "answer" : "move";
}

function hideOffline() {
  unsent = null;
  if (banner) banner.hidden = true;
}

function retry() {
  if (!unsent) return hideOffline();
  const { form, submitter } = unsent;
  if (!form.isConnected) return location.reload();
  delete form.dataset.busy;
  // A click, not requestSubmit: htmx sends the value of the button that was clicked.
  if (submitter?.isConnected) submitter.click();
  else form.requestSubmit();
}

banner?.querySelector("[data-retry]")?.addEventListener("click", retry);
addEventListener("online", () => unsent && retry());

// A draft of rules: once a form is saved, all that were drawn under the revision before stand under the new one. A form on
// which somebody else's change came in between keeps its own, by which the server can tell.
document.addEventListener("draft-moved", (event) => {
  const { from, to } = event.detail;
  const own = event.target.closest("form");
  document.querySelectorAll("input[name=seen]").forEach((seen) => {
    if (seen.form === own || Number(seen.value) === from) seen.value = to;
  });
});

window.deelwijs = { announce, fill, forgetChosen, sentBy, showOffline, hideOffline };
fillAgain();
document.querySelectorAll("[data-most]").forEach((set) => limitPictures(set, false));
