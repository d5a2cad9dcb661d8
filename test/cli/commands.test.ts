import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { SCENERY_FILE } from "../../src/cli/city-options.ts";
import {
  EXPORT_FORMATS,
  prepare,
  readOptionsOf,
  readScenario,
  readWorld,
  reportComparison,
  restoreScenario,
  unproject,
  VERSION,
  viewScenario,
  viewToday,
} from "../../src/core/index.ts";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld } from "../prepared-builder.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();
let data = "";

beforeAll(async () => {
  data = folder.write("grid.geojson", geojsonOf(gridWorld(30, { columns: 6 })));
  await run(["plan", data, "--out", folder.path("a")]);
  await run(["plan", data, "--out", folder.path("b"), "--max-compounds", "2"]);
});

describe("validate", () => {
  it("counts and lists issues; exit 0 without errors, 1 with", async () => {
    const { code, stdout } = await run(["validate", data, "--json"]);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.counts).toMatchObject({ features: 30, compounds: 30, errors: 0 });
    expect(answer.files).toEqual([{ name: "grid.geojson", role: "compounds" }]);
    expect(answer.dataHash).toMatch(/^[0-9a-f]{64}$/);

    const cut = folder.write("cut.geojson", folder.read("grid.geojson").slice(0, 500));
    const bad = await run(["validate", cut, "--json", "--lang", "zh"]);
    expect(bad.code).toBe(1);
    const { issues } = JSON.parse(bad.stdout);
    const issue = issues.find(({ source }: { source: string }) => source === "cut.geojson");
    expect(issue).toMatchObject({ severity: "error" });
    expect(issue.message).toMatch(/[一-龥]/);
  });

  it("without --json the counts are lines and the issues go to stderr", async () => {
    const { stdout, stderr } = await run(["validate", data]);
    expect(stdout).toContain("compounds\t30");
    expect(stderr).toMatch(/^(warning|info) \[/m);
  });
});

describe("an exported plan", () => {
  const args = (format: string, file: string) => ["export", file, "--format", format];
  const districtsIn = (text: string) =>
    JSON.parse(text).features.map((f: { properties: Record<string, unknown> }) => [
      ...["district_id", "district_name", "left_out_reason"].map((key) => f.properties[key]),
    ]);

  it("[X3] export takes its districts as they stand, in every format that carries them", async () => {
    const before = districtsIn(folder.read("b/compounds.geojson"));
    expect(new Set(before.map(String)).size).toBeGreaterThan(5);
    const out = folder.path("again");
    const first = await run([...args("geojson", folder.path("b/compounds.geojson")), "--out", out]);
    expect(first.code).toBe(0);
    expect(districtsIn(folder.read("again/compounds.geojson"))).toEqual(before);
    const csv = folder.path("tables");
    const scenario = folder.path("b/scenario.pianqu.json");
    await run([...args("csv", scenario), "--out", csv]);
    const ledger = ["--ledger", folder.path("tables/compounds.csv")];
    const joined = [...args("geojson", data), ...ledger, "--out", folder.path("joined")];
    expect((await run(joined)).code).toBe(0);
    expect(districtsIn(folder.read("joined/compounds.geojson"))).toEqual(before);
  });

  it("[X3] compare takes it beside a scenario; plan proposes anew and says so", async () => {
    const words = [
      "compare",
      folder.path("a/scenario.pianqu.json"),
      folder.path("b/compounds.geojson"),
    ];
    const { code, stdout } = await run([...words, "--json"]);
    expect(code).toBe(0);
    const kept = await run([
      "compare",
      ...["a", "b"].map((d) => folder.path(`${d}/scenario.pianqu.json`)),
      "--json",
    ]);
    const netCost = (text: string) =>
      JSON.parse(text).indicators.find(({ key }: { key: string }) => key === "netCostYuan").values;
    expect(netCost(stdout)).toEqual(netCost(kept.stdout));
    const again = await run([
      "plan",
      folder.path("b/compounds.geojson"),
      "--out",
      folder.path("c"),
    ]);
    expect(again.stderr).toContain("plan proposes anew");
  });

  it("data without districts, and options a scenario does not need, are refused in words", async () => {
    const bare = await run([...args("csv", data), "--out", folder.path("no")]);
    expect(bare.code).toBe(1);
    expect(bare.stderr).toContain("plan it first");
    const scenario = folder.path("b/scenario.pianqu.json");
    const needless = [...args("csv", scenario), "--ledger", data, "--out", folder.path("no")];
    const refused = await run(needless);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("leave out --ledger");
  });
});

