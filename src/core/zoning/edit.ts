import { type District, LEFT_OUT_REASONS, type Zoning } from "./zoning.ts";

/** One compound changing district; `from`/`to` −1 = in none. */
export interface Move {
  readonly compound: number;
  readonly from: number;
  readonly to: number;
  readonly reasonFrom: number;
  readonly reasonTo: number;
}

/** An edit as data: what changed, both ways. Empty districts stay, so positions are stable. */
export interface ZoningDiff {
  readonly moves: readonly Move[];
  readonly districtsBefore: readonly District[];
  readonly districtsAfter: readonly District[];
}

const BY_HAND = LEFT_OUT_REASONS.indexOf("by-hand");

/** Id for the next district: one above the highest number in use. */
function nextDistrictId(districts: readonly District[]): string {
  const highest = districts.reduce(
    (max, d) => Math.max(max, Number(/\d+$/.exec(d.id)?.[0] ?? 0)),
    0,
  );
  return `P${String(highest + 1).padStart(3, "0")}`;
}

/**
 * Moves compounds to district position `to`, to a new district, or out of all ("none").
 * Compounds that are already there are not part of the diff.
 * @throws if a compound or `to` is out of range
 */
export function moveCompounds(
  zoning: Zoning,
  compounds: readonly number[],
  to: number | "new" | "none",
): ZoningDiff {
  if (typeof to === "number" && !zoning.districts[to]) {
    throw new Error(`no district at position ${to} of ${zoning.districts.length}`);
  }
  const id = nextDistrictId(zoning.districts);
  const districtsAfter = to === "new" ? [...zoning.districts, { id, name: id }] : zoning.districts;
  const target = to === "new" ? zoning.districts.length : to === "none" ? -1 : to;
  const reasonTo = target < 0 ? BY_HAND : 0;
  const moves = [...new Set(compounds)]
    .sort((a, b) => a - b)
    .map((compound): Move => {
      const from = zoning.assignment[compound];
      if (from === undefined) {
        throw new Error(`no compound ${compound} among ${zoning.assignment.length}`);
      }
      return {
        compound,
        from,
        to: target,
        reasonFrom: zoning.reason[compound],
        reasonTo,
      };
    })
    .filter((move) => move.from !== move.to);
  return { moves, districtsBefore: zoning.districts, districtsAfter };
}

/**
 * Joins districts into the first of `positions`, which keeps its id and name.
 * @throws if fewer than two different positions are given, or one is out of range
 */
export function mergeDistricts(zoning: Zoning, positions: readonly number[]): ZoningDiff {
  const [into, ...rest] = [...new Set(positions)];
  if (into === undefined || rest.length === 0) throw new Error("a merge needs two districts");
  const joined = new Set(rest);
  for (const position of [into, ...rest]) {
    if (!zoning.districts[position]) throw new Error(`no district at position ${position}`);
  }
  const compounds: number[] = [];
  zoning.assignment.forEach((district, compound) => {
    if (joined.has(district)) compounds.push(compound);
  });
  return moveCompounds(zoning, compounds, into);
}

/** Gives a district another name. @throws if there is no such district */
export function renameDistrict(zoning: Zoning, position: number, name: string): ZoningDiff {
  const district = zoning.districts[position];
  if (!district) throw new Error(`no district at position ${position}`);
  const districtsAfter = zoning.districts.with(position, { ...district, name });
  return { moves: [], districtsBefore: zoning.districts, districtsAfter };
}

/** The zoning after the edit; the one given is not touched. O(n). */
export function applyDiff(zoning: Zoning, diff: ZoningDiff): Zoning {
  const assignment = zoning.assignment.slice();
  const reason = zoning.reason.slice();
  for (const move of diff.moves) {
    assignment[move.compound] = move.to;
    reason[move.compound] = move.reasonTo;
  }
  return { districts: diff.districtsAfter, assignment, reason };
}

/** The edit that takes `diff` back: `apply(apply(z, d), invert(d)) = z`. */
export function invertDiff(diff: ZoningDiff): ZoningDiff {
  return {
    moves: diff.moves.map((move) => ({
      compound: move.compound,
      from: move.to,
      to: move.from,
      reasonFrom: move.reasonTo,
      reasonTo: move.reasonFrom,
    })),
    districtsBefore: diff.districtsAfter,
    districtsAfter: diff.districtsBefore,
  };
}
