import type { MultiPolygon, Polygon } from "geojson";
import { eachInSteps, type Steps } from "../base/steps.ts";
import { canonicalJson, digestTexts } from "./digest.ts";
import type { IssueLog } from "./issue-log.ts";
import type { AreaFeature } from "./read-areas.ts";

/** A sound compound with the file it came from. */
export interface Draft extends AreaFeature {
  readonly source: string;
  /** id the file gives, or null */
  readonly ownId: string | null;
}

export interface Identified<T extends Draft> {
  readonly draft: T;
  readonly id: string;
}

/** Coordinates of generated ids keep 7 decimals (1 cm). */
function roundedText(area: Polygon | MultiPolygon): string {
  return JSON.stringify(area.coordinates, (_, value: unknown) =>
    typeof value === "number" ? Math.round(value * 1e7) / 1e7 : value,
  );
}

/** Id made from the shape alone: `c-` and 10 hex digits. */
function generateId(area: Polygon | MultiPolygon): string {
  return `c-${digestTexts([roundedText(area)]).slice(0, 10)}`;
}

/** Everything that tells two drafts with one id apart. */
function contentOf(draft: Draft): string {
  return `${JSON.stringify(draft.area.coordinates)}${canonicalJson(draft.feature.properties)}`;
}

function* groupByBase<T extends Draft>(drafts: readonly T[]): Steps<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  yield* eachInSteps(drafts, (draft) => {
    const base = draft.ownId ?? generateId(draft.area);
    const group = groups.get(base);
    if (group) group.push(draft);
    else groups.set(base, [draft]);
  });
  return groups;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Drafts that share an id, sorted by content, exact repeats reported and left out. */
function distinctOf<T extends Draft>(group: readonly T[], log: IssueLog): T[] {
  const keyed = group.map((draft) => ({ draft, content: contentOf(draft) }));
  keyed.sort((a, b) => compare(a.content, b.content));
  return keyed
    .filter(({ draft, content }, i) => {
      if (i === 0 || content !== keyed[i - 1].content) return true;
      const { source, label: feature, at } = draft;
      log.add("error", "duplicate-feature", { source, feature, at });
      return false;
    })
    .map(({ draft }) => draft);
}

function nextFree(base: string, from: number, taken: ReadonlySet<string>): string {
  let n = from;
  while (taken.has(`${base}~${n}`)) n += 1;
  return `${base}~${n}`;
}

function reportGenerated(drafts: readonly Draft[], log: IssueLog): void {
  const bySource = new Map<string, { n: number; total: number }>();
  for (const { source, ownId } of drafts) {
    const count = bySource.get(source) ?? { n: 0, total: 0 };
    bySource.set(source, { n: count.n + (ownId === null ? 1 : 0), total: count.total + 1 });
  }
  for (const [source, args] of bySource) {
    if (args.n > 0) log.add("info", "ids-generated", { source, args });
  }
}

/**
 * Gives every compound an id of its own, sorted by it (code units) and independent of the order of
 * features: the file's id, else one made from the shape; further bearers of an id get `~2`, `~3` ….
 */
export function* assignIds<T extends Draft>(
  drafts: readonly T[],
  log: IssueLog,
): Steps<Identified<T>[]> {
  reportGenerated(drafts, log);
  const groups = yield* groupByBase(drafts);
  const taken = new Set(groups.keys());
  const identified: Identified<T>[] = [];
  const bases = [...groups.keys()].sort(compare);
  yield 1;
  for (const base of bases) {
    const group = groups.get(base) ?? [];
    const distinct = group.length === 1 ? group : distinctOf(group, log);
    distinct.forEach((draft, i) => {
      const id = i === 0 ? base : nextFree(base, i + 1, taken);
      taken.add(id);
      identified.push({ draft, id });
      if (i === 0) return;
      const { source, label: feature, at } = draft;
      const args = { id: base, newId: id };
      if (draft.ownId !== null) log.add("warning", "duplicate-id", { source, feature, at, args });
    });
  }
  return identified.sort((a, b) => compare(a.id, b.id));
}