describe("compare", () => {
  it("gives the indicators of every scenario with differences to the first", async () => {
    const words = ["compare", ...["a", "b"].map((d) => folder.path(`${d}/scenario.pianqu.json`))];
    const { code, stdout } = await run([...words, "--json"]);
    expect(code).toBe(0);
    const { scenarios, indicators } = JSON.parse(stdout);
    expect(scenarios).toEqual(["grid", "grid", "Today"]);
    const districts = indicators.find(({ key }: { key: string }) => key === "districts");
    const report = (d: string) => JSON.parse(folder.read(`${d}/report.json`)).counts.districts;
    expect(districts.values.slice(0, 2)).toEqual([report("a"), report("b")]);
    expect(districts.differences[1]).toBe(report("b") - report("a"));
    expect((await run(words, "zh")).stdout).toContain("片区数");
  });

  it("[S57] prints what the core reports, byte for byte", async () => {
    const paths = ["a", "b"].map((d) => folder.path(`${d}/scenario.pianqu.json`));
    const words = ["--json", "--draws", "20", "--seed", "7", "--weight", "netCostYuan=1"];
    const { stdout } = await run(["compare", ...paths, ...words]);
    const opened = ["a", "b"].map((d) => {
      const { scenario } = readScenario(folder.read(`${d}/scenario.pianqu.json`));
      if (!scenario) throw new Error("no scenario");
      const world = readWorld(scenario.sources, readOptionsOf(scenario.recipe));
      const prepared = prepare(world, scenario.recipe);
      const { zoning } = restoreScenario(scenario, world);
      return { prepared, view: viewScenario({ name: scenario.name, prepared, zoning }) };
    });
    const today = viewToday(opened[0].prepared, "Today");
    const report = reportComparison([...opened.map(({ view }) => view), today], {
      by: "netCostYuan",
      weights: { netCostYuan: 1 },
      seed: 7,
      draws: 20,
      phasing: { startYear: 2026, years: 3 },
    });
    expect(stdout).toBe(`${JSON.stringify({ version: VERSION, ...report })}\n`);
    expect(report.ranking?.wins).toHaveLength(2);
    expect(report.agreement?.matrix[0][0]).toBe(1);
  });

  it("one scenario is held against today; wrong files and weights are refused", async () => {
    const path = folder.path("a/scenario.pianqu.json");
    const alone = await run(["compare", path]);
    expect(alone.code).toBe(0);
    expect(alone.stdout).toContain("Today against grid");
    expect((await run(["compare"])).code).toBe(2);
    expect((await run(["compare", path, "--weight", "beauty=1"])).code).toBe(2);
    expect((await run(["compare", path, "--weight", "netCostYuan=-1"])).code).toBe(2);
    expect((await run(["compare", data, data])).code).toBe(1);
  });
});

describe("a scenario with drawings", () => {
  it("[C24] is planned, and planned as candidates, with them", async () => {
    const file = JSON.parse(folder.read("a/scenario.pianqu.json"));
    const { scenario } = readScenario(JSON.stringify(file));
    if (!scenario) throw new Error("no scenario");
    const { projection, shapes } = readWorld(scenario.sources, readOptionsOf(scenario.recipe));
    const place = (dy: number) =>
      unproject(projection, shapes.centroid[0] + 30, shapes.centroid[1] + dy);
    const drawn = {
      id: "drawn-1",
      kind: "road",
      barrierClass: "hard",
      line: [place(-4000), place(4000)],
    };
    file.recipe.barriersDrawn = [drawn];
    const path = folder.write("drawn.pianqu.json", JSON.stringify(file));
    const links = async (words: readonly string[]) => {
      const { stdout } = await run(["plan", data, "--json", ...words]);
      return JSON.parse(stdout).counts.links;
    };
    const plain = await links(["--out", folder.path("plain")]);
    const cut = await links(["--scenario", path, "--out", folder.path("cut")]);
    expect(cut).toBeLessThan(plain);
    const written = JSON.parse(folder.read("cut/scenario.pianqu.json"));
    expect(written.recipe.barriersDrawn).toEqual([drawn]);
    const out = folder.path("drawn-candidates");
    const { code } = await run(["candidates", data, "--scenario", path, "--out", out, "--json"]);
    expect(code).toBe(0);
  });
});

