import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { geojsonOf } from "../geojson-builder.ts";
import { gridWorld } from "../prepared-builder.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();
let data = "";

beforeAll(async () => {
  data = folder.write("grid.geojson", geojsonOf(gridWorld(12)));
});

/** Runs the command as a person does, in its own process. */
function spawn(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "src/cli/main.ts", ...words],
    { cwd: root, encoding: "utf8", env: { ...process.env, LC_ALL: "", LANG: "C", ...env } },
  );
  return { status, stdout, stderr };
}

describe("wrong usage ends with 2 and one line that says what to do", () => {
  const out = () => ["--out", folder.path("a")];
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ["no command", () => [], /use one of the commands validate \| plan/],
    ["unknown command", () => ["plant"], /use one of the commands/],
    ["unknown option", () => ["plan", data, ...out(), "--sed", "1"], /no option --sed; see --help/],
    ["short option", () => ["plan", data, "-o", "x"], /no option -o/],
    ["missing value", () => ["plan", data, ...out(), "--seed"], /--seed needs a value: --seed N/],
    ["option as value", () => ["plan", data, "--out", "--json"], /--out needs a value/],
    ["switch with value", () => ["plan", data, ...out(), "--json=1"], /--json takes no value/],
    ["twice", () => ["plan", data, ...out(), ...out()], /give --out only once/],
    ["missing --out", () => ["plan", data], /add --out/],
    ["no file", () => ["plan", ...out()], /name the compounds file/],
    ["two files", () => ["plan", data, data, ...out()], /takes one compounds file/],
    ["absent file", () => ["plan", "nowhere.json", ...out()], /nowhere.json \(no such file\)/],
    ["not a number", () => ["plan", data, ...out(), "--gap", "x"], /--gap cannot be "x"; give a n/],
    ["not finite", () => ["plan", data, ...out(), "--gap", "Infinity"], /--gap cannot be/],
    ["below range", () => ["plan", data, ...out(), "--gap", "-1"], /give a number ≥ 0/],
    ["not whole", () => ["plan", data, ...out(), "--seed", "1.5"], /give a whole number/],
    [
      "a system that the format has none of",
      () => ["export", data, "--format", "kml", "--system", "cgcs2000", ...out()],
      /kml is WGS 84 only; --system is for shp, gpkg/,
    ],
    ["no choice", () => ["plan", data, ...out(), "--method", "best"], /use auto \| exact/],
    ["no language", () => ["plan", data, ...out(), "--lang", "fr"], /use zh \| en/],
    ["threshold", () => ["plan", data, ...out(), "--threshold", "x"], /"households>=500"/],
    ["map field", () => ["plan", data, ...out(), "--map-field", "x"], /households=units/],
    [
      "field mapped twice",
      () => ["plan", data, ...out(), "--map-field", "fee=a", "--map-field", "fee=b"],
      /give --map-field fee=… only once/,
    ],
    [
      "column unit",
      () => ["plan", data, ...out(), "--column-unit", "x"],
      /ledger.xlsx:建筑面积=万㎡/,
    ],
    [
      "no such unit",
      () => ["plan", data, ...out(), "--column-unit", "grid.geojson:floor_area=箱"],
      /cannot be "箱"; use ㎡ \| 万㎡ \| 亩/,
    ],
    [
      "unit given twice",
      () => [
        "validate",
        data,
        ...["㎡", "万㎡"].flatMap((unit) => ["--column-unit", `grid.geojson:floor_area=${unit}`]),
      ],
      /give --column-unit grid.geojson:floor_area=… only once/,
    ],
    [
      "unit of a file that is not read",
      () => ["plan", data, ...out(), "--column-unit", "nowhere.csv:a=㎡"],
      /--column-unit: no file "nowhere.csv" is read; use grid.geojson/,
    ],
    [
      "axes of a file that is not read",
      () => ["validate", data, "--swap-axes", "nowhere.csv"],
      /--swap-axes: no file "nowhere.csv" is read/,
    ],
    [
      "system of a file that is not read",
      () => ["validate", data, "--file-crs", "nowhere.csv=gcj02"],
      /--file-crs: no file "nowhere.csv" is read/,
    ],
    ["no compound", () => ["plan", data, ...out(), "--max-compounds", "0"], /whole number ≥ 1/],
    ["crs", () => ["plan", data, ...out(), "--crs", "wgs"], /use EPSG:n, gcj02 or bd09/],
    [
      "two ages",
      () => ["plan", data, ...out(), "--all-ages", "--aged-before", "1990"],
      /either --all-ages or --aged-before/,
    ],
    ["nothing to check", () => ["validate"], /name the files/],
    ["no format", () => ["export", data, ...out()], /add --format/],
    ["out is a file", () => ["demo", "--compounds", "20", "--out", data], /another --out/],
    ["city too small", () => ["demo", "--compounds", "19", ...out()], /whole number ≥ 20 ≤ 20000/],
  ];

  it.each(cases)("%s", async (_, words, message) => {
    const { code, stdout, stderr } = await run(words());
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stdout).toBe("");
    expect(code).toBe(2);
  });

  it("speaks Chinese when asked", async () => {
    expect((await run(["plan", "--lang", "zh"])).stderr).toContain("缺少 --out");
    expect((await run(["plan", "--lang=zh"])).stderr).toContain("缺少 --out");
    expect((await run(["plan"], "zh")).stderr).toContain("缺少 --out");
    expect((await run(["plan", "--lang", "en"], "zh")).stderr).toContain("add --out");
  });
});

describe("help", () => {
  it("lists the commands, and the options of each", async () => {
    const all = await run(["--help"]);
    expect(all.code).toBe(0);
    for (const command of [
      "validate",
      "plan",
      "candidates",
      "compare",
      "export",
      "demo",
      "bench",
    ]) {
      expect(all.stdout).toContain(`  ${command} `);
      const one = await run([command, "--help"]);
      expect(one.code).toBe(0);
      expect(one.stdout).toContain("--json");
    }
    const help = (await run(["plan", "--help", "--lang", "zh"])).stdout;
    for (const option of ["--max-span", "--map-field", "--time-limit", "小区数上限"])
      expect(help).toContain(option);
  });
});

describe("as its own process", () => {
  it("plans with exit 0 and one JSON object on stdout", async () => {
    const { status, stdout } = spawn(["plan", data, "--out", folder.path("p"), "--json"]);
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.counts.compounds).toBe(12);
    expect(report.peakMemoryMb).toBeGreaterThan(10);
    expect(report.timingsMs.check).toBeGreaterThan(0);
  });

  it("wrong usage: exit 2, the terminal's language", async () => {
    const { status, stdout, stderr } = spawn(["plan"], { LANG: "zh_CN.UTF-8" });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("缺少 --out");
  });
});
