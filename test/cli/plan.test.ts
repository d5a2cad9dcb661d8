import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld } from "../prepared-builder.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();
const FILES = ["districts.geojson", "compounds.geojson", "scenario.pianqu.json", "report.json"];
let data = "";

beforeAll(async () => {
  data = folder.write("grid.geojson", geojsonOf(gridWorld(30, { columns: 6 })));
});

function plan(out: string, ...words: string[]) {
  return run(["plan", data, "--out", folder.path(out), ...words]);
}

describe("plan", () => {
  it("writes the four files, tells the outcome on stderr and nothing on stdout", async () => {
    const { code, stdout, stderr } = await plan("a");
    expect(code).toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/30 compounds → \d+ districts/);
    expect(stderr).toMatch(/objective \(lowest yearly net cost\)/);
    for (const file of FILES) expect(existsSync(folder.path(`a/${file}`))).toBe(true);
  });

  it("--json answers with the report as one object and nothing else", async () => {
    const { code, stdout } = await plan("b", "--json");
    expect(code).toBe(0);
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    const report = JSON.parse(stdout);
    expect(report).toEqual(JSON.parse(folder.read("b/report.json")));
    expect(report.counts.included + report.counts.leftOut).toBe(report.counts.eligible);
    expect(report.stopped).toBe("done");
  });

  it("[S7] planning a scenario file again gives the identical plan", async () => {
    await plan("c", "--seed", "7", "--max-compounds", "3");
    const scenario = folder.path("c/scenario.pianqu.json");
    expect((await run(["plan", "--scenario", scenario, "--out", folder.path("d")])).code).toBe(0);
    for (const file of FILES.slice(0, 3))
      expect(folder.read(`d/${file}`)).toBe(folder.read(`c/${file}`));
  });

  it("[X8] the order of features in the file plays no part", async () => {
    const content = JSON.parse(folder.read("grid.geojson"));
    const turned = { ...content, features: content.features.toReversed() };
    folder.write("turned.geojson", JSON.stringify(turned));
    await plan("e");
    await run(["plan", folder.path("turned.geojson"), "--out", folder.path("f")]);
    const strip = (text: string) => text.replaceAll("turned", "grid");
    for (const file of FILES.slice(0, 2))
      expect(strip(folder.read(`f/${file}`))).toBe(folder.read(`e/${file}`));
  });

  it("a byte-order mark is no part of a file's text, as in a browser", async () => {
    await plan("bom-without");
    const text = folder.read("grid.geojson");
    folder.write("grid.geojson", `\uFEFF${text}`);
    await plan("bom-with");
    folder.write("grid.geojson", text);
    expect(folder.read("bom-with/scenario.pianqu.json")).toBe(
      folder.read("bom-without/scenario.pianqu.json"),
    );
  });

  it("options reach the recipe; `none` switches a limit off", async () => {
    const assumptions = folder.write("assumptions.json", '{"fee_plan": 0.8}');
    await plan(
      "g",
      ...["--envelope", "terrain", "--gap", "12.5", "--links", "gap", "--aged-before", "1995"],
      ...["--min-households", "none", "--max-households", "900", "--min-floor-area", "none"],
      ...["--max-floor-area", "none", "--max-span", "400", "--max-compounds", "none"],
      ...["--objective", "max-p", "--threshold", "households>=500", "--attributes", "built_year"],
      ...["--dissimilarity", "pairwise", "--method", "search", "--seed", "3", "--iterations", "5"],
      ...["--map-field", "parking=spaces", "--crs", "epsg:4326", "--assumptions", assumptions],
    );
    const { recipe } = JSON.parse(folder.read("g/scenario.pianqu.json"));
    expect(recipe).toMatchObject({
      read: { fieldMap: { parking: "spaces" }, crs: "EPSG:4326" },
      assumptions: { fee_plan: 0.8 },
      parameters: {
        envelope: "terrain",
        gapM: 12.5,
        agedBefore: 1995,
        limits: {
          minHouseholds: null,
          maxHouseholds: 900,
          minFloorAreaM2: null,
          maxFloorAreaM2: null,
          maxSpanM: 400,
          maxCompounds: null,
          idealHouseholds: 800,
        },
        objective: "max-p",
        threshold: { field: "households", min: 500 },
        attributes: ["built_year"],
        dissimilarity: "pairwise",
        method: "search",
        seed: 3,
        iterations: 5,
      },
    });
    await plan("h", "--all-ages", "--objective", "compact", "--districts", "4");
    const other = JSON.parse(folder.read("h/scenario.pianqu.json")).recipe.parameters;
    expect(other).toMatchObject({ agedBefore: null, objective: "compact", districts: 4 });
  });

  it("a time limit ends the search with the best so far and says so", async () => {
    const { code, stdout } = await plan("i", "--json", "--time-limit", "0");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).stopped).toBe("time");
  });

  it("[R30] [R36] rules, locks and a start reach the recipe and hold in the plan", async () => {
    await plan("r1", "--max-compounds", "4");
    const start = folder.path("r1/scenario.pianqu.json");
    const before = JSON.parse(folder.read("r1/scenario.pianqu.json")).zoning.districts;
    const [kept] = before;
    const joined = before[1].compounds[0];
    await plan(
      ...["r2", "--start", start, "--lock", kept.id, "--lock", joined, "--lock", "P999"],
      ...["--must-together", `${before[2].compounds[0]},${before[2].compounds[1]}`],
      ...["--never-together", `${joined},${before[1].compounds[1]}`, "--anchors-as-seeds"],
    );
    const { recipe, zoning } = JSON.parse(folder.read("r2/scenario.pianqu.json"));
    expect(recipe.start).toEqual(before);
    expect(recipe.parameters.anchorsAsSeeds).toBe(true);
    expect(recipe.locks).toEqual([
      { ...kept, whole: true },
      { ...before[1], compounds: [joined], whole: false },
    ]);
    expect(zoning.districts).toContainEqual(kept);
    const home = zoning.districts.find((d: typeof kept) => d.compounds.includes(joined));
    expect(home).toMatchObject({ id: before[1].id, name: before[1].name });
    expect(home.compounds).not.toContain(before[1].compounds[1]);
    const { issues } = JSON.parse(folder.read("r2/report.json"));
    expect(issues.map(({ code }: { code: string }) => code)).toContain("lock-unknown");
    expect((await run(["plan", data, "--out", folder.path("r3"), "--lock", "P001"])).code).toBe(2);
    expect(
      (await run(["plan", data, "--out", folder.path("r3"), "--must-together", "a"])).code,
    ).toBe(2);
  });

  it("data with errors: the valid rest is planned, exit 1", async () => {
    const content = JSON.parse(folder.read("grid.geojson"));
    content.features[0].geometry.coordinates = [[[1, 2]]];
    folder.write("broken.geojson", JSON.stringify(content));
    const answer = await run(["plan", folder.path("broken.geojson"), "--out", folder.path("j")]);
    expect(answer.code).toBe(1);
    expect(answer.stderr).toMatch(/^error \[/m);
    expect(answer.stderr).toContain("29 compounds →");
    expect(existsSync(folder.path("j/report.json"))).toBe(true);
  });

  it("nothing usable: exit 1, nothing written, the JSON says why", async () => {
    folder.write("empty.geojson", "{");
    const words = ["plan", folder.path("empty.geojson"), "--out", folder.path("k"), "--json"];
    const { code, stdout } = await run(words);
    expect(code).toBe(1);
    const answer = JSON.parse(stdout);
    expect(answer.written).toEqual([]);
    expect(answer.issues.length).toBeGreaterThan(0);
    expect(existsSync(folder.path("k"))).toBe(false);
  });

  it("a bad assumptions file is an error of the data, the defaults stay", async () => {
    const bad = folder.write("bad.json", '{"fee_plan": "x", "nope": 1}');
    const { code, stdout } = await plan("l", "--assumptions", bad, "--json");
    expect(code).toBe(1);
    expect(JSON.parse(stdout).issues.map(({ code: c }: { code: string }) => c)).toEqual(
      expect.arrayContaining(["assumption-value", "assumption-unknown"]),
    );
    expect(JSON.parse(folder.read("l/scenario.pianqu.json")).recipe.assumptions).toEqual({});
  });

  it("a damaged scenario is an error of the data", async () => {
    const bad = folder.write("bad.pianqu.json", "{}");
    const answer = await run(["plan", "--scenario", bad, "--out", folder.path("m")]);
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain("scenario-none");
  });
});
