import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { SCENERY_FILE } from "../../src/cli/city-options.ts";
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

describe("compare", () => {
  it("gives the indicators of every scenario with differences to the first", async () => {
    const words = ["compare", ...["a", "b"].map((d) => folder.path(`${d}/scenario.pianqu.json`))];
    const { code, stdout } = await run([...words, "--json"]);
    expect(code).toBe(0);
    const { scenarios, indicators } = JSON.parse(stdout);
    expect(scenarios).toEqual(["grid", "grid"]);
    const districts = indicators.find(({ key }: { key: string }) => key === "districts");
    const report = (d: string) => JSON.parse(folder.read(`${d}/report.json`)).counts.districts;
    expect(districts.values).toEqual([report("a"), report("b")]);
    expect(districts.differences[1]).toBe(report("b") - report("a"));
    expect((await run(words, "zh")).stdout).toContain("片区数");
  });

  it("needs two scenarios", async () => {
    expect((await run(["compare", folder.path("a/scenario.pianqu.json")])).code).toBe(2);
    expect((await run(["compare", data, data])).code).toBe(1);
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
    expect(answer.stderr).toContain("geojson | csv | xlsx | html");
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
