import { describe, expect, it } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "../store/fake-deps.ts";
import { CITY, LEDGER } from "../store/ledger-city.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();

/** What a person decides on the page, and the files it exports then. */
async function decideOnPage() {
  const store = createAppStore(fakeDeps().deps);
  const { actions } = store.getState();
  const files = await actions.unpackFiles(
    [CITY, LEDGER].map(({ name, text }) => ({ name, blob: new Blob([text]) })),
  );
  await actions.openFiles(files);
  const doubtful = store.getState().world?.ledgers[0].rows[0].key ?? "";
  await actions.decideReading(LEDGER.name, {
    joins: { [doubtful]: "P0" },
    columns: { 实有户数量: "households" },
    units: { 建筑面积: "万㎡" },
  });
  const exported = await actions.exportFiles({ format: "plan" });
  const textOf = (name: string) => {
    const file = exported.find((one) => one.name === name);
    return file && "text" in file ? file.text : "";
  };
  return { world: store.getState().world, textOf };
}

describe("decisions of the page on the command line", () => {
  it("[I73] --reading joins and reads the same files as the page did", async () => {
    const page = await decideOnPage();
    const reading = folder.write("decided.pianqu.json", page.textOf("scenario.pianqu.json"));
    const city = folder.write(CITY.name, CITY.text);
    const ledger = folder.write(LEDGER.name, LEDGER.text);
    const words = ["plan", city, "--ledger", ledger, "--out"];
    const plain = await run([...words, folder.path("plain")]);
    const decided = await run([...words, folder.path("decided"), "--reading", reading]);
    expect([plain.code, decided.code]).toEqual([0, 0]);
    expect(page.world?.compounds.map(({ households }) => households)).toEqual([310, 96, 200]);
    const own = folder.read("decided/compounds.geojson");
    expect(own).toBe(page.textOf("compounds.geojson"));
    expect(folder.read("plain/compounds.geojson")).not.toBe(own);
    expect(JSON.parse(folder.read("decided/report.json")).dataHash).toBe(page.world?.dataHash);
  });

  it("[I73][I85] --reading lets the file lead that a person chose", async () => {
    const told = { name: "台账.csv", text: "小区名称,户数\n供销社家属院,121\n" };
    const store = createAppStore(fakeDeps().deps);
    const { actions } = store.getState();
    const all = [CITY, told].map(({ name, text }) => ({ name, blob: new Blob([text]) }));
    await actions.openFiles(await actions.unpackFiles(all));
    await actions.leadWith(CITY.name);
    const exported = await actions.exportFiles({ format: "plan" });
    const scenario = exported.find(({ name }) => name === "scenario.pianqu.json");
    const text = scenario && "text" in scenario ? scenario.text : "";
    const reading = folder.write("led.pianqu.json", text);
    const city = folder.write(CITY.name, CITY.text);
    const ledger = folder.write(told.name, told.text);
    const words = ["plan", city, "--ledger", ledger, "--out", folder.path("led")];
    const differences = async (...more: readonly string[]) => {
      const { code, stderr } = await run([...words, ...more]);
      expect(code, stderr).toBe(0);
      const report = JSON.parse(folder.read("led/report.json"));
      const issues = report.issues as { code: string }[];
      return issues.map((issue) => issue.code).filter((issue) => issue.includes("differ"));
    };
    expect(await differences()).toEqual(["ledger-differs-from-layer"]);
    expect(await differences("--reading", reading)).toEqual(["sources-differ-as-decided"]);
    expect(JSON.parse(folder.read("led/report.json")).dataHash).toBe(
      store.getState().world?.dataHash,
    );
  });

  it("[I73] a file that is no scenario is refused, and the line says what is wanted", async () => {
    const city = folder.write(CITY.name, CITY.text);
    const answer = await run(["validate", city, "--reading", city]);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain("--reading takes a scenario file");
  });
});

describe("the unit of a column", () => {
  /** What a plan with the units says of its data. */
  async function planWith(...units: readonly string[]) {
    const city = folder.write(CITY.name, CITY.text);
    const ledger = folder.write(LEDGER.name, LEDGER.text);
    const options = units.flatMap((unit) => ["--column-unit", unit]);
    const words = ["plan", city, "--ledger", ledger, "--out", folder.path("units"), ...options];
    const { code, stderr } = await run(words);
    expect(code, stderr).toBe(0);
    const report = JSON.parse(folder.read("units/report.json"));
    return {
      dataHash: report.dataHash,
      issues: report.issues as { code: string; message: string; fix: string }[],
    };
  }

  it("[I56] --column-unit reads it as the page does, in any usual spelling", async () => {
    const store = createAppStore(fakeDeps().deps);
    const { actions } = store.getState();
    const files = [CITY, LEDGER].map(({ name, text }) => ({ name, blob: new Blob([text]) }));
    await actions.openFiles(await actions.unpackFiles(files));
    await actions.decideReading(LEDGER.name, { units: { 建筑面积: "万㎡" } });
    const hash = store.getState().world?.dataHash;
    const plain = await planWith();
    expect(plain.dataHash).not.toBe(hash);
    for (const unit of ["万㎡", "万m2", "万平方米"])
      expect((await planWith(`${LEDGER.name}:建筑面积=${unit}`)).dataHash).toBe(hash);
  });

  it("[I27] of a column that is not there, or does not come in it, is an issue in words", async () => {
    const { issues, dataHash } = await planWith(
      `${LEDGER.name}:面积=万㎡`,
      `${LEDGER.name}:小区名称=亩`,
    );
    expect(dataHash).toBe((await planWith()).dataHash);
    const missing = issues.find(({ code }) => code === "unit-column-missing");
    expect(missing?.message).toContain("no column “面积”");
    expect(missing?.fix).toContain("小区名称、实有户数量、建筑面积");
    const unfit = issues.find(({ code }) => code === "unit-unfit");
    expect(unfit?.message).toBe("台账.csv: the column “小区名称” does not come in the unit “mu”.");
  });

  it("[I27] of a layer's column is told the same way", async () => {
    const grid = folder.write("面积.geojson", CITY.text);
    const words = (unit: string) => ["validate", grid, "--json", "--column-unit", unit];
    const codesOf = async (unit: string) =>
      JSON.parse((await run(words(unit))).stdout).issues.map(({ code }: { code: string }) => code);
    expect(await codesOf("面积.geojson:name=元")).toContain("unit-unfit");
    expect(await codesOf("面积.geojson:没有=元")).toContain("unit-column-missing");
  });
});
