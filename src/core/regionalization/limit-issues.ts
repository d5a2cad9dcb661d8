import type { Issue } from "../base/issue.ts";
import type { Components } from "../contiguity/components.ts";
import type { World } from "../ingest/world.ts";
import { fieldValues } from "./field-values.ts";
import type { PlanParameters } from "./parameters.ts";

interface Input {
  readonly world: World;
  readonly parameters: PlanParameters;
  readonly placeable: Uint8Array;
  readonly participant: Uint8Array;
  readonly components: Components;
}

function issue(code: Issue["code"], args: Issue["args"]): Issue {
  return { code, severity: "warning", source: null, feature: null, at: null, args };
}

/** The quantity a limit is about, as issues name it. */
const QUANTITY = {
  households: { limit: "households", limitZh: "户数", limitEn: "households" },
  floorArea: { limit: "floor-area", limitZh: "建筑面积（㎡）", limitEn: "floor area (m²)" },
} as const;

type Quantity = keyof typeof QUANTITY;

/** Largest sum of `of` over one component, 0 without components. */
function largestSum({ components }: Input, of: (i: number) => number): number {
  const sums = new Float64Array(components.count);
  components.label.forEach((label, i) => {
    if (label >= 0) sums[label] += of(i);
  });
  return sums.reduce((max, sum) => Math.max(max, sum), 0);
}

/** A minimum above what the largest component holds can never be met. */
function minimumIssue(
  input: Input,
  quantity: Quantity,
  of: (i: number) => number,
  min: number | null,
) {
  if (min === null) return [];
  const nearest = largestSum(input, of);
  return min > nearest
    ? [issue("limit-min-unreachable", { ...QUANTITY[quantity], value: min, nearest })]
    : [];
}

/** A maximum below the smallest participant excludes everybody. */
function maximumIssue(
  input: Input,
  quantity: Quantity,
  of: (i: number) => number,
  max: number | null,
) {
  if (max === null) return [];
  let nearest = Number.POSITIVE_INFINITY;
  input.participant.forEach((takesPart, i) => {
    if (takesPart) nearest = Math.min(nearest, of(i));
  });
  if (max >= nearest || nearest === Number.POSITIVE_INFINITY) return [];
  return [issue("limit-max-unreachable", { ...QUANTITY[quantity], value: max, nearest })];
}

function crossedIssue(quantity: Quantity, min: number | null, max: number | null): Issue[] {
  if (min === null || max === null || min <= max) return [];
  return [issue("limit-min-above-max", { ...QUANTITY[quantity], min, max })];
}

function fieldIssues({ world, parameters, participant }: Input): Issue[] {
  const fields = new Set(parameters.attributes);
  if (parameters.threshold) fields.add(parameters.threshold.field);
  return [...fields].flatMap((field) => {
    const values = fieldValues(world.compounds, field);
    const missing = values.reduce(
      (sum, v, i) => sum + (participant[i] && Number.isNaN(v) ? 1 : 0),
      0,
    );
    return missing > 0 ? [issue("field-not-numeric", { field, missing })] : [];
  });
}

/** Limits outside what the data allows, each with the nearest value that works (DESIGN §4). */
export function limitIssues(input: Input): Issue[] {
  const { compounds } = input.world;
  const l = input.parameters.limits;
  const households = (i: number) => compounds[i].households;
  const floorArea = (i: number) => compounds[i].floorAreaM2;
  return [
    ...crossedIssue("households", l.minHouseholds, l.maxHouseholds),
    ...crossedIssue("floorArea", l.minFloorAreaM2, l.maxFloorAreaM2),
    ...minimumIssue(input, "households", households, l.minHouseholds),
    ...minimumIssue(input, "floorArea", floorArea, l.minFloorAreaM2),
    ...maximumIssue(input, "households", households, l.maxHouseholds),
    ...maximumIssue(input, "floorArea", floorArea, l.maxFloorAreaM2),
    ...fieldIssues(input),
  ];
}
