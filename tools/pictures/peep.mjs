// One character as SVG text: the Open Peeps drawing in the house's ink, on nothing.
import { createAvatar } from "@dicebear/core";
import * as openPeeps from "@dicebear/open-peeps";
import { optimize } from "svgo";
import { headInColours } from "./heads.mjs";

export const INK = "#1f2a5a";

/** What each view shows of the drawing, in its own units: x, y, width, height. */
export const VIEWS = {
  bust: [-8, -24, 720, 720],
  half: [-70, 0, 840, 1060],
  whole: [-140, 0, 1000, 1800],
  head: [110, 20, 500, 580],
};

/** A child has a smaller body under the same head, hung up at the neck. */
const CHILD_BODY = "translate(385 545) scale(.8) translate(-385 -560)";

const KNOWN = new Set(["head", "face", "skin", "shirt", "contrast", "hair", "glasses", "beard", "child", "trousers"]);
const OPTIONS = openPeeps.schema.properties;

function known(option, value, name) {
  if (value === undefined) return [];
  if (!OPTIONS[option].items.enum.includes(value)) {
    throw new Error(`${name}: ${option} has no "${value}"; choose from ${OPTIONS[option].items.enum.join(", ")}`);
  }
  return [value];
}

function hex(colour, fallback) {
  return (colour ?? fallback).replace("#", "");
}

/** Hands, hem, legs and shoes, which Open Peeps leaves out below its busts. */
function belowTheShirt(look) {
  const skin = `#${hex(look.skin, "edb98a")}`;
  const trousers = look.trousers ?? "#3d5fae";
  return (
    `<g stroke="${INK}" stroke-width="19" stroke-linejoin="round" stroke-linecap="round">` +
    `<path fill="${trousers}" d="M122 1222H646L616 1690H424L386 1380 348 1690H152Z"/>` +
    `<path fill="#fff" d="M150 1690H350V1762H92C80 1712 112 1690 150 1690ZM422 1690H618C656 1690 690 1712 676 1762H422Z"/>` +
    `<path fill="none" d="M113 1223H654"/>` +
    `<path fill="${skin}" d="M-33 1198C-46 1270-40 1330 14 1340 74 1346 112 1304 112 1216M656 1204C652 1270 668 1330 702 1330 740 1326 742 1262 730 1206"/></g>`
  );
}

/** A body whose arms the artist draws: its sleeves reach out to the sides. */
function armlessBody(look) {
  const shirt = `#${hex(look.shirt, "1f8a84")}`;
  const skin = `#${hex(look.skin, "edb98a")}`;
  const trousers = look.trousers ?? "#3d5fae";
  return (
    `<g stroke="${INK}" stroke-width="19" stroke-linejoin="round" stroke-linecap="round">` +
    `<path fill="${trousers}" d="M206 1215H568L560 1690H420L388 1390 352 1690H206Z"/>` +
    `<path fill="#fff" d="M206 1690H352V1762H150C138 1712 170 1690 206 1690ZM420 1690H560C600 1690 634 1712 620 1762H420Z"/>` +
    `<path fill="${shirt}" d="M262 596C180 610 116 660 66 750L166 842 214 790 204 1222H570L560 790 606 842 706 750C656 660 592 610 510 596Z"/>` +
    `<path fill="${skin}" d="M292 520L280 600C310 690 462 690 492 600L480 520"/></g>`
  );
}

