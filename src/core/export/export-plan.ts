import { evaluateZoning } from "../regionalization/evaluate-zoning.ts";
import { writeScenario } from "../scenario/codec.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { NEW_RECORD } from "../scenario/scenario-record.ts";
import { describePlan, describeZoning } from "../scenario/scenario-zoning.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { ExportedDistrict, ExportInput } from "./export-input.ts";
import { exportCompounds, exportDistricts } from "./plan-geojson.ts";
import { buildReport } from "./run-report.ts";

/** A file to be written, by name. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** A file of bytes to be written, by name. */
export interface ExportedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Districts that have members, with their figures, and the objective's levels. */
export function evaluateExport({ prepared, zoning }: ExportInput): {
  readonly districts: readonly ExportedDistrict[];
  readonly levels: readonly number[];
} {
  const { levels, estimates, violations } = evaluateZoning(
    prepared.problem,
    zoning,
    prepared.overrides.byDistrict,
  );
  const members = membersByDistrict(zoning);
  const districts = zoning.districts.flatMap(({ id, name }, index): ExportedDistrict[] => {
    const estimate = estimates[index];
    if (estimate === null) return [];
    const found = { members: members[index], violations: violations[index] };
    return [{ index, id, name, estimate, ...found }];
  });
  return { districts, levels };
}

/** The scenario that a `.pianqu.json` of this export holds; sources in a fixed order. */
function scenarioOf({ prepared, zoning, plan, scenario, sources }: ExportInput): Scenario {
  const { world, recipe } = prepared;
  return {
    record: NEW_RECORD,
    ...scenario,
    dataHash: world.dataHash,
    recipe,
    zoning: describeZoning(zoning, world),
    plan: plan && describePlan(plan, world),
    sources: [...sources].sort((a, b) => compare(a.role, b.role) || compare(a.name, b.name)),
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** The four files of a plan (DESIGN §5), in the order `districts`, `compounds`, scenario, report. */
export function exportPlan(input: ExportInput): readonly ExportedFile[] {
  const evaluated = evaluateExport(input);
  const report = buildReport(input, evaluated);
  return [
    { name: "districts.geojson", text: exportDistricts(input, evaluated.districts) },
    { name: "compounds.geojson", text: exportCompounds(input) },
    { name: "scenario.pianqu.json", text: writeScenario(scenarioOf(input)) },
    { name: "report.json", text: `${JSON.stringify(report, null, 1)}\n` },
  ];
}
