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

  it("[I73] a file that is no scenario is refused, and the line says what is wanted", async () => {
    const city = folder.write(CITY.name, CITY.text);
    const answer = await run(["validate", city, "--reading", city]);
    expect(answer.code).toBe(2);
    expect(answer.stderr).toContain("--reading takes a scenario file");
  });
});
