import { fillTemplate } from "../../base/language.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { type AreaLook, roleOf } from "./areas.ts";
import { textWidth } from "./label-room.ts";
import type { MapRequest } from "./map-request.ts";
import { MAP_WORDS } from "./map-words.ts";
import { mm } from "./paper.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";
import type { Frame, Sheet } from "./sheet.ts";

const c = PAPER_COLOURS;
const SWATCH = { width: 8, height: 4 };
const ROW = 6;
const LIST_ROW = 3.6;
/** Districts listed in one column before there are two. */
const ONE_COLUMN = 30;

interface Row {
  readonly text: string;
  /** drawn in a box of {@link SWATCH} whose upper left corner is the origin */
  readonly sign: string;
}

function boxSign(look: string): string {
  return `<rect width="${SWATCH.width}" height="${SWATCH.height}" ${look}/>`;
}

function lineSign(...strokes: readonly string[]): string {
  return strokes.map((stroke) => `<path d="M0 2H${SWATCH.width}" fill="none" ${stroke}/>`).join("");
}

/** Signs of what is on the map, and of nothing else. */
function signRows(
  { world, zoning, barriers, language, sketch = false }: MapRequest,
  { fills }: AreaLook,
): Row[] {
  const w = MAP_WORDS[language];
  const roles = new Set(world.compounds.map((_, i) => roleOf(zoning, i)));
  const kinds = new Set(
    barriers === false
      ? []
      : world.barriers.map(({ kind, barrierClass }) =>
          kind === "water" || kind === "rail" ? kind : barrierClass === "hard" ? "hard" : "road",
        ),
  );
  const line = `stroke="${c.compoundLine}" stroke-width="0.15"`;
  const rows: readonly (Row & { readonly when: boolean })[] = [
    {
      when: roles.has("in"),
      text: w.district,
      sign: [0, 1, 2, 3]
        .map((k) => `<rect x="${2 * k}" width="2" height="4" fill="${fills.district(k)}" ${line}/>`)
        .join(""),
    },
    {
      when: !sketch && world.compounds.some(({ anchor }) => anchor),
      text: w.anchor,
      sign: boxSign(`fill="none" stroke="${c.text}" stroke-width="0.55"`),
    },
    {
      when: !sketch && world.compounds.some(({ approximate }) => approximate),
      text: w.approximate,
      sign:
        boxSign(`fill="${c.districts[0]}" stroke="${c.compoundLine}" stroke-width="0.25"`) +
        boxSign(`fill="none" stroke="${c.halo}" stroke-width="0.4" stroke-dasharray="0.5 0.5"`),
    },
    {
      when: !sketch && roles.has("out"),
      text: w.leftOut,
      sign: boxSign(
        `fill="${fills.leftOut}" stroke="${c.leftOutLine}" stroke-width="0.3" stroke-dasharray="1 0.7"`,
      ),
    },
    {
      when: !sketch && roles.has("context"),
      text: w.context,
      sign: boxSign(`fill="${c.context}" stroke="${c.contextLine}" stroke-width="0.15"`),
    },
    {
      when: world.communities.length > 0,
      text: w.community,
      sign: lineSign(
        `stroke="${c.community}" stroke-width="0.45" stroke-dasharray="2.4 1.2 0.6 1.2"`,
      ),
    },
    {
      when: kinds.has("water"),
      text: w.water,
      sign: boxSign(`fill="${c.water}" stroke="${c.waterLine}" stroke-width="0.2"`),
    },
    {
      when: kinds.has("hard"),
      text: w.hardRoad,
      sign: lineSign(
        `stroke="${c.roadCasing}" stroke-width="1.8"`,
        `stroke="${c.roadHard}" stroke-width="1.5"`,
      ),
    },
    {
      when: kinds.has("road"),
      text: w.road,
      sign: lineSign(
        `stroke="${c.roadCasing}" stroke-width="1.1"`,
        `stroke="${c.road}" stroke-width="0.8"`,
      ),
    },
    {
      when: kinds.has("rail"),
      text: w.rail,
      sign: lineSign(
        `stroke="${c.rail}" stroke-width="0.9"`,
        `stroke="${c.halo}" stroke-width="0.55" stroke-dasharray="2 2"`,
      ),
    },
  ];
  return rows.filter(({ when }) => when);
}

