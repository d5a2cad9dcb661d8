import { type Bilingual, fillTemplate } from "../base/language.ts";
import type { World } from "../ingest/world.ts";

const SIDES = ["east", "south", "west", "north"] as const;
type Side = (typeof SIDES)[number];

/** What a district reaches to on each side; null: nothing with a name is near. */
export type Bounds = Readonly<Record<Side, Neighbour | null>>;

interface Neighbour {
  readonly name: string;
  /** a named road, railway or water, or else the next compound */
  readonly kind: "barrier" | "compound";
}

/** Farther away than this nothing bounds a district, m. */
const REACH_M = 350;
/** A boundary may lie so far inside the box of the members, as a share of its depth. */
const INSIDE_SHARE = 0.15;
/** What nobody crosses bounds a district sooner than a lane that is so much nearer, m. */
const HARD_M = 60;
/** Least part of the side that a line has to run along. */
const ALONG_SHARE = 0.3;

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

function boxOf({ shapes }: World, members: readonly number[]): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const i of members) {
    box.minX = Math.min(box.minX, shapes.bounds[4 * i]);
    box.minY = Math.min(box.minY, shapes.bounds[4 * i + 1]);
    box.maxX = Math.max(box.maxX, shapes.bounds[4 * i + 2]);
    box.maxY = Math.max(box.maxY, shapes.bounds[4 * i + 3]);
  }
  return box;
}

/** A side turned so that outward is up: depth grows outward from the side, along runs with it. */
interface Facing {
  readonly from: number;
  readonly to: number;
  /** depth of the box on this axis */
  readonly deep: number;
  along(x: number, y: number): number;
  depth(x: number, y: number): number;
}

function face({ minX, minY, maxX, maxY }: Box, side: Side): Facing {
  const [wide, high] = [maxX - minX, maxY - minY];
  switch (side) {
    case "east":
      return { from: minY, to: maxY, deep: wide, along: (_, y) => y, depth: (x) => x - maxX };
    case "west":
      return { from: minY, to: maxY, deep: wide, along: (_, y) => y, depth: (x) => minX - x };
    case "north":
      return { from: minX, to: maxX, deep: high, along: (x) => x, depth: (_, y) => y - maxY };
    case "south":
      return { from: minX, to: maxX, deep: high, along: (x) => x, depth: (_, y) => minY - y };
  }
}

/** How long a line runs along a side, and how far out on average. */
interface Run {
  readonly hard: boolean;
  along: number;
  depth: number;
}

/** The part of a segment that lies beside the side, added to the run. */
function addSegment(run: Run, { from, to, along, depth }: Facing, ends: readonly number[]): void {
  const [x1, y1, x2, y2] = ends;
  const [a, b] = [along(x1, y1), along(x2, y2)];
  const length = Math.abs(b - a);
  if (length === 0) return;
  const [low, high] = [Math.max(from, Math.min(a, b)), Math.min(to, Math.max(a, b))];
  if (high <= low) return;
  const middle = ((low + high) / 2 - a) / (b - a);
  const at = depth(x1, y1) + middle * (depth(x2, y2) - depth(x1, y1));
  run.along += high - low;
  run.depth += at * (high - low);
}

/** The nearest named line that runs along the side. */
function nearestLine({ barriers }: World, facing: Facing): string | null {
  const runs = new Map<string, Run>();
  for (const { name, paths, barrierClass } of barriers) {
    if (name === null) continue;
    const run = runs.get(name) ?? { hard: barrierClass === "hard", along: 0, depth: 0 };
    for (const path of paths)
      for (let k = 0; k + 3 < path.length; k += 2)
        addSegment(run, facing, [path[k], path[k + 1], path[k + 2], path[k + 3]]);
    runs.set(name, run);
  }
  const found = [...runs]
    .filter(([, { along }]) => along >= ALONG_SHARE * (facing.to - facing.from))
    .map(([name, { hard, along, depth }]) => ({ name, hard, depth: depth / along }))
    .filter(({ depth }) => depth <= REACH_M && depth >= -INSIDE_SHARE * facing.deep)
    .map(({ name, hard, depth }) => ({ name, rank: depth - (hard ? HARD_M : 0) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return found[0]?.name ?? null;
}

/** The nearest compound beyond the side that is no member. */
function nearestCompound(
  { compounds, shapes }: World,
  members: ReadonlySet<number>,
  { from, to, along, depth }: Facing,
): string | null {
  let best: { name: string; depth: number } | null = null;
  for (const [i, { name }] of compounds.entries()) {
    if (members.has(i)) continue;
    const [x, y] = [shapes.centroid[2 * i], shapes.centroid[2 * i + 1]];
    const [at, out] = [along(x, y), depth(x, y)];
    if (at < from || at > to || out <= 0 || out > REACH_M) continue;
    if (!best || out < best.depth) best = { name, depth: out };
  }
  return best?.name ?? null;
}

/**
 * 四至 of a district, drafted: the nearest named road, railway or water that runs along each side of
 * its members, else the next compound. A draft for the surveyor, as 四至 are confirmed on the spot.
 */
export function findBounds(world: World, members: readonly number[]): Bounds {
  const box = boxOf(world, members);
  const own = new Set(members);
  const of = (side: Side): Neighbour | null => {
    const facing = face(box, side);
    const line = nearestLine(world, facing);
    if (line !== null) return { name: line, kind: "barrier" };
    const compound = nearestCompound(world, own, facing);
    return compound === null ? null : { name: compound, kind: "compound" };
  };
  return { east: of("east"), south: of("south"), west: of("west"), north: of("north") };
}

const WORDS: Readonly<Record<Side, Bilingual>> = {
  east: { zh: "东至{name}", en: "east to {name}" },
  south: { zh: "南至{name}", en: "south to {name}" },
  west: { zh: "西至{name}", en: "west to {name}" },
  north: { zh: "北至{name}", en: "north to {name}" },
};
const UNKNOWN: Bilingual = { zh: "（待现场核定）", en: "(to be settled on the spot)" };

/** The four sides in one line. */
export function describeBounds(bounds: Bounds): Bilingual {
  const say = (language: "zh" | "en") =>
    SIDES.map((side) =>
      fillTemplate(WORDS[side][language], { name: bounds[side]?.name ?? UNKNOWN[language] }),
    );
  return { zh: say("zh").join("，"), en: say("en").join("; ") };
}
