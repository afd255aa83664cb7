// Where hair ends and the line round a face begins: Open Peeps draws the two as one shape, so that the jaw took the hair's colour.
import paper from "paper/dist/paper-core.js";

/**
 * Per head, as paths in its own units. `ink`: hair's shape is a line of the face here. `drop`: that line is left out here,
 * for it is thick enough to be taken for a beard, and `line` is drawn in its place.
 */
const OUTLINES = {
  short5: {
    ink: "M0 297H62L104 300 114 328H160V398H0Z",
    drop: "M340 188H620V620H190V430H340ZM110 384H200V480H40V394L84 390 100 392Z",
    line: "M397 190C403 240 405 300 405 350C405 365 413 393 411 408C402 461 363 505 287 505C255 505 228 497 208 482M110 390C126 412 142 434 158 454",
  },
  short4: {
    drop: "M385 178H620V620H220V425H385Z",
    line: "M403 172C407 218 413 281 417 325C419 345 420 366 417 386C415 407 407 425 395 442C371 474 343 509 301 513C280 514 259 507 245 496",
  },
  short3: {
    ink: "M68 316H122V350H68Z",
    drop: "M380 205H424V385H620V620H200V440H380ZM112 372H200V470H130L124 408Z",
    line: "M391 183C394 205 399 230 404 255C411 290 416 310 418 338C426 399 390 461 333 486C300 499 258 497 226 484M114 378C128 402 144 420 160 438",
  },
  pomp: { ink: "M376 174H620V620H205V430H376ZM0 306H62L92 316H130V620H0ZM130 316H190V500H130Z" },
  short1: { ink: "M376 152H620V620H205V430H376ZM0 306H62L92 316H130V620H0ZM130 316H190V500H130Z" },
  short2: { ink: "M376 152H620V620H205V430H376ZM0 306H62L92 316H130V620H0ZM130 316H190V500H130Z" },
  long: { ink: "M200 450H300L330 505 300 520H200ZM88 318H125V355H88Z" },
  longCurly: { ink: "M205 460H300L330 498 318 506 205 520Z" },
  bangs2: { ink: "M205 455H378V520H205Z" },
  hatBeanie: { ink: "M380 160H620V620H112V400H230L300 460 380 430ZM82 335H145V375H82Z" },
  bun2: { ink: "M370 224H620V270H409V305H620V620H200V430H370ZM108 384H200V460H140L116 418ZM72 310H120V348H72Z" },
  bun: { ink: "M388 224H620V620H130V432H388ZM40 315H118V430H40Z" },
  medium1: { ink: "M385 318H620V620H200V430H385ZM132 418H200V455H140Z" },
  medium3: { ink: "M380 212H620V440L400 462 370 488 320 499 305 502H200V430H380ZM78 318H122V350H78Z" },
  afro: {
    ink: "M75 320H112V348H75Z",
    drop: "M200 430H384L402 446 425 462V620H200ZM134 445H180V510H140Z",
    line: "M401 440C380 478 340 503 299 503C272 503 246 496 228 486M128 424C142 440 152 456 158 476",
  },
};

/** How wide the house draws a line of the face, in units of Open Peeps. */
const LINE = 16;

paper.setup([1, 1]);

function shape(d) {
  return new paper.CompoundPath({ pathData: d, fillRule: "evenodd", insert: false });
}

/** The part of a shape inside a region ("intersect") or outside it ("subtract"). */
function cut(d, how, region) {
  return shape(d)[how](shape(region), { insert: false }).pathData;
}

/** A head's drawing with its black shapes in the colour of the hair and the lines of the face in ink. */
export function headInColours(drawing, head, hair, ink) {
  const { drop, line, ink: face } = OUTLINES[head] ?? {};
  const split = face && hair !== ink;
  if (!drop && !split) return drawing.replaceAll("#000", hair);
  const filled = (d, colour) => `<path fill-rule="evenodd" d="${d}" fill="${colour}"/>`;
  const stroke = `fill="none" stroke="${ink}" stroke-width="${LINE}" stroke-linecap="round" stroke-linejoin="round"`;
  return drawing.replaceAll(/<path (?:fill-rule="evenodd" clip-rule="evenodd" )?d="([^"]*)"(?: fill="#000")?\/>/g, (_, d) => {
    const kept = drop ? cut(d, "subtract", drop) : d;
    const lines = (split ? filled(cut(kept, "intersect", face), ink) : "") + (line ? `<path d="${line}" ${stroke}/>` : "");
    return lines + filled(split ? cut(kept, "subtract", face) : kept, hair);
  });
}
