import { describe, expect, it } from "vitest";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "../store/fake-deps.ts";
import { run, temporaryFolder } from "./cli-fixture.ts";

const folder = temporaryFolder();

function polygons(names: readonly string[]): string {
  const features = names.map((name, i) => {
    const [west, east] = [101.5 + i * 0.0011, 101.501 + i * 0.0011];
    const ring = [
      [west, 25],
      [east, 25],
      [east, 25.001],
      [west, 25.001],
      [west, 25],
    ];
    return {
      type: "Feature",
      properties: { compound_id: `P${i}`, name, households: 200, built_year: 1990 },
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

const CITY = {
  name: "小区.geojson",
  text: polygons(["锦绣花园一期", "供销社家属院", "粮食局宿舍"]),
};
const LEDGER = {
  name: "台账.csv",
  text: "小区名称,实有户数量,建筑面积\n锦绣花园,310,2.1\n供销社家属院,96,0.8\n",
};

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

  it("[I73] a file that is no scenario is refused, and the line says what is wanted", async () => {
    const city = folder.write(CITY.name, CITY.text);
    const answer = await run(["validate", city, "--reading", city]);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain("--reading takes a scenario file");
  });
});