/** Cuts a text to what fits into `width` mm at `size`. */
function cutTo(text: string, width: number, size: number): string {
  if (textWidth(text) * size <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`) * size > width)
    characters.pop();
  return `${characters.join("")}…`;
}

function drawList(request: MapRequest, look: AreaLook, frame: Frame, size: number): string[] {
  const { zoning, world, language } = request;
  const w = MAP_WORDS[language];
  const households = zoning.districts.map(() => 0);
  const used = zoning.districts.map(() => false);
  zoning.assignment.forEach((d, i) => {
    if (d < 0) return;
    households[d] += world.compounds[i].households;
    used[d] = true;
  });
  const listed = zoning.districts.map((_, d) => d).filter((d) => used[d]);
  const columns = listed.length > ONE_COLUMN ? 2 : 1;
  const rows = Math.floor((frame.height - LIST_ROW) / LIST_ROW);
  const width = frame.width / columns;
  const shown = listed.slice(0, rows * columns);
  const perColumn = columns === 1 ? rows : Math.min(rows, Math.ceil(shown.length / columns));
  const entries = shown.map((d, k) => {
    const { id, name } = zoning.districts[d];
    const words = id === name ? id : `${id} ${name}`;
    const count = fillTemplate(w.households, { households: households[d] });
    const text = columns === 1 ? `${words}${w.comma}${count}` : words;
    const x = frame.x + Math.floor(k / perColumn) * width;
    const y = frame.y + (k % perColumn) * LIST_ROW;
    return (
      `<rect x="${mm(x)}" y="${mm(y)}" width="4" height="2.6" fill="${look.fills.district(look.colours[d])}" stroke="${c.compoundLine}" stroke-width="0.15"/>` +
      `<text x="${mm(x + 5)}" y="${mm(y + 2.1)}">${escapeXml(cutTo(text, width - 6, size))}</text>`
    );
  });
  const more = listed.length - shown.length;
  if (more > 0)
    entries.push(
      `<text x="${mm(frame.x)}" y="${mm(frame.y + rows * LIST_ROW + 2.1)}">${escapeXml(fillTemplate(w.more, { count: more }))}</text>`,
    );
  return entries;
}

/** The legend: signs of what is on the map, then the districts with their colours. */
export function drawLegend(
  request: MapRequest,
  look: AreaLook,
  { legend, text }: Pick<Sheet, "text"> & { readonly legend: Frame },
): string {
  const w = MAP_WORDS[request.language];
  const heading = 1.35 * text;
  const inner = { x: legend.x + 4, width: legend.width - 6 };
  const signs = signRows(request, look).map(({ sign, text: words }, k) => {
    const y = legend.y + 10 + k * ROW;
    return (
      `<g transform="translate(${mm(inner.x)} ${mm(y)})">${sign}</g>` +
      `<text x="${mm(inner.x + SWATCH.width + 2)}" y="${mm(y + 3)}">${escapeXml(words)}</text>`
    );
  });
  const top = legend.y + 10 + signs.length * ROW + 4;
  const frame = { ...inner, y: top + 5, height: legend.y + legend.height - top - 8 };
  const size = 0.85 * text;
  return [
    `<rect x="${mm(legend.x)}" y="${mm(legend.y)}" width="${mm(legend.width)}" height="${mm(legend.height)}" fill="#ffffff" stroke="${c.text}" stroke-width="0.3"/>`,
    `<g fill="${c.text}" font-size="${mm(text)}">`,
    `<text x="${mm(inner.x)}" y="${mm(legend.y + 6.5)}" font-size="${mm(heading)}" font-weight="700">${escapeXml(w.legend)}</text>`,
    ...signs,
    `<text x="${mm(inner.x)}" y="${mm(top + 2)}" font-size="${mm(heading)}" font-weight="700">${escapeXml(w.list)}</text>`,
    `<g font-size="${mm(size)}">`,
    ...drawList(request, look, frame, size),
    "</g>",
    "</g>",
  ].join("\n");
}
