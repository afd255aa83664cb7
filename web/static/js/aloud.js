// Reading aloud with a voice of the device: nothing that is read ever leaves it, for voices of a network are passed by.
// What is read stays as it is: a sentence is marked by a highlight over its text, so that a school's own reading software works too.

const bar = document.querySelector("[data-aloud]");
const speech = window.speechSynthesis;
const KEPT = "aloud";
const ROOT = "#play, #quiz, #later";
const BLOCK = "h1, h2, h3, h4, p, li, legend, label, button, summary, dt, dd, figcaption, blockquote, option, div, section, header, form, ul, ol";
const SILENT =
  ".match-item ~ .match-item select, option[value=''], [aria-hidden=true], [hidden], script, style, svg, textarea, input, .button, .tool, .visually-hidden, .to-choices, .trail, .wrong, .dots, .saved, .verdict-compare, .voice-bar, details:not([open]) > :not(summary)";
const PICTURES = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{1F3FB}-\u{1F3FF}]/gu;
const SAYS = /[\p{L}\p{N}]/u;
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
const owner = document.querySelector("input[name=owner]")?.value || "";

let sentences = [];
let at = 0;
let turn = 0; // what an utterance of an earlier turn still tells is of no matter
let now = null; // kept, or some browsers forget who speaks
const wish = { on: false, pace: "1", ...kept() };

// What was wished is for this tab and for who is in: the next child on the same tablet begins in silence.
function kept() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEPT) || "{}");
    return found.owner === owner ? found : {};
  } catch {
    return {};
  }
}

function keep() {
  sessionStorage.setItem(KEPT, JSON.stringify({ ...wish, owner }));
}

function languageOf(element) {
  return (element.closest("[lang]")?.lang || "nl").slice(0, 2);
}

function voiceFor(language) {
  const own = speech.getVoices().filter((one) => one.localService && one.lang.slice(0, 2).toLowerCase() === language);
  return own.find((one) => one.default) || own[0];
}

function root() {
  return document.querySelector(ROOT);
}

// Every run of text within one block, and the list of partners of a match question once, in the order in which it stands there.
function textsOf(place) {
  const walk = document.createTreeWalker(place, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    return node.matches(SILENT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const texts = [];
  while (walk.nextNode()) {
    const block = walk.currentNode.parentElement.closest(BLOCK);
    if (texts.at(-1)?.block !== block) texts.push({ block, nodes: [] });
    texts.at(-1).nodes.push(walk.currentNode);
  }
  return texts.filter(({ nodes }) => SAYS.test(nodes.map((one) => one.data).join("")));
}

function partsOf(text, language) {
  if (!Intl.Segmenter) return [{ segment: text, index: 0 }];
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
}

// A place in a block's text as a node and a place in it.
function placeIn(nodes, offset) {
  for (const node of nodes) {
    if (offset <= node.length) return [node, offset];
    offset -= node.length;
  }
  return [nodes.at(-1), nodes.at(-1).length];
}

function sentencesOf({ block, nodes }) {
  const language = languageOf(nodes[0].parentElement);
  // The end of a line in the source is no end of a sentence.
  const whole = nodes.map((one) => one.data.replace(/\s/g, " ")).join("");
  return partsOf(whole, language)
    .map(({ segment, index }) => {
      const range = document.createRange();
      range.setStart(...placeIn(nodes, index + segment.length - segment.trimStart().length));
      range.setEnd(...placeIn(nodes, index + segment.trimEnd().length));
      const text = segment.replace(PICTURES, " ").replace(/\s+/g, " ").trim();
      return { block, range, language, text };
    })
    .filter(({ text }) => SAYS.test(text));
}

function gather() {
  const place = root();
  sentences = place ? textsOf(place).flatMap(sentencesOf).filter((one) => voiceFor(one.language)) : [];
}

function mark(sentence) {
  document.querySelectorAll(".is-read").forEach((block) => block.classList.remove("is-read"));
  if (!window.CSS?.highlights) sentence?.block.classList.add("is-read");
  else if (sentence) CSS.highlights.set("aloud", new Highlight(sentence.range));
  else CSS.highlights.delete("aloud");
  if (!sentence) return;
  const { top, bottom } = sentence.range.getBoundingClientRect();
  if (top >= bar.offsetHeight && bottom <= innerHeight) return;
  sentence.block.scrollIntoView({ block: "center", behavior: stillness.matches ? "auto" : "smooth" });
}

function speak() {
  const sentence = sentences[at];
  if (!sentence) return rest(0);
  const mine = ++turn;
  now = new SpeechSynthesisUtterance(sentence.text);
  now.voice = voiceFor(sentence.language);
  now.lang = now.voice.lang;
  now.rate = Number(wish.pace);
  now.onend = () => {
    if (mine !== turn) return;
    at += 1;
    speak();
  };
  now.onerror = () => mine === turn && rest(at);
  mark(sentence);
  show("reading");
  speech.speak(now);
}

// Silence; the next press goes on at this sentence, and from the beginning at 0.
function rest(place) {
  turn += 1;
  at = place;
  speech.cancel();
  mark(null);
  show(place ? "paused" : "still");
}

function show(state) {
  const button = bar.querySelector("[data-aloud-play]");
  bar.dataset.state = state;
  button.querySelector("[data-words]").textContent = button.dataset[state];
  bar.querySelector("[data-aloud-stop]").hidden = state === "still";
}

function begin() {
  window.deelwijs.showAll?.();
  gather();
  at = 0;
  speak();
}

function offer() {
  const place = root();
  const language = place && languageOf(place.querySelector("[lang]") || place);
  bar.hidden = !language || !voiceFor(language);
  if (bar.hidden && bar.dataset.state !== "still") rest(0);
}

function pressed() {
  wish.on = true;
  keep();
  if (bar.dataset.state === "reading") return rest(at);
  if (bar.dataset.state === "paused" && sentences[at]?.block.isConnected) return speak();
  begin();
}

function stopped() {
  wish.on = false;
  keep();
  rest(0);
  bar.querySelector("[data-aloud-play]").focus();
}

function paced(event) {
  wish.pace = event.target.value;
  keep();
  if (bar.dataset.state !== "reading") return;
  speech.cancel();
  speak();
}

// What stood there is gone: silence at once, and who wished to be read to hears what is new.
function moved() {
  offer();
  if (wish.on && !bar.hidden) begin();
}

if (bar && speech && window.SpeechSynthesisUtterance) {
  const pace = bar.querySelector("[data-aloud-pace]");
  pace.value = wish.pace;
  pace.addEventListener("change", paced);
  bar.querySelector("[data-aloud-play]").addEventListener("click", pressed);
  bar.querySelector("[data-aloud-stop]").addEventListener("click", stopped);
  document.addEventListener("keydown", (event) => event.key === "Escape" && bar.dataset.state === "reading" && rest(at));
  document.addEventListener("htmx:beforeSwap", (event) => event.detail.shouldSwap && rest(0));
  document.addEventListener("htmx:afterSettle", (event) => event.detail.elt.matches?.(ROOT) && moved());
  addEventListener("submit", () => rest(0));
  addEventListener("pagehide", () => rest(0));
  speech.addEventListener?.("voiceschanged", offer);
  moved();
}
