import { describe, expect, it } from "vitest";
import {
  addBands,
  type ComparisonOptions,
  candidateRecipes,
  createDraws,
  estimateBands,
  exportPlan,
  judgeCandidates,
  LEFT_OUT_REASONS,
  membersByDistrict,
  outlineDistricts,
  prepare,
  readIndicators,
  readWorld,
  reportComparison,
  type SourceFile,
  solve,
  uncertainPlanOf,
  VERSION,
  viewScenario,
  viewToday,
  type Zoning,
} from "../../src/core/index.ts";
import type {
  AssessProgress,
  CandidateProgress,
  CompareProgress,
} from "../../src/worker/protocol.ts";
import { createSession, type SessionHost } from "../../src/worker/session.ts";
import { DESK, HOST } from "../core/ingest/containers/container-files.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld, recipeWith } from "../prepared-builder.ts";

const SOURCES: readonly SourceFile[] = [
  { role: "compounds", name: "grid.geojson", text: geojsonOf(gridWorld(40, { columns: 8 })) },
];
const RECIPE = recipeWith();
const COMPARED: ComparisonOptions = {
  by: "netCostYuan",
  weights: null,
  seed: 1,
  draws: 5,
  phasing: { startYear: 2026, years: 3 },
};

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
    hand: (message) => message,
    machine: HOST,
    desk: DESK,
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
  it("[I61] places positions of a file in a system that a person names", async () => {
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const place = (source: string, crs: string) =>
      session.place(source, { crs, swapped: false }, null);
    expect((await place("grid.geojson", "gcj02"))?.points.length).toBeGreaterThan(10);
    expect(await place("grid.geojson", "EPSG:4544")).not.toBeNull();
    expect(await place("other.geojson", "gcj02")).toBeNull();
  });

  it("gives what the core gives, byte for byte, across the message boundary", async () => {
    const direct = coreFiles();
    const session = createSession(tickingHost());
    const world = await session.read(SOURCES, RECIPE.read, () => {});
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
    await session.read(SOURCES, RECIPE.read, () => {});
    const whole = await session.plan(RECIPE, () => {});
    expect(whole.plan.stopped).toBe("done");

    const host = tickingHost(() => isRead && void session.cancel());
    let isRead = false;
    session = createSession(host);
    await session.read(SOURCES, RECIPE.read, () => {});
    isRead = true;
    host.pauses = 0;
    const { plan } = await session.plan(RECIPE, () => {});
    expect(plan.stopped).toBe("cancelled");
    expect(host.pauses).toBe(1);
    expect(plan.zoning.assignment.length).toBe(whole.plan.zoning.assignment.length);
  });

  it("a cancel with nothing running does not spoil the next plan", async () => {
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    await session.cancel();
    expect((await session.plan(RECIPE, () => {})).plan.stopped).toBe("done");
  });

  it("a second plan stops the first", async () => {
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const first = session.plan(RECIPE, () => {});
    const second = session.plan(RECIPE, () => {});
    expect((await first).plan.stopped).toBe("cancelled");
    expect((await second).plan.stopped).toBe("done");
  });

  it("reports progress between 0 and 1, more rarely than it pauses", async () => {
    const host = tickingHost();
    const session = createSession(host);
    await session.read(SOURCES, RECIPE.read, () => {});
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
    await session.read(SOURCES, RECIPE.read, () => {});
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
    await session.read(SOURCES, RECIPE.read, () => {});
    host.pauses = 0;
    const options = { draws: 400, seed: 7 };
    expect(await session.assess(RECIPE, plan.zoning, options, () => {})).toBeNull();
    expect(host.pauses).toBe(1);
    session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const first = session.assess(RECIPE, plan.zoning, options, () => {});
    const second = session.assess(RECIPE, plan.zoning, { draws: 5, seed: 7 }, () => {});
    expect(await first).toBeNull();
    expect((await second)?.odds.all).not.toBeNull();
  });

  it("[S57] [S70] compares as the core does, part by part, and writes the same bytes", async () => {
    const { prepared, plan } = coreFiles();
    const alone: Zoning = {
      districts: plan.zoning.assignment.length > 0 ? [{ id: "P001", name: "一" }] : [],
      assignment: plan.zoning.assignment.map((_, i) => (i < 8 ? 0 : -1)),
      reason: plan.zoning.reason.map((_, i) => (i < 8 ? 0 : LEFT_OUT_REASONS.indexOf("by-hand"))),
    };
    const session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const seen: CompareProgress[] = [];
    const sides = [plan.zoning, alone].map((zoning, k) => ({
      name: `s${k}`,
      recipe: RECIPE,
      zoning,
    }));
    const request = { sides, today: "现状", options: COMPARED };
    const ended = await session.compare(structuredClone(request), (p) => seen.push(p));
    expect(ended).toBe(true);
    const views = sides.map(({ name, zoning }) => viewScenario({ name, prepared, zoning }));
    const report = reportComparison([...views, viewToday(prepared, "现状")], COMPARED);
    const file = await session.writeComparison();
    expect(new TextDecoder().decode(file?.bytes)).toBe(
      `${JSON.stringify({ version: VERSION, ...report })}\n`,
    );
    const parts = seen.flatMap(({ part }) => part ?? []);
    expect(parts.map(({ kind }) => kind)).toEqual([
      ...["table", "pair", "pair", "scenario", "scenario", "scenario", "together"],
    ]);
    const dones = seen.map(({ done }) => done);
    expect([...dones].sort((a, b) => a - b)).toEqual(dones);
    expect(dones.at(-1)).toBe(1);
    const [pair] = parts.flatMap((part) => (part.kind === "pair" ? part.pair : []));
    const { members } = report.pairs[0].winners;
    expect([...pair.members.balance.change]).toEqual(members.map((m) => m.balanceChangeYuan));
    expect([...pair.members.fee.before]).toEqual(
      members.map((m) => m.before?.feeAfterYuanPerM2Month ?? Number.NaN),
    );
  });

  it("a comparison that is stopped, or overtaken by another, writes nothing", async () => {
    const { plan } = coreFiles();
    const sides = [{ name: "a", recipe: RECIPE, zoning: plan.zoning }];
    const request = { sides, today: "现状", options: { ...COMPARED, draws: 400 } };
    let session = createSession(tickingHost());
    session = createSession(tickingHost(() => void session.stopComparing()));
    await session.read(SOURCES, RECIPE.read, () => {});
    expect(await session.compare(request, () => {})).toBe(false);
    expect(await session.writeComparison()).toBeNull();
    session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const first = session.compare(request, () => {});
    const second = session.compare({ ...request, options: COMPARED }, () => {});
    expect(await first).toBe(false);
    expect(await second).toBe(true);
  });

  it("[S48] finds the candidates that the core judges, and those solved before a cancel", async () => {
    const { prepared, plan: shown } = coreFiles();
    const wanted = candidateRecipes(RECIPE, prepared.problem).map(({ key }) => key);
    let session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const seen: CandidateProgress[] = [];
    const { candidates } = await session.candidates(RECIPE, shown.zoning, (p) => seen.push(p));
    expect(candidates.map(({ key }) => key)).toEqual(wanted);
    const judged = judgeCandidates(
      candidates.map(({ name, recipe, plan }) => {
        const own = prepare(prepared.world, recipe);
        return {
          name,
          indicators: readIndicators(
            viewScenario({ name: "", prepared: own, zoning: plan.zoning }),
          ),
        };
      }),
    );
    expect(candidates.map(({ judgement }) => judgement)).toEqual(judged);
    expect(new Set(seen.map(({ at }) => at)).size).toBe(wanted.length);
    session = createSession(tickingHost());
    await session.read(SOURCES, RECIPE.read, () => {});
    const some = await session.candidates(RECIPE, shown.zoning, ({ at }) => {
      if (at === 2) void session.cancel();
    });
    expect(some.candidates.map(({ key }) => key)).toEqual(wanted.slice(0, 2));
  });

  it("needs data before anything else", async () => {
    const session = createSession(tickingHost());
    await expect(session.link(RECIPE)).rejects.toThrow("no data yet");
    await expect(session.plan(RECIPE, () => {})).rejects.toThrow("no data yet");
  });
});
