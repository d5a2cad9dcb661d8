import type { World } from "../../ingest/world.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../../zoning/zoning.ts";
import type { Fills } from "./fills.ts";
import { traceArea } from "./ground.ts";
import type { MapRequest } from "./map-request.ts";
import { mm, type Paper } from "./paper.ts";
import { mix, PAPER_COLOURS } from "./paper-colours.ts";

const c = PAPER_COLOURS;
const NOT_AGED = LEFT_OUT_REASONS.indexOf("not-aged");

/** What a compound is on the map: in a district, not included, or no part of the plan. */
export type CompoundRole = "in" | "out" | "context";

/** Role of compound `i`. */
export function roleOf({ assignment, reason }: Zoning, i: number): CompoundRole {
  if (assignment[i] >= 0) return "in";
  return reason[i] === NOT_AGED ? "context" : "out";
}

/** Path data of a compound's shape; empty where it cannot be seen. */
function traceCompound(paper: Paper, { shapes }: World, i: number): string {
  const { bounds, unitStart, polyStart, ringStart, xy } = shapes;
  const [minX, minY, maxX, maxY] = bounds.subarray(4 * i, 4 * i + 4);
  if (!paper.shows({ minX, minY, maxX, maxY })) return "";
  let path = "";
  for (let ring = polyStart[unitStart[i]]; ring < polyStart[unitStart[i + 1]]; ring++) {
    const flat = xy.subarray(2 * ringStart[ring], 2 * ringStart[ring + 1]);
    path += paper.trace(flat, { closed: true });
  }
  return path;
}

/** How the sheet shows its areas. */
export interface AreaLook {
  readonly colours: readonly number[];
  readonly fills: Fills;
  readonly stroke: number;
}

/** The ground of every district, its own stronger than the others where the map is about one. */
export function drawDistricts(paper: Paper, request: MapRequest, look: AreaLook): string {
  const { outlines, focus = null, sketch = false, alone = false } = request;
  if (alone) return "";
  const paths = outlines.features.flatMap(({ properties, geometry }) => {
    const district = Number(properties?.index);
    const path = traceArea(paper, geometry);
    if (path === "") return [];
    const colour = (look.colours[district] ?? 0) % c.districts.length;
    const fill = c.districts[colour];
    const ground = sketch ? look.fills.district(colour) : fill;
    const near = focus === null || focus === district;
    const line = near ? mix(fill, c.districtTone, 0.52) : mix(fill, c.districtTone, 0.3);
    const width = look.stroke * (focus === district ? 0.9 : near ? 0.5 : 0.3);
    return [
      `<path d="${path}" fill="${ground}" fill-opacity="${sketch ? 1 : near ? 0.5 : 0.2}" stroke="${line}" stroke-width="${mm(width)}"/>`,
    ];
  });
  return `<g fill-rule="evenodd" stroke-linejoin="round">\n${paths.join("\n")}\n</g>`;
}

function lookOf(role: CompoundRole, fill: string, { stroke, fills }: AreaLook): string {
  if (role === "context")
    return `fill="${c.context}" stroke="${c.contextLine}" stroke-width="${mm(0.15 * stroke)}"`;
  if (role === "out")
    return `fill="${fills.leftOut}" stroke="${c.leftOutLine}" stroke-width="${mm(0.3 * stroke)}" stroke-dasharray="1 0.7"`;
  return `fill="${fill}" stroke="${c.compoundLine}" stroke-width="${mm(0.15 * stroke)}"`;
}

/** What a compound that takes part is filled with. */
function fillOf(district: number, { alone, focus = null }: MapRequest, look: AreaLook): string {
  if (alone) return c.leftOut;
  const colour = (look.colours[district] ?? 0) % c.districts.length;
  if (focus === null || focus === district) return look.fills.district(colour);
  return mix(c.districts[colour], "#ffffff", 0.55);
}

/**
 * Every compound: in its district's colour and pattern, plain where it is on its own, hatched when not
 * included, grey when no part.
 */
export function drawCompounds(paper: Paper, request: MapRequest, look: AreaLook): string {
  const { world, zoning, focus = null } = request;
  const paths = world.compounds.flatMap(({ anchor, approximate }, i) => {
    const path = traceCompound(paper, world, i);
    if (path === "") return [];
    const district = zoning.assignment[i];
    const away = focus !== null && focus !== district;
    const fill = fillOf(district, request, look);
    const drawn = [`<path d="${path}" ${lookOf(roleOf(zoning, i), fill, look)}/>`];
    if (anchor && !away)
      drawn.push(
        `<path d="${path}" fill="none" stroke="${c.text}" stroke-width="${mm(0.55 * look.stroke)}"/>`,
      );
    if (approximate)
      drawn.push(
        `<path d="${path}" fill="none" stroke="${c.halo}" stroke-width="${mm(0.4 * look.stroke)}" stroke-dasharray="0.5 0.5"/>`,
      );
    return drawn;
  });
  return `<g fill-rule="evenodd" stroke-linejoin="round">\n${paths.join("\n")}\n</g>`;
}
