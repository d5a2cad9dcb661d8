import type { FeatureCollection, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, it } from "vitest";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { exportPlan } from "../../../src/core/export/export-plan.ts";
import { readZoning } from "../../../src/core/export/read-zoning.ts";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import type { World } from "../../../src/core/ingest/world.ts";
import { readScenario } from "../../../src/core/scenario/codec.ts";
import { applyDiff, mergeDistricts } from "../../../src/core/zoning/edit.ts";
import { gridWorld, solved } from "../../prepared-builder.ts";
import { openAgain, sampleInput } from "./export-sample.ts";

type Areas = FeatureCollection<Polygon | MultiPolygon>;

function inputFor(world: World): ExportInput {
  const { prepared, plan } = solved(world);
  return {
    prepared,
    zoning: plan.zoning,
    plan,
    outlines: { type: "FeatureCollection", features: [] },
    scenario: { id: "s1", name: "试点", parent: null, edited: false, stale: false },
    sources: [
      { role: "compounds", name: "b.geojson", text: "{}" },
      { role: "barriers", name: "a.geojson", text: "{}" },
    ],
    issues: [],
    language: "en",
    measure: () => ({
      timingsMs: { read: 1, check: 2, link: 3, estimate: 4, plan: 5, outline: 6, write: 7 },
      peakMemoryMb: 8,
    }),
  };
}

function exported(input: ExportInput): Record<string, string> {
  return Object.fromEntries(exportPlan(input).map(({ name, text }) => [name, text]));
}

function turn(ring: readonly Position[]): number {
  return ring.slice(1).reduce((sum, [x, y], i) => sum + (x - ring[i][0]) * (y + ring[i][1]), 0);
}

