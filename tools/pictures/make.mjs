// Draws every character and scene to the SVG file that is committed. Usage: node make.mjs [WORD in the output path]
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { peepSvg } from "./peep.mjs";
import { sceneSvg } from "./scene.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const wanted = process.argv[2] ?? "";

function castOf(name) {
  return JSON.parse(readFileSync(join(here, "characters", `${name}.json`), "utf8"));
}

function write(path, draw) {
  if (!path.includes(wanted)) return;
  const svg = draw();
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), svg + "\n");
  console.log(`${String(svg.length).padStart(7)} bytes  ${path}`);
}

function drawCharacters(cast, folder) {
  for (const [name, { faces = {}, view, flip, only, ...look }] of Object.entries(cast)) {
    if (only === "scenes") continue;
    write(join(folder, `${name}.svg`), () => peepSvg(look, { name, view, flip }));
    for (const [mood, face] of Object.entries(faces)) {
      write(join(folder, `${name}-${mood}.svg`), () => peepSvg({ ...look, face }, { name, view, flip }));
    }
  }
}

function filesUnder(folder) {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

const library = castOf("library");
drawCharacters(library, "web/static/vendor/open-peeps");
const casts = { library };
for (const file of readdirSync(join(here, "characters"))) {
  const name = file.replace(/\.json$/, "");
  if (name === "library") continue;
  casts[name] = castOf(name);
  drawCharacters(casts[name], join("lessons", name));
}
const scenes = join(here, "scenes");
for (const file of filesUnder(scenes).filter((path) => path.endsWith(".svg"))) {
  const path = relative(scenes, file);
  write(path, () => {
    const source = readFileSync(file, "utf8");
    const cast = source.match(/<svg[^>]*\scast="([^"]*)"/)?.[1];
    if (cast && !casts[cast]) throw new Error(`${path}: there is no characters/${cast}.json`);
    return sceneSvg(source.replace(/\scast="[^"]*"/, ""), { ...library, ...casts[cast] }, path);
  });
}
