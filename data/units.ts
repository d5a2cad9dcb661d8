import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import type { CityPlan } from "./city-plan.ts";
import { strip, subtractRings } from "./clipping.ts";
import { chance } from "./draws.ts";
import { type GridLine, LINE_ROLES, type LineRole } from "./grid-lines.ts";
import { areaM2, centroid, type Point, type Ring } from "./ring.ts";

/** A cell of the grid of arterial and secondary streets: the smallest piece of a 社区. */
export interface Unit {
  readonly index: number;
  /** streets' middle to streets' middle */
  readonly ring: Ring;
  /** what the surrounding streets, railway and water leave */
  readonly land: readonly Ring[];
  readonly centre: Point;
  readonly remoteness: number;
  /** first column and row of the grid it covers */
  readonly column: number;
  readonly row: number;
  /** units with the same key have no arterial, railway, canal or river between them */
  readonly superblock: string;
}

/** Which unit owns each cell of the grid; −1 is the river. */
export interface UnitMap {
  readonly units: readonly Unit[];
  at(i: number, j: number): number;
  /** units that share an edge, each pair once, lower index first; none across the river */
  readonly borders: readonly (readonly [number, number])[];
}

const SAMPLE_M = 45;

/** Points of a grid edge from one node to another along a line, both ends included. */
export function sampleLine(plan: CityPlan, from: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / SAMPLE_M));
  return Array.from({ length: steps + 1 }, (_, k) => {
    const share = k / steps;
    return plan.grid.place(
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
    );
  });
}

/** What a north–south line carries; the same along its whole length. */
export function roleOfU(line: GridLine): LineRole {
  return line.east;
}

/** What an east–west line carries beside column `i`. */
export function roleOfV(plan: CityPlan, line: GridLine, i: number): LineRole {
  return i < plan.riverStrip ? line.west : line.east;
}

interface Span {
  readonly first: number;
  /** index of the line that ends it */
  readonly end: number;
}

function spansBetween(count: number, isCut: (line: number) => boolean): Span[] {
  const spans: Span[] = [];
  let first = 0;
  for (let line = 1; line < count; line++) {
    if (line < count - 1 && !isCut(line)) continue;
    spans.push({ first, end: line });
    first = line;
  }
  return spans;
}

/** Cuts the grid into units; away from the old town some secondary streets are missing. */
export function buildUnits(seed: number, plan: CityPlan): UnitMap {
  const units: Unit[] = [];
  const owner = new Map<string, number>();
  const isHardU = (i: number) =>
    LINE_ROLES[roleOfU(plan.uLines[i]!)].severs ||
    i === plan.riverStrip ||
    i === plan.riverStrip + 1;
  for (const columns of spansBetween(plan.uLines.length, isHardU)) {
    if (columns.first === plan.riverStrip) continue;
    const isHardV = (j: number) => LINE_ROLES[roleOfV(plan, plan.vLines[j]!, columns.first)].severs;
    for (const rows of spansBetween(plan.vLines.length, isHardV)) {
      cutSuperblock(seed, plan, { columns, rows, units, owner });
    }
  }
  const at = (i: number, j: number) => owner.get(`${i},${j}`) ?? -1;
  return { units, at, borders: findBorders(plan, at) };
}

function findBorders(plan: CityPlan, at: UnitMap["at"]): [number, number][] {
  const seen = new Map<string, [number, number]>();
  const meet = (a: number, b: number) => {
    if (a >= 0 && b >= 0 && a !== b) seen.set(`${a},${b}`, [Math.min(a, b), Math.max(a, b)]);
  };
  for (let i = 0; i < plan.uLines.length - 1; i++) {
    for (let j = 0; j < plan.vLines.length - 1; j++) {
      meet(at(i, j), at(i + 1, j));
      meet(at(i, j), at(i, j + 1));
    }
  }
  return [...seen.values()];
}

interface Superblock {
  readonly columns: Span;
  readonly rows: Span;
  readonly units: Unit[];
  readonly owner: Map<string, number>;
}

function cutSuperblock(seed: number, plan: CityPlan, { columns, rows, units, owner }: Superblock) {
  const superblock = `${columns.first},${rows.first}`;
  const rng = createRng(deriveSeed(seed, 10_000 + columns.first * 512 + rows.first));
  const middle = centroid(ringOf(plan, columns, rows));
  const missing = plan.remoteness(middle) < 0.5 ? 0 : 0.3;
  const keptU = plan.uLines.map(() => !chance(rng, missing));
  const keptV = plan.vLines.map(() => !chance(rng, missing));
  for (const c of subSpans(columns, keptU)) {
    for (const r of subSpans(rows, keptV)) {
      const index = units.length;
      units.push(buildUnit(plan, { index, columns: c, rows: r, superblock }));
      for (let i = c.first; i < c.end; i++) {
        for (let j = r.first; j < r.end; j++) owner.set(`${i},${j}`, index);
      }
    }
  }
}

function subSpans({ first, end }: Span, kept: readonly boolean[]): Span[] {
  return spansBetween(end - first + 1, (line) => kept[first + line] as boolean).map((span) => ({
    first: first + span.first,
    end: first + span.end,
  }));
}

type Side = { readonly line: Point[]; readonly role: LineRole };

function sidesOf(plan: CityPlan, columns: Span, rows: Span): Side[] {
  const [u0, u1] = [plan.uLines[columns.first]!, plan.uLines[columns.end]!];
  const [v0, v1] = [plan.vLines[rows.first]!, plan.vLines[rows.end]!];
  const along = (nodes: Point[]) =>
    nodes.slice(1).flatMap((to, k) => sampleLine(plan, nodes[k]!, to).slice(k === 0 ? 0 : 1));
  const us = plan.uLines.slice(columns.first, columns.end + 1).map((line) => line.at);
  const vs = plan.vLines.slice(rows.first, rows.end + 1).map((line) => line.at);
  return [
    { line: along(us.map((u) => [u, v0.at])), role: roleOfV(plan, v0, columns.first) },
    { line: along(vs.map((v) => [u1.at, v])), role: roleOfU(u1) },
    { line: along(us.map((u) => [u, v1.at])).reverse(), role: roleOfV(plan, v1, columns.first) },
    { line: along(vs.map((v) => [u0.at, v])).reverse(), role: roleOfU(u0) },
  ];
}

function ringOf(plan: CityPlan, columns: Span, rows: Span): Ring {
  return sidesOf(plan, columns, rows).flatMap((side) => side.line.slice(0, -1));
}

function buildUnit(
  plan: CityPlan,
  part: { index: number; columns: Span; rows: Span; superblock: string },
): Unit {
  const sides = sidesOf(plan, part.columns, part.rows);
  const ring = sides.flatMap((side) => side.line.slice(0, -1));
  const streets = sides.flatMap((side) => strip(side.line, LINE_ROLES[side.role].widthM / 2));
  const centre = centroid(ring);
  return {
    index: part.index,
    column: part.columns.first,
    row: part.rows.first,
    ring,
    land: subtractRings([ring], streets).filter((piece) => areaM2(piece) > 400),
    centre,
    remoteness: plan.remoteness(centre),
    superblock: part.superblock,
  };
}
