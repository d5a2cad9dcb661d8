import { describe, expect, it } from "vitest";
import {
  addBands,
  createDraws,
  estimateBands,
  exportPlan,
  membersByDistrict,
  outlineDistricts,
  prepare,
  readWorld,
  type SourceFile,
  solve,
  uncertainPlanOf,
} from "../../src/core/index.ts";
import type { AssessProgress } from "../../src/worker/protocol.ts";
import { createSession, type SessionHost } from "../../src/worker/session.ts";
import { HOST } from "../core/ingest/containers/container-files.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld, recipeWith } from "../prepared-builder.ts";

const SOURCES: readonly SourceFile[] = [
  { role: "compounds", name: "grid.geojson", text: geojsonOf(gridWorld(40, { columns: 8 })) },
];
const RECIPE = recipeWith();

/** A machine whose clock goes 1 ms forward each time it is looked at. */
function tickingHost(onPause: () => void = () => {}): SessionHost & { pauses: number } {
  let time = 0;
  const host: SessionHost & { pauses: number } = {
    pauses: 0,
    now() {
      time += 1;
      return time;
    },
    pause() {
      host.pauses += 1;
      onPause();
      return new Promise<void>((resolve) => setImmediate(resolve));
    },
    loadSolver: async () => null,
    crew: null,
    machine: HOST,
  };
  return host;
}

function withoutMeasures(text: string): string {
  return text.replace(/"timingsMs": \{[^}]*\},\s*"peakMemoryMb": [^,]*,/, "");
}

function coreFiles() {
  const world = readWorld(SOURCES, RECIPE.read);
  const prepared = prepare(world, RECIPE);
  const steps = solve(prepared.problem);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const plan = step.value;
  const files = exportPlan({
    prepared,
    plan,
    zoning: plan.zoning,
    outlines: outlineDistricts(world, plan.zoning, RECIPE.parameters.gapM),
    scenario: { id: "s1", name: "grid", parent: null, edited: false, stale: false },
    sources: SOURCES,
    issues: [],
    language: "zh",
    measure: () => ({
      timingsMs: { read: 0, check: 0, link: 0, estimate: 0, plan: 0, outline: 0, write: 0 },
      peakMemoryMb: null,
    }),
  });
  return { world, prepared, plan, files };
}

describe("the worker's session", () => {
  it("gives what the core gives, byte for byte, across the message boundary", async () => {
    const direct = coreFiles();
    const session = createSession(tickingHost());
    const world = await session.read(SOURCES, RECIPE.read);
    expect(structuredClone(world)).toEqual(direct.world);
    const { graph, plan } = structuredClone(await session.plan(structuredClone(RECIPE), () => {}));
    expect(graph).toEqual(direct.prepared.graph);
    expect(plan).toEqual(direct.plan);
    const files = await session.export({
      choice: { format: "plan" },
      recipe: RECIPE,
      zoning: plan.zoning,
      plan,
      scenario: { id: "s1", name: "grid", parent: null, edited: false, stale: false },
      language: "zh",
    });
    expect(files.map(({ name }) => name)).toEqual(direct.files.map(({ name }) => name));
    expect(files.map((file) => withoutMeasures("text" in file ? file.text : ""))).toEqual(
      direct.files.map(({ text }) => withoutMeasures(text)),
    );
  });

  it("pauses between slices and hears a cancel at the next one", async () => {
    let session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read);
    const whole = await session.plan(RECIPE, () => {});
    expect(whole.plan.stopped).toBe("done");

    const host = tickingHost(() => void session.cancel());
    session = createSession(host);
    await session.read(SOURCES, RECIPE.read);
    const { plan } = await session.plan(RECIPE, () => {});
    expect(plan.stopped).toBe("cancelled");
    expect(host.pauses).toBe(1);
    expect(plan.zoning.assignment.length).toBe(whole.plan.zoning.assignment.length);
  });

  it("a cancel with nothing running does not spoil the next plan", async () => {
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read);
    await session.cancel();
    expect((await session.plan(RECIPE, () => {})).plan.stopped).toBe("done");
  });

  it("a second plan stops the first", async () => {
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read);
    const first = session.plan(RECIPE, () => {});
    const second = session.plan(RECIPE, () => {});
    expect((await first).plan.stopped).toBe("cancelled");
    expect((await second).plan.stopped).toBe("done");
  });

  it("reports progress between 0 and 1, more rarely than it pauses", async () => {
    const host = tickingHost();
    const session = createSession(host);
    await session.read(SOURCES, RECIPE.read);
    const seen: number[] = [];
    const parameters = { ...RECIPE.parameters, method: "search" as const, iterations: 200 };
    await session.plan({ ...RECIPE, parameters }, ({ done }) => seen.push(done));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.length).toBeLessThan(host.pauses);
    expect(seen.every((done) => done >= 0 && done <= 1)).toBe(true);
  });

  it("[E41] assesses as the core does, bands first, and says how far the draws have come", async () => {
    const { prepared, plan } = coreFiles();
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read);
    const seen: AssessProgress[] = [];
    const options = { draws: 30, seed: 7 };
    const found = await session.assess(RECIPE, plan.zoning, options, (p) => seen.push(p));
    const members = membersByDistrict(plan.zoning);
    const direct = uncertainPlanOf(
      prepared,
      plan.zoning.districts.map(({ id }, d) => ({ id, members: members[d] })),
    );
    const bands = estimateBands(direct);
    const draws = createDraws(direct, 7);
    for (let k = 0; k < 30; k++) draws.next();
    expect(found).toEqual({
      bands: { districts: bands, plan: addBands(bands) },
      odds: draws.odds(),
    });
    expect(seen[0]).toEqual({ done: 0, bands: found?.bands });
    expect(seen.slice(1).every((p) => p.bands === null && p.done > 0 && p.done < 1)).toBe(true);
  });

  it("[E41] an assessment that is stopped, or overtaken by another, gives nothing", async () => {
    const { plan } = coreFiles();
    let session = createSession(tickingHost());
    const host = tickingHost(() => void session.stopAssessing());
    session = createSession(host);
    await session.read(SOURCES, RECIPE.read);
    const options = { draws: 400, seed: 7 };
    expect(await session.assess(RECIPE, plan.zoning, options, () => {})).toBeNull();
    expect(host.pauses).toBe(1);
    session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read);
    const first = session.assess(RECIPE, plan.zoning, options, () => {});
    const second = session.assess(RECIPE, plan.zoning, { draws: 5, seed: 7 }, () => {});
    expect(await first).toBeNull();
    expect((await second)?.odds.all).not.toBeNull();
  });

  it("needs data before anything else", async () => {
    const session = createSession(tickingHost());
    await expect(session.link(RECIPE)).rejects.toThrow("no data yet");
    await expect(session.plan(RECIPE, () => {})).rejects.toThrow("no data yet");
  });
});
