import type { World } from "../ingest/world.ts";
import type { Problem } from "../regionalization/problem.ts";
import { districtIdAt, type ZoningDiff } from "../zoning/edit.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { District, Zoning } from "../zoning/zoning.ts";
import type { Recipe, RecipeDistrict } from "./recipe.ts";
import { diffZonings } from "./squash-diffs.ts";

/** What a solve may change: everything that is not locked, or some districts and their neighbours. */
export type ReplanScope = "everything" | { readonly districts: readonly number[] };

/**
 * Length n, 1 where a compound may move: members of the districts and of the districts linked to
 * them, and left-out participants that hang together with any of them.
 */
export function findReplanRegion(
  { graph, cell, participant }: Pick<Problem, "graph" | "cell" | "participant">,
  zoning: Zoning,
  scope: ReplanScope,
): Uint8Array {
  const n = zoning.assignment.length;
  if (scope === "everything") return new Uint8Array(n).fill(1);
  const members = membersByDistrict(zoning);
  const region = new Uint8Array(n);
  const add = (i: number) => {
    region[i] = 1;
  };
  const linked = (i: number) =>
    [...graph.neighbor.subarray(graph.offset[i], graph.offset[i + 1])].filter(
      (j) => cell[j] === cell[i] && participant[j] > 0,
    );
  const named = new Set(scope.districts.filter((d) => members[d] !== undefined));
  const beside = [...named]
    .flatMap((d) => members[d])
    .flatMap(linked)
    .map((j) => zoning.assignment[j])
    .filter((d) => d >= 0);
  for (const d of new Set([...named, ...beside])) members[d].forEach(add);
  const queue = [...region.keys()].filter((i) => region[i] === 1);
  for (const i of queue) {
    for (const j of linked(i)) {
      if (region[j] === 1 || zoning.assignment[j] >= 0) continue;
      add(j);
      queue.push(j);
    }
  }
  return region;
}

/** The districts with members by compound ids. */
function livingDistricts(zoning: Zoning, { compounds }: World): RecipeDistrict[] {
  const members = membersByDistrict(zoning);
  return zoning.districts.flatMap(({ id, name }, d) =>
    members[d].length > 0 ? [{ id, name, compounds: members[d].map((i) => compounds[i].id) }] : [],
  );
}

/**
 * The recipe that solves a region anew from what stands: districts outside are locked as they are,
 * locks of the recipe stay.
 */
export function replanRecipe(
  recipe: Recipe,
  {
    world,
    zoning,
    region,
  }: { readonly world: World; readonly zoning: Zoning; readonly region: Uint8Array },
): Recipe {
  const start = livingDistricts(zoning, world);
  const inside = new Set(world.compounds.filter((_, i) => region[i] === 1).map(({ id }) => id));
  const outside = start.filter(({ compounds }) => !compounds.some((id) => inside.has(id)));
  return {
    ...recipe,
    start,
    locks: [...outside.map((district) => ({ ...district, whole: true })), ...recipe.locks],
  };
}

/** For each district of the plan the standing one it goes on, −1 = none: locks by id, then by households in common, most first. */
function matchDistricts(
  world: World,
  standing: Zoning,
  { plan, lockIds }: { readonly plan: Zoning; readonly lockIds: ReadonlySet<string> },
): Int32Array {
  const match = new Int32Array(plan.districts.length).fill(-1);
  const taken = new Set<number>();
  const settle = (k: number, d: number) => {
    if (match[k] >= 0 || taken.has(d)) return;
    match[k] = d;
    taken.add(d);
  };
  const byId = new Map(standing.districts.map(({ id }, d) => [id, d]));
  plan.districts.forEach(({ id }, k) => {
    const d = lockIds.has(id) ? byId.get(id) : undefined;
    if (d !== undefined) settle(k, d);
  });
  const shared = new Map<string, { k: number; d: number; households: number }>();
  plan.assignment.forEach((k, i) => {
    const d = standing.assignment[i];
    if (k < 0 || d < 0) return;
    const pair = shared.get(`${k} ${d}`) ?? { k, d, households: 0 };
    pair.households += world.compounds[i].households;
    shared.set(`${k} ${d}`, pair);
  });
  const ranked = [...shared.values()].sort(
    (a, b) => b.households - a.households || a.k - b.k || a.d - b.d,
  );
  for (const { k, d } of ranked) settle(k, d);
  return match;
}

/** Identities for plan districts that go on no standing one; ids and names that nobody has. */
function newIdentities(standing: Zoning, fresh: readonly District[]): District[] {
  const ids = new Set(standing.districts.map(({ id }) => id));
  const living = new Set(standing.assignment);
  const names = new Set(standing.districts.filter((_, d) => living.has(d)).map(({ name }) => name));
  return fresh.map(({ name }, k) => {
    const id = districtIdAt(standing.districts.length + k, (one) => ids.has(one));
    ids.add(id);
    const own = names.has(name) ? id : name;
    names.add(own);
    return { id, name: own };
  });
}

/**
 * The step from what stands to a plan of a region: compounds outside stay as they are, districts that
 * go on keep id, name and position, the others are added at the end.
 * @param recipe the one that was solved, see {@link replanRecipe}
 */
export function adoptReplan(
  standing: Zoning,
  plan: Zoning,
  {
    world,
    recipe,
    region,
  }: { readonly world: World; readonly recipe: Recipe; readonly region: Uint8Array },
): ZoningDiff {
  const lockIds = new Set(recipe.locks.map(({ id }) => id));
  const match = matchDistricts(world, standing, { plan, lockIds });
  const wanted = new Set(plan.assignment.filter((k, i) => k >= 0 && region[i] === 1));
  const fresh = [...plan.districts.keys()].filter((k) => match[k] < 0 && wanted.has(k));
  fresh.forEach((k, at) => {
    match[k] = standing.districts.length + at;
  });
  const added = newIdentities(
    standing,
    fresh.map((k) => plan.districts[k]),
  );
  const assignment = standing.assignment.slice();
  const reason = standing.reason.slice();
  for (let i = 0; i < assignment.length; i++) {
    if (region[i] === 0) continue;
    assignment[i] = plan.assignment[i] < 0 ? -1 : match[plan.assignment[i]];
    reason[i] = plan.reason[i];
  }
  const districts = added.length > 0 ? [...standing.districts, ...added] : standing.districts;
  return diffZonings(standing, { districts, assignment, reason });
}
