// A scene: a hand-drawn SVG in which <peep/> stands for a character, <prop/> for a thing, <limb/> for an arm or a leg.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { INK, peepGroups, shoulder, tidy } from "./peep.mjs";

const HEAD = { x: 385, y: 330, height: 400 };
const ATTRIBUTES = new Set(["who", "face", "part", "x", "y", "size", "flip", "tilt", "shirt", "arms", "left", "right", "sleeves", "legs"]);

function attributes(text) {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1], match[2]]));
}

const HANDS = {
  mitt: "M-.5-.36C-.1-.62.7-.66.98-.3 1.2.06 1.02.5.6.62.2.72-.24.58-.5.36M.1-.54C.06-.86.36-1.06.62-.9.8-.76.74-.52.6-.44",
  open: "M-.5-.4C-.24-.5-.1-.58.02-.7.16-1.02.3-1.3.56-1.22.78-1.14.68-.86.6-.62L1.5-.86C1.76-.9 1.86-.56 1.6-.46L1.06-.26 1.74-.2C2.02-.16 2.02.18 1.74.2L1.08.16 1.56.4C1.8.54 1.62.86 1.36.76L.7.5C.4.72-.1.62-.5.4",
  fist: "M-.5-.4C-.2-.74.7-.84.96-.5 1.2-.1 1.16.4.84.62.4.8-.2.66-.5.4M.2-.06C.5.02.74.02.98-.08M.24.3C.5.36.7.36.94.26",
};

/** A hand at the end of an arm that points at an angle (degrees), as thick as its arm; kind is a key of HANDS. */
function handPath({ x, y, angle, width, color, kind = "mitt", turn }, file) {
  if (!HANDS[kind]) throw new Error(`${file}: no hand is called "${kind}"; choose from ${Object.keys(HANDS).join(", ")}`);
  const size = width * 0.8;
  const place = `translate(${x} ${y}) rotate(${angle}) scale(${size} ${turn ? -size : size})`;
  const stroke = `stroke="${INK}" stroke-width="${(3.4 / size).toFixed(3)}" stroke-linejoin="round" stroke-linecap="round"`;
  return `<path transform="${place}" d="${HANDS[kind]}" fill="${color}" ${stroke}/>`;
}