/** A body that ends at round shoulders, from which drawn arms grow; legs and shoes are left out for one who sits or leaps. */
function shoulderBody(look, legs) {
  const shirt = `#${hex(look.shirt, "1f8a84")}`;
  const skin = `#${hex(look.skin, "edb98a")}`;
  const trousers = look.trousers ?? "#3d5fae";
  const below =
    `<path fill="${trousers}" d="M206 1215H568L560 1690H420L388 1390 352 1690H206Z"/>` +
    `<path fill="#fff" d="M206 1690H352V1762H150C138 1712 170 1690 206 1690ZM420 1690H560C600 1690 634 1712 620 1762H420Z"/>`;
  return (
    `<g stroke="${INK}" stroke-width="19" stroke-linejoin="round" stroke-linecap="round">${legs === "none" ? "" : below}` +
    `<path fill="${shirt}" d="M284 590C206 600 168 640 166 710 176 760 202 800 204 880V1222H570V880C572 800 598 760 606 710 604 640 566 600 488 590Z"/>` +
    `<path fill="${skin}" d="M292 520L280 600C310 690 462 690 492 600L480 520"/></g>`
  );
}

/** Where an arm grows from the body and how thick it and its ink are, in heads from the middle of the head. */
export function shoulder(look) {
  return look.child ? { x: 0.31, y: 0.77, width: 0.19, ink: 0.038 } : { x: 0.38, y: 0.87, width: 0.235, ink: 0.0475 };
}

/** The drawn groups of a character, body and head, without frame or metadata; arms is "down", "none" or "drawn". */
export function peepGroups(look, name = "character", arms = "down", legs = "all") {
  for (const key of Object.keys(look)) {
    if (!KNOWN.has(key)) throw new Error(`${name}: unknown option "${key}"; choose from ${[...KNOWN].join(", ")}`);
  }
  const svg = createAvatar(openPeeps, {
    seed: name,
    head: known("head", look.head ?? "short1", name),
    face: known("face", look.face ?? "smile", name),
    accessories: known("accessories", look.glasses, name),
    accessoriesProbability: look.glasses ? 100 : 0,
    facialHair: known("facialHair", look.beard, name),
    facialHairProbability: look.beard ? 100 : 0,
    maskProbability: 0,
    skinColor: [hex(look.skin, "edb98a")],
    clothingColor: [hex(look.shirt, "1f8a84")],
    headContrastColor: [hex(look.contrast, "b58143")],
  }).toString();
  const inside = svg.match(/<g mask="url\(#viewboxMask\)">(.*)<\/g><\/svg>$/s)[1];
  const body = inside.match(/^<g fill-rule.*?<\/g>/s)[0];
  const rest = inside.slice(body.length).replaceAll(/<g transform="[^"]*"><\/g>/g, "");
  const headEnd = rest.indexOf('<g transform="translate(315 248)">');
  const bodies = { none: armlessBody, drawn: (whose) => shoulderBody(whose, legs) };
  const drawnBody = bodies[arms]?.(look) ?? body.replaceAll("#000", INK) + belowTheShirt(look);
  const headDrawing = headInColours(rest.slice(0, headEnd), look.head ?? "short1", look.hair ?? INK, INK);
  return {
    body: look.child ? `<g transform="${CHILD_BODY}">${drawnBody}</g>` : drawnBody,
    head: headDrawing + rest.slice(headEnd).replaceAll("#000", INK),
  };
}

/** A character as an SVG document of its own; view is a key of VIEWS, flip mirrors it. */
export function peepSvg(look, { name, view = "bust", flip = false, precision = 0 } = {}) {
  const [x, y, width, height] = VIEWS[view];
  const groups = peepGroups(look, name);
  const shownBody = view === "bust" ? groups.body.replace(/<g stroke=.*?<\/g>/s, "") : groups.body;
  const drawing = (view === "head" ? "" : shownBody) + groups.head;
  const mirrored = flip ? `<g transform="translate(${2 * x + width} 0) scale(-1 1)">${drawing}</g>` : drawing;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" fill="none">${mirrored}</svg>`;
  return tidy(svg, precision);
}

/** The same picture in fewer bytes; the view box and the title stay. */
export function tidy(svg, precision) {
  return optimize(svg, {
    multipass: true,
    floatPrecision: precision,
    plugins: [{ name: "preset-default", params: { overrides: { mergePaths: false } } }],
  }).data;
}