describe("the files of a plan", () => {
  it("[X1] compounds keep every own property, `__proto__` and HTML included", () => {
    const world = gridWorld(9);
    const properties = JSON.parse(
      '{"z":1,"__proto__":{"polluted":true},"constructor":"x","a":"<script>","1":null}',
    );
    const hostile = { ...plainCompound(world.compounds[0]), properties };
    const input = inputFor({ ...world, compounds: [hostile, ...world.compounds.slice(1)] });
    const [first] = JSON.parse(exported(input)["compounds.geojson"]).features;
    const {
      district_id: district,
      district_name: name,
      left_out_reason: reason,
      compound_id: id,
      ...kept
    } = first.properties;
    expect(name).toBe(input.zoning.districts[0].name);
    expect(Object.entries(kept)).toEqual(Object.entries(properties));
    expect(Object.hasOwn(kept, "__proto__")).toBe(true);
    expect(district).toMatch(/^P\d{3}$/);
    expect(reason).toBeNull();
    // The other compounds of the grid bear an `id` that is not theirs.
    expect([first.id, id]).toEqual(["c000", "c000"]);
  });

  it("[X1][X3] ids that a joined ledger brought do not take the place of the compounds' own", async () => {
    const world = gridWorld(9);
    const compounds = world.compounds.map((compound, i) => ({
      ...plainCompound(compound),
      properties: { 小区编号: `5323010010${10 + i}`, 小区名称: compound.name },
    }));
    const input = inputFor({ ...world, compounds });
    const text = exported(input)["compounds.geojson"];
    const again = await openAgain({ name: "compounds.geojson", text });
    expect(again.compounds.map(({ id }) => id)).toEqual(compounds.map(({ id }) => id));
    expect(readZoning(again).assignment).toEqual(input.zoning.assignment);
  });

  it("[X1] a compound in no district says why", () => {
    const input = inputFor(gridWorld(9));
    const { features } = JSON.parse(exported(input)["compounds.geojson"]);
    const byId = new Map(
      features.map((f: { id: string; properties: object }) => [f.id, f.properties]),
    );
    expect(byId.get("c003")).toMatchObject({ district_id: null, left_out_reason: "not-aged" });
    expect(byId.get("c008")).toMatchObject({ district_id: null, left_out_reason: "isolate" });
  });

  it("[X1] provenance: the files, and which figures a default stands in for", () => {
    const world = gridWorld(9);
    const [first, ...rest] = world.compounds;
    const provenance = { ...first.provenance, gates: "default", lifts: "default" } as const;
    const input = inputFor({
      ...world,
      compounds: [{ ...plainCompound(first), provenance }, ...rest],
    });
    const { pianqu, features } = JSON.parse(exported(input)["compounds.geojson"]);
    expect(pianqu).toMatchObject({ scenario: "试点", sources: ["a.geojson", "b.geojson"] });
    expect(features[0].properties.figures_filled_in).toEqual(["gates", "lifts"]);
    const known = features.filter((f: { properties: object }) =>
      Object.hasOwn(f.properties, "figures_filled_in"),
    );
    expect(known).toHaveLength(1);
  });

  it("[X2] corners have at most 7 decimals; rings turn the right-hand way", () => {
    const input = inputFor(gridWorld(9));
    for (const name of ["compounds.geojson", "districts.geojson"]) {
      const areas: Areas = JSON.parse(exported(input)[name]);
      for (const { geometry } of areas.features) {
        const polygons =
          geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
        for (const [outer] of polygons) {
          expect(turn(outer)).toBeLessThan(0);
          expect(outer[0]).toEqual(outer.at(-1));
          for (const degrees of outer.flat()) expect(Number(degrees.toFixed(7))).toBe(degrees);
        }
      }
    }
  });

  it("[X2] holes run clockwise even where the input had everything the wrong way", () => {
    const square = (at: number, side: number): Position[] => [
      [at, at],
      [at, at + side],
      [at + side, at + side],
      [at + side, at],
      [at, at],
    ];
    const world = gridWorld(9);
    const coordinates = [square(25, 0.001), square(25.0002, 0.0001).reverse()];
    const holed = {
      ...plainCompound(world.compounds[0]),
      geometry: { type: "Polygon" as const, coordinates },
    };
    const input = inputFor({ ...world, compounds: [holed, ...world.compounds.slice(1)] });
    const [first] = JSON.parse(exported(input)["compounds.geojson"]).features;
    const [outer, hole] = first.geometry.coordinates;
    expect(turn(outer)).toBeLessThan(0);
    expect(turn(hole)).toBeGreaterThan(0);
  });

  it("[X3] the zoning read back from the compounds is the exported one", async () => {
    const input = sampleInput("en");
    const { zoning } = input;
    const file = { name: "compounds.geojson", text: exported(input)["compounds.geojson"] };
    const back = readZoning(await openAgain(file));
    expect(zoning.districts.length).toBeGreaterThan(1);
    expect(back.assignment).toEqual(zoning.assignment);
    expect(back.reason).toEqual(zoning.reason);
    expect(back.districts).toEqual(zoning.districts);
  });

  it("[X4] districts carry figures with units and what they were made with", () => {
    const input = inputFor(gridWorld(30, { columns: 6 }));
    const { pianqu, features } = JSON.parse(exported(input)["districts.geojson"]);
    expect(pianqu).toMatchObject({
      scenario: "试点",
      synthetic: true,
      seed: 1,
      dataHash: input.prepared.world.dataHash,
      parameters: { gapM: 30 },
      certificate: input.plan?.objective.certificate,
    });
    const [{ properties }] = features;
    expect(properties).toMatchObject({ id: "P001", community: "甲社区", limits_met: true });
    expect(properties.members).toHaveLength(properties.compounds);
    const figures = ["floor_area_m2", "span_m", "net_cost_yuan_per_year"];
    for (const figure of figures) expect(properties[figure]).toBeTypeOf("number");
  });

  it("[X4] an emptied district is not a feature", () => {
    const input = inputFor(gridWorld(30, { columns: 6 }));
    const zoning = applyDiff(input.zoning, mergeDistricts(input.zoning, [0, 1]));
    const files = exported({ ...input, zoning, plan: null });
    const ids = JSON.parse(files["districts.geojson"]).features.map((f: { id: string }) => f.id);
    expect(ids).not.toContain("P002");
    expect(ids).toHaveLength(input.zoning.districts.length - 1);
    expect(readScenario(files["scenario.pianqu.json"]).scenario?.zoning.districts).toHaveLength(
      input.zoning.districts.length,
    );
  });

  it("[X5] the report accounts for every compound that takes part, once", () => {
    const input = inputFor(gridWorld(30, { columns: 6 }));
    const report = JSON.parse(exported(input)["report.json"]);
    const { counts } = report;
    const placed = report.districts.flatMap((d: { compounds: string[] }) => d.compounds);
    const out = report.leftOut.map((l: { compoundId: string }) => l.compoundId);
    expect(new Set([...placed, ...out]).size).toBe(counts.eligible);
    expect([placed.length, out.length]).toEqual([counts.included, counts.leftOut]);
    expect(counts.districts).toBe(report.districts.length);
    expect(counts.isolates).toBe(1);
    // Young compounds have links too, but take no part.
    expect(counts.links).toBeLessThan(input.prepared.graph.links.count);
    expect([counts.linksInCell, counts.oversized]).toEqual([counts.links, 0]);
    expect(report.objective).toEqual(input.plan?.objective);
    expect(report.timingsMs.write).toBe(7);
    expect(Object.keys(report)).toEqual([
      ...["version", "seed", "stopped", "dataHash", "counts", "objective", "projection"],
      ...["components", "timingsMs", "peakMemoryMb", "districts", "totals", "leftOut", "issues"],
    ]);
  });

  it("[X5] the report names every component, why it stands alone and what would connect it", () => {
    const world = gridWorld(30, { columns: 6 });
    const report = JSON.parse(exported(inputFor(world))["report.json"]);
    expect(report.components).toHaveLength(report.counts.components);
    const members = report.components.flatMap((c: { members: string[] }) => c.members);
    expect(new Set(members).size).toBe(members.length);
    const isolate = report.components.find((c: { compounds: number }) => c.compounds === 1);
    expect(isolate).toMatchObject({ reason: "alone", certificate: "optimal", connect: {} });
    expect(report.projection.scaleErrorPpm).toBeGreaterThan(0);
    const lines = report.districts.map((d: { bordersCrossed: object }) => d.bordersCrossed);
    expect(lines[0]).toMatchObject({ communities: 1, communityLines: 0, streetLines: 0 });
  });

  it("[X5] nothing proven: bound, gap and certificate are null", () => {
    const input = inputFor(gridWorld(30, { columns: 6 }));
    const report = JSON.parse(exported({ ...input, plan: null })["report.json"]);
    expect(report.objective).toEqual({
      name: "cost",
      levels: input.plan?.objective.levels,
      lowerBound: null,
      gap: null,
      certificate: null,
    });
    expect(report.stopped).toBeNull();
  });

  it("[X5] issues speak the language asked for", () => {
    const world = gridWorld(9);
    const issue = {
      code: "json-syntax",
      severity: "error",
      source: "x.geojson",
      feature: null,
      at: null,
      args: { line: 1, column: 2 },
    } as const;
    const input = inputFor({ ...world, issues: [issue] });
    const first = (language: "zh" | "en") =>
      JSON.parse(exported({ ...input, language })["report.json"]).issues[0];
    expect(first("en")).toMatchObject({ code: "json-syntax", severity: "error", feature: null });
    expect(first("en").message).toContain("x.geojson");
    expect(first("zh").fix).not.toBe(first("en").fix);
  });

  it("[X8] the same input gives the same bytes; sources are in a fixed order", () => {
    const once = exported(inputFor(gridWorld(20)));
    const again = exported(inputFor(gridWorld(20)));
    expect(again).toEqual(once);
    const { sources } = JSON.parse(once["scenario.pianqu.json"]);
    expect(sources.map((s: { name: string }) => s.name)).toEqual(["a.geojson", "b.geojson"]);
  });
});
