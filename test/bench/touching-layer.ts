import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  DEFAULT_PARAMETERS,
  type PlanParameters,
  type Problem,
  prepare,
  readWorld,
  solve,
} from "../../src/core/index.ts";
import { NO_DECISIONS } from "../../src/core/scenario/recipe.ts";

/** Households a district must reach. */
export const FLOOR = 500;
/** Every limit off. */
export const NO_LIMITS: PlanParameters["limits"] = {
  minHouseholds: null,
  idealHouseholds: null,
  maxHouseholds: null,
  minFloorAreaM2: null,
  idealFloorAreaM2: null,
  maxFloorAreaM2: null,
  maxCompounds: null,
  maxSpanM: null,
  maxBreakEvenFeeYuanPerM2Month: null,
};

/** Seconds of CPU this process has used. */
export const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function standardise(values: readonly number[]): number[] {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const squares = values.reduce((sum, v) => sum + (v - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return values.map((v) => (v - mean) / deviation);
}

/** A touching layer as text, with what the measures read. */
export interface City {
  readonly text: string;
  readonly households: number[];
  /** standardised year and log(households per hectare) */
  readonly columns: number[][];
}

/** The layer of so many units in a folder; null when it is not there. */
export function readCity(folder: string, size: number): City | null {
  const plain = `${folder}/city-${size}.geojson`;
  const packed = `${plain}.gz`;
  if (!existsSync(plain) && !existsSync(packed)) return null;
  const raw = existsSync(plain) ? readFileSync(plain) : gunzipSync(readFileSync(packed));
  const city = JSON.parse(raw.toString("utf8"));
  const of = (key: string): number[] =>
    city.features.map((f: { properties: Record<string, number> }) => f.properties[key]);
  const households = of("households");
  const area = of("area");
  const density = households.map((h, i) => Math.log(h / (area[i] / 10_000)));
  const columns = [standardise(of("year")), standardise(density)];
  city.features.forEach((f: { properties: Record<string, unknown> }, i: number) => {
    f.properties = { id: `C${String(i).padStart(6, "0")}`, households: households[i] };
    f.properties.z_year = columns[0][i];
    f.properties.z_density = columns[1][i];
  });
  return { text: JSON.stringify(city), households, columns };
}

/** max-p with a floor of households, every other limit off, queen links. */
export function problemOf(city: City, change: Partial<PlanParameters>): Problem {
  const sources = [{ role: "compounds" as const, name: "city.geojson", text: city.text }];
  const read = { fieldMap: {}, crs: null };
  const world = readWorld(sources, read);
  const parameters: PlanParameters = {
    ...DEFAULT_PARAMETERS,
    envelope: "terrain",
    links: "queen",
    agedBefore: null,
    limits: NO_LIMITS,
    objective: "max-p",
    threshold: { field: "households", min: FLOOR },
    method: "search",
    iterations: 100_000,
    ...change,
  };
  const recipe = { read, parameters, ...NO_DECISIONS };
  return prepare(world, recipe).problem;
}

/** Solves for so many seconds of one core. */
export function solveFor(problem: Problem, seconds: number) {
  const start = cpuSeconds();
  const steps = solve(problem);
  let step = steps.next();
  while (!step.done && cpuSeconds() - start < seconds) step = steps.next();
  while (!step.done) step = steps.next("stop");
  return { plan: step.value, seconds: cpuSeconds() - start };
}

/** Pairwise L1 and sum of squares inside the districts, both on the standardised columns. */
export function dissimilarity(columns: readonly number[][], district: ArrayLike<number>) {
  const members = new Map<number, number[]>();
  for (let i = 0; i < district.length; i++) {
    members.set(district[i], [...(members.get(district[i]) ?? []), i]);
  }
  let [pairwise, squares] = [0, 0];
  for (const own of members.values()) {
    for (const column of columns) {
      const mean = own.reduce((sum, i) => sum + column[i], 0) / own.length;
      own.forEach((i, k) => {
        squares += (column[i] - mean) ** 2;
        for (const j of own.slice(0, k)) pairwise += Math.abs(column[i] - column[j]);
      });
    }
  }
  return { p: members.size, pairwise, squares };
}
