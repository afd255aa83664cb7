// One character as SVG text: the Open Peeps drawing in the house's ink, on nothing.
import { createAvatar } from "@dicebear/core";
import * as openPeeps from "@dicebear/open-peeps";
import { optimize } from "svgo";

export const INK = "#1f2a5a";

/** What each view shows of the drawing, in its own units: x, y, width, height. */
export const VIEWS = {
  bust: [-8, -24, 720, 720],
  half: [-70, 0, 840, 1060],
  head: [110, 20, 500, 580],
};

/** A child has a smaller body under the same head, hung up at the neck. */
const CHILD_BODY = "translate(385 545) scale(.8) translate(-385 -560)";

const KNOWN = new Set(["head", "face", "skin", "shirt", "contrast", "hair", "glasses", "beard", "child"]);
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

/** The inner groups of a character: body, head, face and the rest, without frame or metadata. */
export function peepGroups(look, name = "character") {
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
  const hair = look.hair ?? INK;
  const drawnBody = body.replaceAll("#000", INK);
  return {
    body: look.child ? `<g transform="${CHILD_BODY}">${drawnBody}</g>` : drawnBody,
    head: rest.slice(0, headEnd).replaceAll("#000", hair) + rest.slice(headEnd).replaceAll("#000", INK),
  };
}

/** A character as an SVG document of its own; view is a key of VIEWS, flip mirrors it. */
export function peepSvg(look, { name, view = "bust", flip = false, precision = 0 } = {}) {
  const [x, y, width, height] = VIEWS[view];
  const groups = peepGroups(look, name);
  const drawing = (view === "head" ? "" : groups.body) + groups.head;
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
