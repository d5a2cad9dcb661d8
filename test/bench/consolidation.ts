/**
 * Consolidations beside what there is to compare with:
 * `node --import tsx test/bench/consolidation.ts DIR`, DIR the folder with
 * `nycha/nycha_joined.geojson`. Part 1: New York's own consolidation of its estates beside ours at
 * gaps up to those the city itself bridged. Part 2, always: `cost` on the demo city beside DBSCAN and
 * every compound alone.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateCity } from "../../data/generate-city.ts";
import { buildGraph } from "../../src/core/contiguity/build-graph.ts";
import {
  DEFAULT_PARAMETERS,
  guessRole,
  membersByDistrict,
  NO_DECISIONS,
  type PlanParameters,
  prepare,
  type ReadOptions,
  readWorld,
  solve,
  type World,
  zoneAlone,
} from "../../src/core/index.ts";
import { NO_LIMITS } from "./touching-layer.ts";

const LEAST = 500;
const OFF: PlanParameters["limits"] = { ...NO_LIMITS, minHouseholds: LEAST };

function solveAll(
  world: World,
  change: Partial<PlanParameters>,
  read: ReadOptions = { fieldMap: {}, crs: null },
) {
  const parameters = { ...DEFAULT_PARAMETERS, ...change };
  const prepared = prepare(world, { read, parameters, ...NO_DECISIONS });
  const steps = solve(prepared.problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { plan: step.value, prepared };
}

const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(q * values.length))];

/** Greatest centroid distance, and root mean square distance of households to their middle, m. */
function measure({ shapes, compounds }: World, members: readonly number[]) {
  const at = (i: number) => [shapes.centroid[2 * i], shapes.centroid[2 * i + 1]] as const;
  const span = Math.max(
    ...members.flatMap((i) =>
      members.map((j) => Math.hypot(at(i)[0] - at(j)[0], at(i)[1] - at(j)[1])),
    ),
  );
  const weight = members.reduce((sum, i) => sum + compounds[i].households, 0) || 1;
  const mean = [0, 1].map((k) =>
    members.reduce((sum, i) => sum + (compounds[i].households * at(i)[k]) / weight, 0),
  );
  const moment = members.reduce(
    (sum, i) =>
      sum + compounds[i].households * ((at(i)[0] - mean[0]) ** 2 + (at(i)[1] - mean[1]) ** 2),
    0,
  );
  return { span, households: weight, moment };
}

function row(name: string, world: World, groups: readonly (readonly number[])[]): void {
  const all = groups.map((members) => measure(world, members));
  const several = groups.flatMap((members, g) => (members.length > 1 ? [all[g].span] : []));
  const sizes = all.map(({ households }) => households);
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  const cv =
    Math.sqrt(sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0) / sizes.length) / mean;
  const placed = groups.flat();
  const out = world.compounds.reduce(
    (sum, { households }, i) => sum + (placed.includes(i) ? 0 : households),
    0,
  );
  const rms = Math.sqrt(
    all.reduce((sum, { moment }) => sum + moment, 0) / sizes.reduce((sum, size) => sum + size, 0),
  );
  const cells = [
    ...[name, groups.length, several.length, sizes.filter((size) => size < LEAST).length, out],
    ...[rms.toFixed(0), cv.toFixed(2)],
    [0.5, 0.75, 0.9, 1].map((q) => quantile(several, q)?.toFixed(0) ?? "–").join(" / "),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

/** The least gap at which each group of several hangs together, m (single linkage). */
function bridgedGaps(world: World, groups: readonly (readonly number[])[]): number[] {
  const { links } = buildGraph(world, { gapM: 8000, links: "gap", added: [], removed: [] });
  const gap = new Map<string, number>();
  for (let l = 0; l < links.count; l++) gap.set(`${links.a[l]} ${links.b[l]}`, links.gapM[l]);
  const between = (i: number, j: number) =>
    gap.get(`${Math.min(i, j)} ${Math.max(i, j)}`) ?? Infinity;
  return groups
    .filter(({ length }) => length > 1)
    .map((members) => {
      const [first, ...others] = members;
      const joined = [first];
      const waiting = new Set(others);
      let widest = 0;
      while (waiting.size > 0) {
        const [next, nearest] = [...waiting]
          .map((i) => [i, Math.min(...joined.map((j) => between(i, j)))] as const)
          .reduce((best, one) => (one[1] < best[1] ? one : best));
        widest = Math.max(widest, nearest);
        waiting.delete(next);
        joined.push(next);
      }
      return widest;
    });
}

function compareEstates(path: string): void {
  const fieldMap = { households: "units", community: "borough", built_year: "built" };
  const text = readFileSync(path, "utf8");
  const world = readWorld([{ role: "compounds", name: "estates", text }], { fieldMap, crs: null });
  const byUnit = new Map<unknown, number[]>();
  world.compounds.forEach(({ properties }, i) => {
    const unit = properties.consolidated_tds ?? `alone ${i}`;
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), i]);
  });
  const own = [...byUnit.values()];
  const gaps = bridgedGaps(world, own);
  console.log(
    `city bridged gaps of ${[0.25, 0.5, 0.75, 0.9, 1].map((q) => quantile(gaps, q).toFixed(0)).join(" / ")} m (quartiles, p90, most)\n`,
  );
  console.log(
    "| consolidation | units | of several | under 500 | households left out | rms m | cv of households | farthest members p50 / p75 / p90 / most, m |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  row("the city's own", world, own);
  for (const q of [0.5, 0.75, 0.9]) {
    const gapM = Math.ceil(quantile(gaps, q));
    const base = {
      gapM,
      agedBefore: null,
      limits: OFF,
      envelope: "community",
      iterations: 400,
    } as const;
    const most = solveAll(world, { ...base, objective: "max-p" }, { fieldMap, crs: null });
    row(`most units ≥ 500, gap ${gapM} m`, world, membersByDistrict(most.plan.zoning));
    const same = solveAll(
      world,
      { ...base, objective: "compact", districts: own.length },
      {
        fieldMap,
        crs: null,
      },
    );
    row(`compact, ${own.length} wanted, gap ${gapM} m`, world, membersByDistrict(same.plan.zoning));
  }
}

function compareCosts(): void {
  const sources = generateCity({ seed: 2022, compounds: 738 })
    .map((file) => ({ ...file, role: guessRole(file.name, file.text) }))
    .filter(({ role }) => role !== "context");
  const world = readWorld(sources, { fieldMap: {}, crs: null });
  console.log(
    "\n| envelope | method | districts | households left out | yearly net cost, yuan | proven within |",
  );
  console.log("|---|---|---|---|---|---|");
  for (const envelope of ["community", "terrain"] as const) {
    for (const method of ["auto", "dbscan"] as const) {
      const { plan } = solveAll(world, { envelope, method });
      const { levels, gap } = plan.objective;
      const districts = plan.zoning.districts.length;
      console.log(
        `| ${envelope} | ${method} | ${districts} | ${levels[0]} | ${levels[1]} | ${(100 * gap).toFixed(1)} % |`,
      );
    }
    const { prepared } = solveAll(world, { envelope, method: "dbscan" });
    const alone = zoneAlone(prepared.problem, { regardless: true });
    console.log(
      `| ${envelope} | every compound alone | ${alone.zoning.districts.length} | ${alone.levels[0]} | ${alone.levels[1]} | – |`,
    );
  }
}

const path = join(process.argv[2] ?? "", "nycha/nycha_joined.geojson");
if (existsSync(path)) compareEstates(path);
else console.log(`(${path} is missing)`);
compareCosts();
