import Flatbush from "flatbush";
import { eachInSteps, mapInSteps, type Steps, untold } from "../base/steps.ts";
import { buildPolygonSet } from "../geometry/build-polygon-set.ts";
import { measureOverlap } from "../geometry/find-overlaps.ts";
import type { PolygonSet } from "../geometry/polygon-set.ts";
import { type LocalProjection, unproject } from "../geometry/projection.ts";
import type { FeatureLabel, IssueLog } from "./issue-log.ts";
import type { Community } from "./world.ts";

/** What the files say of a compound's community. */
export interface CommunityClaim {
  readonly label: FeatureLabel;
  readonly source: string;
  readonly at: readonly [number, number];
  readonly code: string | null;
  readonly name: string | null;
}

export interface CommunityOf {
  readonly key: string | null;
  readonly name: string | null;
}

/** Below this share of its area in the chosen community a compound is reported. */
const CLEAR_SHARE = 0.8;

const UNKNOWN: CommunityOf = { key: null, name: null };

function isCode(code: string | null): boolean {
  return code !== null && /^\d{12}$/.test(code);
}

/** Names that belong to exactly one code, by the layer and by the compounds themselves. */
function codesByName(claims: readonly CommunityClaim[], communities: readonly Community[]) {
  const codes = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const set = codes.get(name) ?? new Set();
    codes.set(name, set.add(code));
  };
  for (const { key, name } of communities) add(name, key);
  for (const { code, name } of claims) {
    if (code !== null && isCode(code) && name !== null) add(name, code);
  }
  const unique = new Map<string, string>();
  for (const [name, set] of codes) if (set.size === 1) unique.set(name, [...set][0]);
  return unique;
}

function resolveClaim(
  claim: CommunityClaim,
  { byName, byKey }: { byName: ReadonlyMap<string, string>; byKey: ReadonlyMap<string, Community> },
  log: IssueLog,
): CommunityOf {
  const { code, name } = claim;
  const where = { source: claim.source, feature: claim.label, at: claim.at };
  if (code !== null && !isCode(code)) {
    log.add("warning", "community-code-invalid", { ...where, args: { value: code.slice(0, 40) } });
  }
  const key = isCode(code) ? code : name === null ? code : (byName.get(name) ?? name);
  if (key === null) return UNKNOWN;
  if (byKey.size > 0 && !byKey.has(key)) {
    log.add("warning", "community-unknown", {
      ...where,
      args: { value: (name ?? key).slice(0, 40) },
    });
  }
  return { key, name: name ?? byKey.get(key)?.name ?? key };
}

/** The community that covers most of a unit, with its share of the unit's area. */
function findCover(shapes: PolygonSet, u: number, areas: PolygonSet, index: Flatbush) {
  const [x1, y1, x2, y2] = shapes.bounds.subarray(4 * u, 4 * u + 4);
  let best = -1;
  let bestM2 = 0;
  for (const c of index.search(x1, y1, x2, y2).sort((a, b) => a - b)) {
    const areaM2 = measureOverlap(shapes, u, areas, c)?.areaM2 ?? 0;
    if (areaM2 > bestM2) [best, bestM2] = [c, areaM2];
  }
  return best < 0 ? null : { community: best, share: bestM2 / Math.max(1, shapes.areaM2[u]) };
}

function* deriveMissing(
  found: CommunityOf[],
  options: {
    claims: readonly CommunityClaim[];
    communities: readonly Community[];
    shapes: PolygonSet;
    projection: LocalProjection;
  },
  log: IssueLog,
): Steps<void> {
  const { claims, communities, shapes, projection } = options;
  if (communities.length === 0 || found.every(({ key }) => key !== null)) return;
  const geometries = communities.map(({ geometry }) => geometry);
  const areas = buildPolygonSet(geometries, projection);
  const index = new Flatbush(areas.count);
  for (let c = 0; c < areas.count; c++) {
    const [x1, y1, x2, y2] = areas.bounds.subarray(4 * c, 4 * c + 4);
    index.add(x1, y1, x2, y2);
  }
  index.finish();
  let n = 0;
  yield* eachInSteps(found.slice(), ({ key: known }, u) => {
    const cover = known === null ? findCover(shapes, u, areas, index) : null;
    if (cover === null) return;
    const { key, name } = communities[cover.community];
    found[u] = { key, name };
    n += 1;
    if (cover.share >= CLEAR_SHARE) return;
    const { source, label: feature } = claims[u];
    const at = unproject(projection, shapes.centroid[2 * u], shapes.centroid[2 * u + 1]);
    const args = { percent: Math.round(cover.share * 100), value: name };
    log.add("warning", "community-split", { source, feature, at, args });
  });
  if (n > 0) log.add("info", "community-derived", { args: { n, total: found.length } });
}

/**
 * The community of every compound, parallel to `claims`: by code, else by name, else by the community
 * polygon that covers most of it. What stays unknown, or does not fit, becomes an issue.
 */
export function* assignCommunities(
  claims: readonly CommunityClaim[],
  options: {
    readonly communities: readonly Community[];
    readonly shapes: PolygonSet;
    readonly projection: LocalProjection;
  },
  log: IssueLog,
): Steps<CommunityOf[]> {
  const byKey = new Map(options.communities.map((one) => [one.key, one]));
  const byName = codesByName(claims, options.communities);
  const found = yield* untold(
    mapInSteps(claims, (claim) => resolveClaim(claim, { byName, byKey }, log)),
  );
  yield* deriveMissing(found, { claims, ...options }, log);
  const n = found.filter(({ key }) => key === null).length;
  if (n > 0) log.add("info", "community-missing", { args: { n, total: found.length } });
  return found;
}
