import { escapeXml } from "../formats/xml-text.ts";
import { roleOf } from "./areas.ts";
import { LabelRoom, textWidth } from "./label-room.ts";
import type { MapRequest } from "./map-request.ts";
import { boxAround, mm, type Paper } from "./paper.ts";
import { PAPER_COLOURS } from "./paper-colours.ts";
import { placeRoadNames } from "./road-names.ts";
import type { Box, Sheet } from "./sheet.ts";

const c = PAPER_COLOURS;
/** Longest names on the map, characters; the legend and the tables have them in full. */
const LONGEST = 18;

/** A point on the sheet, mm. */
interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A word on the map. */
interface Label extends Spot {
  readonly text: string;
  readonly size: number;
  readonly colour: string;
  readonly strong?: boolean;
  /** where it belongs when it had to stand aside */
  readonly from?: Spot;
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("")}…`;
}

function boxOf({ x, y }: Spot, text: string, size: number): Box {
  const half = (textWidth(text) * size) / 2 + 0.3;
  return { minX: x - half, maxX: x + half, minY: y - 0.55 * size, maxY: y + 0.55 * size };
}

/** Aside of a spot: above, below, right and left, farther with every round. */
function* around(spot: Spot, size: number): Generator<Spot> {
  for (let round = 1; round <= 5; round++) {
    const step = 1.25 * size * round;
    for (const [dx, dy] of [
      [0, -1],
      [0, 1],
      [1.6, 0],
      [-1.6, 0],
      [1.2, -1],
      [-1.2, -1],
      [1.2, 1],
      [-1.2, 1],
    ])
      yield { x: spot.x + dx * step, y: spot.y + dy * step };
  }
}

/** Where the middles of a district's compounds are, its own middle first, then by nearness to it. */
function spotsOf(paper: Paper, { world }: MapRequest, members: readonly number[]): Spot[] {
  const { centroid, areaM2 } = world.shapes;
  let [x, y, weight] = [0, 0, 0];
  for (const i of members) {
    const area = Math.max(1, areaM2[i]);
    x += centroid[2 * i] * area;
    y += centroid[2 * i + 1] * area;
    weight += area;
  }
  const middle: Spot = { x: paper.left(x / weight), y: paper.top(y / weight) };
  const away = ({ x, y }: Spot) => (x - middle.x) ** 2 + (y - middle.y) ** 2;
  const own = members
    .map((i): Spot => ({ x: paper.left(centroid[2 * i]), y: paper.top(centroid[2 * i + 1]) }))
    .sort((a, b) => away(a) - away(b));
  return [middle, ...own.slice(0, 6)];
}

/** A district's label: its name where it fits, else its id, aside with a line to it if it must be. */
function placeDistrict(
  room: LabelRoom,
  spots: readonly Spot[],
  { name, id, size }: { readonly name: string; readonly id: string; readonly size: number },
): Omit<Label, "colour"> | null {
  for (const text of [shorten(name), id])
    for (const spot of spots)
      if (room.take(boxOf(spot, text, size))) return { ...spot, text, size, strong: true };
  const [from] = spots;
  for (const spot of around(from, size))
    if (room.take(boxOf(spot, id, size))) return { ...spot, text: id, size, strong: true, from };
  return null;
}

function districtLabels(
  paper: Paper,
  request: MapRequest,
  { room, text }: { readonly room: LabelRoom; readonly text: number },
): Label[] {
  const { zoning, focus = null } = request;
  const members: number[][] = zoning.districts.map(() => []);
  zoning.assignment.forEach((d, i) => {
    if (d >= 0) members[d].push(i);
  });
  const order = members
    .map((_, d) => d)
    .filter((d) => members[d].length > 0)
    .sort(
      (a, b) =>
        Number(b === focus) - Number(a === focus) || members[b].length - members[a].length || a - b,
    );
  return order.flatMap((d) => {
    const spots = spotsOf(paper, request, members[d]).filter(({ x, y }) => isOn(paper, x, y));
    if (spots.length === 0) return [];
    const away = focus !== null && focus !== d;
    const size = away ? 0.9 * text : focus === d ? 1.3 * text : text;
    const placed = placeDistrict(room, spots, { ...zoning.districts[d], size });
    return placed === null ? [] : [{ ...placed, colour: away ? c.textSoft : c.text }];
  });
}

function isOn({ frame }: Paper, x: number, y: number): boolean {
  return x >= frame.x && y >= frame.y && x <= frame.x + frame.width && y <= frame.y + frame.height;
}

/** Names of compounds, in up to two lines, where they fit beside everything said already. */
function compoundLabels(
  paper: Paper,
  { world, zoning, focus = null }: MapRequest,
  { room, text }: { readonly room: LabelRoom; readonly text: number },
): Label[] {
  const { bounds, centroid } = world.shapes;
  return world.compounds.flatMap(({ name }, i) => {
    const [minX, , maxX] = bounds.subarray(4 * i, 4 * i + 4);
    const spot = { x: paper.left(centroid[2 * i]), y: paper.top(centroid[2 * i + 1]) };
    if (!isOn(paper, spot.x, spot.y) || roleOf(zoning, i) === "context") return [];
    const own = focus !== null && focus === zoning.assignment[i];
    const short = shorten(name);
    const wide = textWidth(short) * text > (own ? 2.2 : 1.25) * paper.length(maxX - minX);
    if (wide) return [];
    const free = [
      spot,
      { x: spot.x, y: spot.y + 1.1 * text },
      { x: spot.x, y: spot.y - 1.1 * text },
    ];
    const found = free.find((at) => room.take(boxOf(at, short, text)));
    return found ? [{ ...found, text: short, size: text, colour: c.text }] : [];
  });
}

function communityLabels(
  paper: Paper,
  request: MapRequest,
  room: LabelRoom,
  size: number,
): Label[] {
  return request.world.communities.flatMap(({ name, geometry }) => {
    const rings =
      geometry.type === "Polygon"
        ? [geometry.coordinates[0]]
        : geometry.coordinates.map((p) => p[0]);
    const { minX, minY, maxX, maxY } = boxAround(rings.flatMap((r) => [...paper.flatten(r)]));
    const spot = { x: paper.left((minX + maxX) / 2), y: paper.top((minY + maxY) / 2) };
    const text = shorten(name);
    const found = [spot, ...around(spot, size)]
      .slice(0, 17)
      .find((at) => room.take(boxOf(at, text, size)));
    return found ? [{ ...found, text, size, colour: c.community }] : [];
  });
}

function drawLabel({ x, y, text, size, strong }: Label): string {
  const weight = strong ? ' font-weight="700"' : "";
  return `<text x="${mm(x)}" y="${mm(y + 0.36 * size)}" font-size="${mm(size)}"${weight}>${escapeXml(text)}</text>`;
}

/** Labels with a white rim beneath them, drawn twice because not every program knows `paint-order`. */
function drawLabels(labels: readonly Label[]): string {
  const rim = labels.map(drawLabel).join("");
  const colours = [...new Set(labels.map(({ colour }) => colour))];
  const inks = colours.map(
    (colour) =>
      `<g fill="${colour}">${labels
        .filter((label) => label.colour === colour)
        .map(drawLabel)
        .join("\n")}</g>`,
  );
  const lines = labels.flatMap(({ x, y, from }) =>
    from ? [`M${mm(from.x)} ${mm(from.y)}L${mm(x)} ${mm(y)}`] : [],
  );
  const leaders =
    lines.length === 0
      ? ""
      : `<path d="${lines.join("")}" stroke="${c.text}" stroke-width="0.15"/>\n`;
  return `${leaders}<g text-anchor="middle"><g fill="none" stroke="${c.halo}" stroke-width="0.7" stroke-linejoin="round">${rim}</g>\n${inks.join("\n")}</g>`;
}

/**
 * Every word on the map: districts first, then communities, streets and compounds where there is room. A
 * district too crowded for a word at five steps around it has none; it stands in the legend.
 * @param reserved ground of what stands on the map besides, mm
 */
export function drawWords(
  paper: Paper,
  request: MapRequest,
  { sheet, reserved }: { readonly sheet: Sheet; readonly reserved: readonly Box[] },
): string {
  const room = new LabelRoom(paper.frame);
  for (const box of reserved) room.claim(box);
  const small = 0.72 * sheet.text;
  const focused = (request.focus ?? null) !== null;
  const districts = request.alone ? [] : districtLabels(paper, request, { room, text: sheet.text });
  const own = focused ? compoundLabels(paper, request, { room, text: 0.85 * sheet.text }) : [];
  const communities = focused ? [] : communityLabels(paper, request, room, 1.15 * sheet.text);
  const streets =
    request.barriers === false ? "" : placeRoadNames(paper, request.world, { room, size: small });
  const compounds =
    focused || request.sketch ? [] : compoundLabels(paper, request, { room, text: small });
  return [streets, drawLabels([...compounds, ...own, ...communities, ...districts])].join("\n");
}
