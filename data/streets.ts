import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import type { LocalStreet } from "./blocks.ts";
import type { CityPlan } from "./city-plan.ts";
import type { Community } from "./communities.ts";
import { chance } from "./draws.ts";
import { LINE_ROLES, type LineRole, type StreetClass } from "./grid-lines.ts";
import { nameSideStreet, nameStreet, numeral } from "./place-names.ts";
import { distanceM, type Point, pathLengthM } from "./ring.ts";
import { roleOfU, roleOfV, sampleLine, type UnitMap } from "./units.ts";

/** A street of the demo city, or a piece of one where it is interrupted. */
export interface Street {
  readonly name: string;
  readonly streetClass: StreetClass;
  readonly widthM: number;
  readonly line: readonly Point[];
  /** units it runs along or through */
  readonly units: readonly number[];
}

/** Where an east–west street crosses the river, by index of its line. */
export type Bridges = ReadonlySet<number>;

/** Shorter lanes are drawn but have no name of their own, metres. */
const SHORTEST_NAMED_M = 30;

/** Bridges on every arterial and on some secondary streets, wherever both banks are built up. */
export function placeBridges(
  seed: number,
  plan: CityPlan,
  { map, city }: { map: UnitMap; city: ReadonlySet<number> },
): Bridges {
  const rng = createRng(deriveSeed(seed, 5));
  const bridges = new Set<number>();
  plan.vLines.forEach((line, j) => {
    const wanted = chance(rng, line.east === "primary" ? 1 : 0.35);
    const [west, east] = [plan.riverStrip - 1, plan.riverStrip + 1].map((i) =>
      [j - 1, j].some((row) => city.has(map.at(i, row))),
    );
    if (wanted && west && east && line.east !== "railway" && line.west !== "canal") bridges.add(j);
  });
  return bridges;
}

interface Setting {
  readonly map: UnitMap;
  readonly city: ReadonlySet<number>;
  readonly bridges: Bridges;
  readonly used: Set<string>;
}

interface Piece {
  readonly from: Point;
  readonly to: Point;
  readonly sides: readonly [number, number];
  readonly role: LineRole;
  readonly bridge: boolean;
}

/** Streets of the grid inside or at the edge of the city, named line by line. */
export function drawGridStreets(seed: number, plan: CityPlan, setting: Setting): Street[] {
  const rng = createRng(deriveSeed(seed, 6));
  const streets: Street[] = [];
  const lines = [...listNorthSouth(plan, setting), ...listEastWest(plan, setting)];
  for (const pieces of lines) {
    const wide = pieces.some((piece) => piece.role === "primary");
    const name = nameStreet(rng, setting.used, wide);
    for (const run of joinPieces(pieces, setting.city)) {
      const role = LINE_ROLES[run[0]!.role];
      if (!role.streetClass) continue;
      streets.push({
        name,
        streetClass: role.streetClass,
        widthM: role.widthM,
        line: run.flatMap((p, k) => sampleLine(plan, p.from, p.to).slice(k === 0 ? 0 : 1)),
        units: [...new Set(run.flatMap((p) => p.sides))].filter((unit) => unit >= 0),
      });
    }
  }
  return streets;
}

function listNorthSouth(plan: CityPlan, { map }: Setting): Piece[][] {
  return plan.uLines.map((line, i) =>
    plan.vLines.slice(1).map((next, j): Piece => {
      const sides: [number, number] = [map.at(i - 1, j), map.at(i, j)];
      const [from, to]: [Point, Point] = [
        [line.at, plan.vLines[j]!.at],
        [line.at, next.at],
      ];
      return { from, to, sides, role: roleOfU(line), bridge: false };
    }),
  );
}

function listEastWest(plan: CityPlan, { map, bridges }: Setting): Piece[][] {
  return plan.vLines.map((line, j) =>
    plan.uLines.slice(1).map((next, i): Piece => {
      const sides: [number, number] = [map.at(i, j - 1), map.at(i, j)];
      const [from, to]: [Point, Point] = [
        [plan.uLines[i]!.at, line.at],
        [next.at, line.at],
      ];
      const bridge = i === plan.riverStrip && bridges.has(j);
      return { from, to, sides, role: roleOfV(plan, line, i), bridge };
    }),
  );
}

/** Runs of pieces without interruption and of one role. */
function joinPieces(pieces: readonly Piece[], city: ReadonlySet<number>): Piece[][] {
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  for (const piece of pieces) {
    const [a, b] = piece.sides;
    const present = piece.bridge || (a !== b && (city.has(a) || city.has(b)));
    if (run.length > 0 && (!present || run[0]!.role !== piece.role)) {
      runs.push(run);
      run = [];
    }
    if (present) run.push(piece);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Streets and lanes inside units; lanes take the name of their 社区 and a number. */
export function drawSideStreets(
  seed: number,
  locals: readonly LocalStreet[],
  { communityOf, used }: { communityOf: ReadonlyMap<number, Community>; used: Set<string> },
): Street[] {
  const rng = createRng(deriveSeed(seed, 7));
  const lanes = new Map<Community, number>();
  return locals.flatMap((local): Street[] => {
    const community = communityOf.get(local.unit);
    if (!community || local.line.length < 2) return [];
    const { streetClass, line } = local;
    const street = { streetClass, line, widthM: Math.round(local.widthM * 10) / 10 };
    const units = [local.unit];
    if (streetClass !== "巷道") return [{ ...street, units, name: nameSideStreet(rng, used) }];
    if (pathLengthM(line) < SHORTEST_NAMED_M) return [{ ...street, units, name: "" }];
    const number = (lanes.get(community) ?? 0) + 1;
    lanes.set(community, number);
    return [{ ...street, units, name: `${community.baseName}${numeral(number)}巷` }];
  });
}

/** Distance from a point to a street's middle line, metres. */
export function distanceToStreetM(point: Point, street: Street): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < street.line.length; i++) {
    const [a, b] = [street.line[i - 1]!, street.line[i]!];
    const length = distanceM(a, b) || 1;
    const along =
      ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length ** 2;
    const share = Math.min(1, Math.max(0, along));
    const foot: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
    best = Math.min(best, distanceM(point, foot));
  }
  return best;
}
