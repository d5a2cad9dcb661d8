import { type District, LEFT_OUT_REASONS, type Zoning } from "./zoning.ts";

/** One compound changing district; `from`/`to` −1 = in none. */
export interface Move {
  readonly compound: number;
  readonly from: number;
  readonly to: number;
  readonly reasonFrom: number;
  readonly reasonTo: number;
}

/** A position of `Zoning.districts` whose identity changes; null = the position does not exist. */
export interface DistrictChange {
  readonly at: number;
  readonly before: District | null;
  readonly after: District | null;
}

/**
 * An edit as data: what changed, both ways. Empty districts stay, so positions are stable; positions
 * come and go only at the end of the list.
 */
export interface ZoningDiff {
  readonly moves: readonly Move[];
  /** ascending by `at` */
  readonly districts: readonly DistrictChange[];
}

const BY_HAND = LEFT_OUT_REASONS.indexOf("by-hand");

/** Id of a district at position `at`: its number, or the next one that nobody has. */
export function districtIdAt(at: number, isTaken: (id: string) => boolean): string {
  for (let number = at + 1; ; number++) {
    const id = `P${String(number).padStart(3, "0")}`;
    if (!isTaken(id)) return id;
  }
}

/**
 * Name of a district taken from another: its name with the next number that nobody has (东门, 东门 2,
 * 东门 3); the own id where the other is named by its id, too.
 */
export function continueName(
  { id, name }: District,
  ownId: string,
  isTaken: (name: string) => boolean,
): string {
  if (name === id) return ownId;
  const stem = name.replace(/ \d+$/, "");
  for (let number = 2; ; number++) {
    if (!isTaken(`${stem} ${number}`)) return `${stem} ${number}`;
  }
}

/** A district for the position after the last one, named by its id. */
function nextDistrict(districts: readonly District[]): DistrictChange {
  const ids = new Set(districts.map((district) => district.id));
  const at = districts.length;
  const id = districtIdAt(at, (one) => ids.has(one));
  return { at, before: null, after: { id, name: id } };
}

/** Districts for the parts that leave one, after the last position. */
function continueDistrict(
  { districts, assignment }: Zoning,
  position: number,
  parts: readonly (readonly number[])[],
): DistrictChange[] {
  const ids = new Set(districts.map((district) => district.id));
  const whole = districts[position];
  const isEmpty = !assignment.includes(position);
  const names = new Set([whole.name]);
  for (const d of assignment) if (d >= 0) names.add(districts[d].name);
  return parts.map((part, k): DistrictChange => {
    const at = districts.length + k;
    const id = districtIdAt(at, (one) => ids.has(one));
    const name = isEmpty ? id : continueName(whole, id, (one) => names.has(one));
    ids.add(id);
    if (part.length > 0) names.add(name);
    return { at, before: null, after: { id, name } };
  });
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
  const isNew = to === "new";
  const at = zoning.districts.length;
  const target = isNew ? at : to === "none" ? -1 : to;
  const moves = listMoves(zoning, compounds, target);
  return { moves, districts: isNew ? [nextDistrict(zoning.districts)] : [] };
}

/** Moves of those that are not in `target` already, each once, ascending. */
function listMoves(zoning: Zoning, compounds: readonly number[], target: number): Move[] {
  const reasonTo = target < 0 ? BY_HAND : 0;
  return [...new Set(compounds)]
    .sort((a, b) => a - b)
    .map((compound): Move => {
      const from = zoning.assignment[compound];
      if (from === undefined) {
        throw new Error(`no compound ${compound} among ${zoning.assignment.length}`);
      }
      return { compound, from, to: target, reasonFrom: zoning.reason[compound], reasonTo };
    })
    .filter((move) => move.from !== move.to);
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

/**
 * Takes a district apart: the first part keeps its id and name, each other one becomes a district of
 * its own. Members that are in no part stay with the first.
 * @throws if there is no such district, or a part holds somebody else's compound
 */
export function splitDistrict(
  zoning: Zoning,
  position: number,
  parts: readonly (readonly number[])[],
): ZoningDiff {
  if (!zoning.districts[position]) throw new Error(`no district at position ${position}`);
  const stranger = parts.flat().find((i) => zoning.assignment[i] !== position);
  if (stranger !== undefined) throw new Error(`compound ${stranger} is not in ${position}`);
  const leaving = parts.slice(1);
  const moves = leaving.flatMap((part, k) => listMoves(zoning, part, zoning.districts.length + k));
  return {
    moves: moves.sort((a, b) => a.compound - b.compound),
    districts: continueDistrict(zoning, position, leaving),
  };
}

/** Leaves all members of a district out, by hand. @throws if there is no such district */
export function dissolveDistrict(zoning: Zoning, position: number): ZoningDiff {
  if (!zoning.districts[position]) throw new Error(`no district at position ${position}`);
  const members = [...zoning.assignment.keys()].filter((i) => zoning.assignment[i] === position);
  return moveCompounds(zoning, members, "none");
}

/** Gives a district another name. @throws if there is no such district */
export function renameDistrict(zoning: Zoning, position: number, name: string): ZoningDiff {
  const district = zoning.districts[position];
  if (!district) throw new Error(`no district at position ${position}`);
  return {
    moves: [],
    districts: [{ at: position, before: district, after: { ...district, name } }],
  };
}

/** The zoning after the edit; the one given is not touched. O(n). */
export function applyDiff(zoning: Zoning, diff: ZoningDiff): Zoning {
  const assignment = zoning.assignment.slice();
  const reason = zoning.reason.slice();
  for (const move of diff.moves) {
    assignment[move.compound] = move.to;
    reason[move.compound] = move.reasonTo;
  }
  return { districts: patchDistricts(zoning.districts, diff.districts), assignment, reason };
}

function patchDistricts(
  districts: readonly District[],
  changes: readonly DistrictChange[],
): readonly District[] {
  if (changes.length === 0) return districts;
  const patched: (District | null)[] = [...districts];
  for (const { at, after } of changes) patched[at] = after;
  return patched.filter((district) => district !== null);
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
    districts: diff.districts.map(({ at, before, after }) => ({
      at,
      before: after,
      after: before,
    })),
  };
}
