import {
  dissolve,
  findBestCut,
  type LiveEdit,
  type LiveZoning,
  mergeAll,
  moveAll,
  projectTo,
  type RecipeChange,
  renameTo,
  splitBalanced,
  splitByLine,
  splitInto,
} from "../core/index.ts";
import type { EditRequest } from "./edit-state.ts";
import type { LiveWork } from "./live-table.ts";

/** An edit ready to be made. */
export interface ReadyEdit {
  readonly edit: LiveEdit;
  /** all or nothing: a lock that holds anybody back leaves everything as it is */
  readonly whole: boolean;
  readonly recipe: RecipeChange | null;
}

/** An edit that cannot be made: the notice that says why; key null: it would change nothing. */
export interface NoEdit {
  readonly key: string | null;
  readonly count: number;
}

const NOTHING: NoEdit = { key: null, count: 0 };

export function isReady(made: ReadyEdit | NoEdit): made is ReadyEdit {
  return "edit" in made;
}

function ready(edit: LiveEdit, change: Partial<ReadyEdit> = {}): ReadyEdit {
  return { edit, whole: false, recipe: null, ...change };
}

const isThere = ({ live }: LiveWork, district: number) =>
  live.districts[district] !== undefined && live.lists.size[district] > 0;

/** Parts with the one that holds most locked compounds first: it keeps the district. */
function lockedFirst(live: LiveZoning, parts: readonly (readonly number[])[]) {
  const locked = (part: readonly number[]) => part.filter((i) => live.locks.isPinned(i)).length;
  return [...parts].sort((a, b) => locked(b) - locked(a));
}

function split(
  { live }: LiveWork,
  parts: readonly (readonly number[])[] | null,
): ReadyEdit | NoEdit {
  if (!parts || parts.some((part) => part.length === 0)) return { key: "split-none", count: 0 };
  return ready(splitInto(lockedFirst(live, parts)), { whole: true });
}

/** Members on either side of a line given by longitude and latitude. */
function sidesOf(
  { live, prepared: { world } }: LiveWork,
  { district, line }: Extract<EditRequest, { kind: "split-by-line" }>,
) {
  const points = line.map(([lon, lat]): [number, number] => {
    const at: [number, number] = [0, 0];
    projectTo(world.projection, lon, lat, at);
    return at;
  });
  return splitByLine(world.shapes.centroid, live.members(district), points);
}

/** Another name, for locks of the district too, which keep it through a solve. */
function rename(
  { live, prepared: { recipe } }: LiveWork,
  { district, name }: Extract<EditRequest, { kind: "rename" }>,
): ReadyEdit | NoEdit {
  const identity = live.districts[district];
  const trimmed = name.trim();
  if (!identity || trimmed === "" || trimmed === identity.name) return NOTHING;
  const { locks } = recipe;
  const named = locks.map((lock) => (lock.id === identity.id ? { ...lock, name: trimmed } : lock));
  const isLocked = locks.some(({ id }) => id === identity.id);
  const change = { before: { locks }, after: { locks: named } };
  return ready(renameTo(district, trimmed), isLocked ? { recipe: change } : {});
}

function move(
  { live, prepared: { problem } }: LiveWork,
  { compounds, to }: Extract<EditRequest, { kind: "move" }>,
): ReadyEdit | NoEdit {
  if (typeof to === "number" && !live.districts[to]) return NOTHING;
  const known = [...new Set(compounds)].filter((i) => live.assignment[i] !== undefined);
  const movable = known.filter((i) => problem.participant[i] > 0);
  if (movable.length > 0) return ready(moveAll(movable, to));
  return known.length > 0 ? { key: "out-of-scope", count: known.length } : NOTHING;
}

/** The edit that was asked for, on the zoning as it is now. */
export function readyEdit(work: LiveWork, request: EditRequest): ReadyEdit | NoEdit {
  const { live, prepared } = work;
  if (request.kind === "move") return move(work, request);
  if (request.kind === "rename") return rename(work, request);
  if (request.kind === "merge") {
    const districts = [...new Set(request.districts)].filter((d) => isThere(work, d));
    return districts.length > 1 ? ready(mergeAll(districts)) : NOTHING;
  }
  const { district } = request;
  if (!isThere(work, district)) return NOTHING;
  if (request.kind === "dissolve") return ready(dissolve(district));
  if (request.kind === "split-by-line") return split(work, sidesOf(work, request));
  const members = live.members(district);
  if (request.kind === "best-cut")
    return split(work, findBestCut(prepared.problem, members)?.parts ?? null);
  return split(work, splitBalanced(prepared.problem, members, request.parts));
}
