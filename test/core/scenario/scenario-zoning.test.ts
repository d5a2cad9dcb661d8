import { describe, expect, it } from "vitest";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import { NEW_RECORD } from "../../../src/core/scenario/scenario-record.ts";
import {
  describePlan,
  describeZoning,
  restoreScenario,
} from "../../../src/core/scenario/scenario-zoning.ts";
import { LEFT_OUT_REASONS } from "../../../src/core/zoning/zoning.ts";
import { gridWorld, recipeWith, solved } from "../../prepared-builder.ts";
import { worldFromPolygons } from "../../world-builder.ts";

function sample() {
  const world = gridWorld(14);
  const { plan } = solved(world);
  const scenario = {
    id: "s1",
    name: "x",
    parent: null,
    record: NEW_RECORD,
    dataHash: world.dataHash,
    recipe: recipeWith(),
    zoning: describeZoning(plan.zoning, world),
    plan: describePlan(plan, world),
    edited: false,
    stale: false,
    sources: [],
  };
  return { world, plan, scenario };
}

describe("a scenario on its data", () => {
  it("[S4] gives the identical zoning and plan on the same data", () => {
    const { world, plan, scenario } = sample();
    expect(plan.zoning.districts.length).toBeGreaterThan(0);
    expect(plan.leftOut.length).toBeGreaterThan(0);
    const restored = restoreScenario(scenario, world);
    expect(restored.zoning).toEqual(plan.zoning);
    expect(restored.plan).toEqual(plan);
    expect(restored.issues).toEqual([]);
  });

  it("[S4] on other data reports what is missing or new and drops the proof", () => {
    const { world, scenario } = sample();
    const other = { ...gridWorld(13), dataHash: "1" };
    const renamed = { ...plainCompound(other.compounds[0]), id: "zz" };
    const changed = { ...other, compounds: [...other.compounds.slice(1), renamed] };
    const { zoning, plan, issues } = restoreScenario(scenario, changed);
    expect(plan).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual([
      "scenario-data-changed",
      "scenario-unknown-compound",
      "scenario-unknown-compound",
      "scenario-new-compound",
    ]);
    const last = changed.compounds.length - 1;
    expect(zoning.assignment[last]).toBe(-1);
    expect(LEFT_OUT_REASONS[zoning.reason[last]]).toBe("not-placed");
    expect(restoreScenario(scenario, world).issues).toEqual([]);
  });

  it("[S4] keeps empty districts, so that positions are stable", () => {
    const world = worldFromPolygons([]);
    const zoning = {
      districts: [{ id: "P001", name: "x" }],
      assignment: new Int32Array(0),
      reason: new Uint8Array(0),
    };
    expect(describeZoning(zoning, world).districts).toEqual([
      { id: "P001", name: "x", compounds: [] },
    ]);
  });
});