describe("candidates", () => {
  it("[S48] writes those that stand as scenarios that open, and says what each gives up", async () => {
    const out = folder.path("candidates");
    const { code, stdout } = await run(["candidates", data, "--out", out, "--json"]);
    expect(code).toBe(0);
    const { candidates } = JSON.parse(stdout);
    expect(candidates.length).toBeGreaterThanOrEqual(4);
    const kept = candidates.filter(({ beatenBy }: { beatenBy: string | null }) => !beatenBy);
    expect(kept.length).toBeGreaterThan(0);
    for (const { key, words } of kept) {
      const text = folder.read(`candidates/${key}.pianqu.json`);
      expect(readScenario(text).issues).toEqual([]);
      expect(words.zh).toMatch(/[一-龥]/);
    }
  });
});

describe("export", () => {
  const scenario = () => folder.path("a/scenario.pianqu.json");

  it("GeoJSON is what plan wrote", async () => {
    const answer = await run([
      "export",
      scenario(),
      "--format",
      "geojson",
      "--out",
      folder.path("x"),
    ]);
    expect(answer.code).toBe(0);
    for (const file of ["districts.geojson", "compounds.geojson"])
      expect(folder.read(`x/${file}`)).toBe(folder.read(`a/${file}`));
  });

  it("CSV and HTML, in the language asked for", async () => {
    const out = folder.path("y");
    await run(["export", scenario(), "--format", "csv", "--out", out, "--lang", "zh"]);
    const { data: rows } = Papa.parse<string[]>(folder.read("y/compounds.csv").slice(1));
    expect(rows[0]?.[0]).toBe("小区编号");
    await run(["export", scenario(), "--format", "html", "--out", out, "--lang", "en"]);
    expect(folder.read("y/report.html")).toContain('<html lang="en">');
  });

  it("XLSX is a workbook", async () => {
    const answer = await run(["export", scenario(), "--format", "xlsx", "--out", folder.path("w")]);
    expect(answer.code).toBe(0);
    expect(folder.read("w/plan.xlsx").slice(0, 2)).toBe("PK");
  });

  it("an unknown format names those there are", async () => {
    const answer = await run(["export", scenario(), "--format", "doc", "--out", folder.path("z")]);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain(EXPORT_FORMATS.join(" | "));
  });
});

describe("demo and bench", () => {
  it("demo writes the same city for the same seed; it reads without errors", async () => {
    const demo = async (out: string, seed: string) => {
      const words = ["demo", "--seed", seed, "--compounds", "60", "--out", folder.path(out)];
      return JSON.parse((await run([...words, "--json"])).stdout).written as string[];
    };
    const written = await demo("c1", "5");
    expect(await demo("c2", "5")).toEqual(written);
    await demo("c3", "6");
    const texts = (out: string) => written.map((name) => folder.read(`${out}/${name}`));
    expect(texts("c2")).toEqual(texts("c1"));
    expect(texts("c3")).not.toEqual(texts("c1"));
    const inputs = written.filter((name) => name !== SCENERY_FILE);
    const answer = await run([
      "validate",
      ...inputs.map((name) => folder.path(`c1/${name}`)),
      "--json",
    ]);
    expect(answer.code).toBe(0);
    expect(JSON.parse(answer.stdout).counts.compounds).toBe(60);
  });

  it("bench gives every stage as a ratio to parsing the same bytes", async () => {
    const { code, stdout } = await run(["bench", "--compounds", "60", "--json"]);
    expect(code).toBe(0);
    const { stages, parseMs } = JSON.parse(stdout);
    expect(stages.map(({ stage }: { stage: string }) => stage)).toEqual([
      "read",
      "link",
      "estimate",
      "plan",
      "outline",
    ]);
    for (const { ms, ratio } of stages) expect(ratio).toBeCloseTo(ms / parseMs);
  });
});
