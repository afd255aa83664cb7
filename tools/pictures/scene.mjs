// A scene: a hand-drawn SVG in which <peep/> stands for a character, <prop/> for a thing, <limb/> for an arm or a leg.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { INK, peepGroups, tidy } from "./peep.mjs";

const HEAD = { x: 385, y: 330, height: 400 };
const ATTRIBUTES = new Set(["who", "face", "part", "x", "y", "size", "flip", "tilt", "shirt", "arms"]);

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1], match[2]]));
}

function drawPeep(text, cast, file) {
  const given = attributes(text);
  for (const key of Object.keys(given)) {
    if (!ATTRIBUTES.has(key)) throw new Error(`${file}: <peep> has no attribute "${key}"; choose from ${[...ATTRIBUTES].join(", ")}`);
  }
  const look = cast[given.who];
  if (!look) throw new Error(`${file}: nobody is called "${given.who}"; known: ${Object.keys(cast).join(", ")}`);
  const { faces = {}, view, flip, only, ...looks } = look;
  const face = faces[given.face] ?? given.face ?? looks.face;
  const groups = peepGroups({ ...looks, face, shirt: given.shirt ?? looks.shirt }, given.who, given.arms);
  const parts = { head: groups.head, body: groups.body, all: groups.body + groups.head };
  const drawing = parts[given.part ?? "all"];
  if (!drawing) throw new Error(`${file}: part is "head", "body" or "all", not "${given.part}"`);
  const scale = Number(given.size) / HEAD.height;
  const mirror = given.flip ? -1 : 1;
  const place = `translate(${given.x} ${given.y}) rotate(${given.tilt ?? 0}) scale(${(scale * mirror).toFixed(4)} ${scale.toFixed(4)})`;
  return `<g transform="${place} translate(${-HEAD.x} ${-HEAD.y})" fill="none">${drawing}</g>`;
}

/** A thing from props/, drawn around its own origin. */
function drawProp(text, file) {
  const { name, x = 0, y = 0, scale = 1, flip, tilt = 0 } = attributes(text);
  const path = fileURLToPath(new URL(`props/${name}.svg`, import.meta.url));
  const inside = readFileSync(path, "utf8").match(/<svg[^>]*>(.*)<\/svg>/s);
  if (!inside) throw new Error(`${file}: props/${name}.svg holds no <svg>`);
  return `<g transform="translate(${x} ${y}) rotate(${tilt}) scale(${flip ? -scale : scale} ${scale})">${inside[1]}</g>`;
}

/** An arm, leg, strap or cable: a line of colour with an ink edge. */
function drawLimb(text) {
  const { d, color, width = 18 } = attributes(text);
  const line = `d="${d}" fill="none" stroke-linecap="round" stroke-linejoin="round"`;
  return `<path ${line} stroke="${INK}" stroke-width="${Number(width) + 6.5}"/><path ${line} stroke="${color}" stroke-width="${width}"/>`;
}

/** The scene with its characters drawn in and nothing left that a browser would not need. */
export function sceneSvg(source, cast, file) {
  const drawn = source
    .replaceAll(/<prop\s([^>]*?)\/>/g, (_, text) => drawProp(text, file))
    .replaceAll(/<limb\s([^>]*?)\/>/g, (_, text) => drawLimb(text))
    .replaceAll(/<peep\s([^>]*?)\/>/g, (_, text) => drawPeep(text, cast, file));
  if (/<(peep|prop|limb)\b/.test(drawn)) throw new Error(`${file}: a <peep>, <prop> or <limb> is not closed with />`);
  if (/<(script|image|text|foreignObject|style|a)[\s>]|href="(?!#)/.test(drawn)) {
    throw new Error(`${file}: scripts, styles, lettering and links stay out of pictures`);
  }
  return tidy(drawn, 1);
}