function between(a, b, share) {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** An arm that grows out of the shoulder: "bend-x bend-y hand-x hand-y [hand] [front] [turn]"; front lays it over the head. */
function drawArm(text, side, given, look, file) {
  const words = text.trim().split(/\s+/);
  const [bendX, bendY, handX, handY] = words.slice(0, 4).map(Number);
  const extra = words.slice(4);
  const size = Number(given.size);
  const joint = shoulder(look);
  const width = joint.width * size;
  const tilt = (Number(given.tilt ?? 0) * Math.PI) / 180;
  const [dx, dy] = [side * joint.x * size, joint.y * size];
  const from = [Number(given.x) + dx * Math.cos(tilt) - dy * Math.sin(tilt), Number(given.y) + dx * Math.sin(tilt) + dy * Math.cos(tilt)];
  const bend = [bendX, bendY];
  const hand = [handX, handY];
  const share = given.sleeves === "long" ? 0.9 : 0.5;
  const cuff = between(from, bend, share);
  const edge = between(cuff, between(bend, hand, share), share);
  const round = (point) => point.map((value) => value.toFixed(1)).join(" ");
  const shirt = given.shirt ?? look.shirt;
  const bare = `M${round(from)}Q${round(bend)} ${round(hand)}`;
  const sleeve = `M${round(from)}Q${round(cuff)} ${round(edge)}`;
  const line = (d, color, thick, cap) => `<path d="${d}" fill="none" stroke="${color}" stroke-width="${thick.toFixed(1)}" stroke-linecap="${cap}"/>`;
  const ink = size * joint.ink;
  const drawing =
    line(bare, INK, width * 0.66 + ink * 2, "round") +
    handPath({ x: handX, y: handY, angle: (Math.atan2(handY - bendY, handX - bendX) * 180) / Math.PI, width, color: look.skin, kind: extra.find((word) => HANDS[word]), turn: extra.includes("turn") }, file) +
    line(bare, look.skin, width * 0.66, "round") +
    cuffed(sleeve, edge, cuff, width, ink, shirt, line) +
    `<circle cx="${from[0].toFixed(1)}" cy="${from[1].toFixed(1)}" r="${(width / 2 + ink * 0.2).toFixed(1)}" fill="${shirt}"/>`;
  return { drawing, front: extra.includes("front") };
}

/** A sleeve with a straight inked hem. */
function cuffed(sleeve, edge, cuff, width, ink, shirt, line) {
  const angle = Math.atan2(edge[1] - cuff[1], edge[0] - cuff[0]);
  const half = width / 2 + ink / 2;
  const [sx, sy] = [Math.sin(angle) * half, -Math.cos(angle) * half];
  const hem = `M${(edge[0] + sx).toFixed(1)} ${(edge[1] + sy).toFixed(1)}L${(edge[0] - sx).toFixed(1)} ${(edge[1] - sy).toFixed(1)}`;
  return line(sleeve, INK, width + ink * 2, "butt") + line(sleeve, shirt, width, "butt") + line(hem, INK, ink, "round");
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
  const drawn = given.left || given.right;
  const groups = peepGroups({ ...looks, face, shirt: given.shirt ?? looks.shirt }, given.who, drawn ? "drawn" : given.arms, given.legs);
  const part = given.part ?? "all";
  if (!["head", "body", "all"].includes(part)) throw new Error(`${file}: part is "head", "body" or "all", not "${part}"`);
  const scale = Number(given.size) / HEAD.height;
  const mirror = given.flip ? -1 : 1;
  const place = `translate(${given.x} ${given.y}) rotate(${given.tilt ?? 0}) scale(${(scale * mirror).toFixed(4)} ${scale.toFixed(4)})`;
  const placed = (drawing) => (drawing ? `<g transform="${place} translate(${-HEAD.x} ${-HEAD.y})" fill="none">${drawing}</g>` : "");
  const [body, head] = [part === "head" ? "" : groups.body, part === "body" ? "" : groups.head];
  if (!drawn) return placed(body + head);
  const arms = [given.left && drawArm(given.left, -1, given, looks, file), given.right && drawArm(given.right, 1, given, looks, file)].filter(Boolean);
  const lay = (front) => arms.filter((arm) => arm.front === front).map((arm) => arm.drawing).join("");
  return placed(body) + lay(false) + placed(head) + lay(true);
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

/** A hand by itself, for fingers that lie over the thing that they hold. */
function drawHand(text, file) {
  const { x = 0, y = 0, size = 16, tilt = 0, color, kind, turn } = attributes(text);
  return handPath({ x, y, angle: tilt, width: Number(size), color, kind, turn }, file);
}

/** The scene with its characters drawn in and nothing left that a browser would not need. */
export function sceneSvg(source, cast, file) {
  const drawn = source
    .replaceAll(/<prop\s([^>]*?)\/>/g, (_, text) => drawProp(text, file))
    .replaceAll(/<hand\s([^>]*?)\/>/g, (_, text) => drawHand(text, file))
    .replaceAll(/<limb\s([^>]*?)\/>/g, (_, text) => drawLimb(text))
    .replaceAll(/<peep\s([^>]*?)\/>/g, (_, text) => drawPeep(text, cast, file));
  if (/<(peep|prop|limb|hand)\b/.test(drawn)) throw new Error(`${file}: a <peep>, <prop>, <limb> or <hand> is not closed with />`);
  if (/<(script|image|text|foreignObject|style|a)[\s>]|href="(?!#)/.test(drawn)) {
    throw new Error(`${file}: scripts, styles, lettering and links stay out of pictures`);
  }
  return tidy(drawn, 1);
}
