// Draws the text of a lesson's graph with Mermaid. Without this script, or where it fails, the page shows the text.

const place = document.querySelector("[data-graph]");
const text = document.querySelector("[data-graph-text]");

mermaid.initialize({
  startOnLoad: false,
  securityLevel: "strict",
  theme: "neutral",
  fontFamily: getComputedStyle(document.body).fontFamily,
  maxTextSize: 1_000_000,
  maxEdges: 10_000,
  themeVariables: { fontSize: "14px" },
  flowchart: { useMaxWidth: false, wrappingWidth: 300, nodeSpacing: 20, rankSpacing: 40 },
});

place.hidden = false;
try {
  const { svg } = await mermaid.render("graph", text.textContent, place);
  place.innerHTML = svg;
  text.closest("details").open = false;
  const start = place.querySelector(".node.start").getBoundingClientRect();
  place.scrollTop = start.top - place.getBoundingClientRect().top - place.clientHeight / 2;
} catch (error) {
  place.hidden = true;
  document.querySelector("[data-graph-failed]").hidden = false;
  console.error(error);
}
