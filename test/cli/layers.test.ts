import { unzipSync, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import {
  CITY,
  makeShapefileZip,
  makeWorkbook,
  utf8,
} from "../core/ingest/containers/container-files.ts";
import { fakeDeps } from "../store/fake-deps.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";
import { BASE, makeLayeredGeopackage } from "./layer-files.ts";

const folder = temporaryFolder();
const FIELDS = ["小区编号", "小区名称", "户数", "建筑面积"];
const TABLE = [
  FIELDS,
  ...CITY.features.map(({ properties }) => FIELDS.map((field) => properties?.[field])),
];
/** Files as a bureau hands them over. */
const given: { name: string; bytes: Uint8Array }[] = [];
let [city, base, ledger, parts] = ["", "", "", ""];

beforeAll(async () => {
  const keep = (name: string, bytes: Uint8Array) => {
    given.push({ name, bytes });
    return folder.write(name, bytes);
  };
  const [header, ...rows] = TABLE;
  city = keep("小区红线.zip", makeShapefileZip(CITY));
  ledger = keep("台账一.xlsx", makeWorkbook([header, rows[0]]));
  parts = keep("台账二.ods", makeWorkbook([header, ...rows.slice(1)], { bookType: "ods" }));
  base = keep("基础数据.gpkg", await makeLayeredGeopackage(BASE));
});

/** The report of a plan with its exit code, and what was said beside it. */
async function plan(...words: readonly string[]) {
  const out = folder.path("out");
  const { code, stderr, stdout } = await run(["plan", ...words, "--out", out, "--json"]);
  const report = stdout === "" ? null : JSON.parse(stdout);
  const scenario = stdout === "" ? null : JSON.parse(folder.read("out/scenario.pianqu.json"));
  const sources: { name: string; role: string }[] = scenario?.sources ?? [];
  return {
    code,
    stderr,
    dataHash: report?.dataHash,
    name: scenario?.name,
    roles: sources.map(({ name, role }) => `${role} ${name}`).toSorted(),
  };
}

describe("several files for one option", () => {
  it("a ledger for each 社区 is read as one ledger is", async () => {
    const whole = folder.write("全.xlsx", makeWorkbook(TABLE));
    const bare = folder.write(
      "红线.geojson",
      JSON.stringify({
        ...CITY,
        features: CITY.features.map((one) => ({
          ...one,
          properties: { 小区编号: one.properties?.小区编号, 小区名称: one.properties?.小区名称 },
        })),
      }),
    );
    const one = await plan(bare, "--ledger", whole);
    const two = await plan(bare, "--ledger", ledger, "--ledger", parts);
    expect([one.code, two.code, two.dataHash]).toEqual([0, 0, one.dataHash]);
    expect((await plan(bare, "--ledger", ledger)).dataHash).not.toBe(one.dataHash);
  });
});

describe("layers of a container", () => {
  it("one is picked as validate lists it, inside a GeoPackage, an archive, or one in the other", async () => {
    const listed = JSON.parse((await run(["validate", base, "--json"])).stdout).files;
    expect(listed.map(({ name }: { name: string }) => name)).toContain("基础数据.gpkg/水系");
    const water = await plan(city, "--barriers", `${base}/水系`);
    expect([water.code, water.stderr]).toEqual([0, ""]);
    expect(water.roles).toEqual(["barriers 基础数据.gpkg/水系", "compounds 小区红线.zip/city.shp"]);
    const packed = folder.write(
      "材料.zip",
      zipSync(Object.fromEntries(given.map(({ name, bytes }) => [`报送/${name}`, bytes]))),
    );
    const inner = await plan(
      `${packed}/报送/小区红线.zip/city.shp`,
      "--barriers",
      `${packed}/报送/基础数据.gpkg/水系`,
    );
    expect(inner.code).toBe(0);
    expect(inner.dataHash).toBe(water.dataHash);
    const whole = await plan(
      `${packed}/报送/基础数据.gpkg/`,
      "--ledger",
      `${packed}/报送/台账一.xlsx`,
    );
    expect(whole.code).toBe(1);
  });

  it("one that is not there is wrong usage, and the line lists the layers", async () => {
    const { code, stderr } = await plan(city, "--barriers", `${base}/河流`);
    expect(code).toBe(2);
    expect(stderr).toContain('has no layer "河流"; use 基础数据.gpkg/');
    for (const name of Object.keys(BASE)) expect(stderr).toContain(`基础数据.gpkg/${name}`);
  });

  it("an option takes those that look like what it is for, and says which it left out", async () => {
    const { code, stderr, roles } = await plan(city, "--barriers", base, "--communities", base);
    expect(code).toBe(0);
    expect(roles).toEqual([
      "barriers 基础数据.gpkg/水系",
      "barriers 基础数据.gpkg/道路",
      "communities 基础数据.gpkg/社区",
      "compounds 小区红线.zip/city.shp",
    ]);
    expect(stderr).toContain("not 基础数据.gpkg/社区 (communities); name a layer to take it");
    expect(stderr).toMatch(/--communities .*: took 基础数据.gpkg\/社区, not /);
  });

  it("an option takes all where none looks like it, and one that is named whatever it looks like", async () => {
    const all = await plan(city, "--crossings", base);
    expect(all.roles.filter((role) => role.startsWith("crossings"))).toHaveLength(3);
    const named = await plan(city, "--barriers", `${base}/社区`);
    expect(named.roles).toContain("barriers 基础数据.gpkg/社区");
    expect(named.stderr).not.toContain("took");
  });

  it("what cannot be opened says why instead of asking for another layer", async () => {
    const broken = folder.write("坏.gpkg", utf8("SQLite format 3\0 and nothing else"));
    const { code, stderr } = await plan(`${broken}/水系`);
    expect(code).toBe(1);
    expect(stderr).toContain("坏.gpkg");
  });
});

describe("several files for plan", () => {
  it("[I74] are read as the page reads them when they are dropped together", async () => {
    const store = createAppStore(fakeDeps().deps);
    const { actions } = store.getState();
    const files = given.map(({ name, bytes }) => ({ name, blob: new Blob([bytes as BlobPart]) }));
    await actions.openFiles(await actions.unpackFiles(files));
    const page = store.getState().sources.map(({ name, role }) => `${role} ${name}`);
    const { code, stderr, roles, dataHash, name } = await plan(ledger, parts, base, city);
    expect(code).toBe(0);
    expect(roles).toEqual(page.toSorted());
    expect(dataHash).toBe(store.getState().world?.dataHash);
    expect(name).toBe("小区红线");
    expect(stderr).toContain("communities\t基础数据.gpkg/社区");
  });

  it("candidates takes them too; a scenario among them is wrong usage", async () => {
    const words = [city, ledger, "--out", folder.path("candidates")];
    expect((await run(["candidates", ...words])).code).toBe(0);
    await plan(city);
    const scenario = folder.path("out/scenario.pianqu.json");
    const { code, stderr } = await plan(city, scenario);
    expect(code).toBe(2);
    expect(stderr).toContain("give it with --scenario");
  });

  it("the parts of a shapefile beside its .shp are no files of their own", async () => {
    const files = Object.entries(unzipSync(given[0].bytes));
    const paths = files.map(([name, bytes]) => folder.write(name, bytes));
    const { code, roles } = await plan(...paths, folder.write("city.shx", utf8("x")), ledger);
    expect(code).toBe(0);
    expect(roles).toEqual(["compounds city.shp", "ledger 台账一.xlsx"]);
  });
});

describe("decisions on a file", () => {
  it("a container with one layer answers to its own name", async () => {
    const words = ["--file-crs", "小区红线.zip=gcj02"];
    const whole = await plan(city, "--file-crs", "小区红线.zip/city.shp=gcj02");
    const short = await plan(city, ...words);
    expect([short.code, short.dataHash]).toEqual([0, whole.dataHash]);
    expect((await plan(city)).dataHash).not.toBe(whole.dataHash);
    const validated = await run(["validate", city, "--json", ...words]);
    expect(JSON.parse(validated.stdout).dataHash).toBe(whole.dataHash);
  });

  it("one with several does not, and the line lists them; so does one for a name not read", async () => {
    const several = await plan(city, "--barriers", base, "--file-crs", "基础数据.gpkg=gcj02");
    expect(several.code).toBe(2);
    expect(several.stderr).toContain("several layers; use 基础数据.gpkg/水系 | 基础数据.gpkg/道路");
    const none = await plan(city, "--file-crs", "红线.zip=gcj02");
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('no file "红线.zip" is read; use 小区红线.zip/city.shp');
  });

  it("--help says how layers are named", async () => {
    for (const command of ["validate", "plan", "candidates", "compare", "export"]) {
      expect((await run([command, "--help"])).stdout).toContain("data.gpkg/water");
      expect((await run([command, "--help"], "zh")).stdout).toContain("基础数据.gpkg/水系");
    }
  });
});
