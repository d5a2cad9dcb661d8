import { describe, expect, it } from "vitest";
import { readScenario, writeScenario } from "../../src/core/index.ts";
import { createAppStore } from "../../src/store/create-app-store.ts";
import { fakeDeps } from "./fake-deps.ts";
import { fakeMemory, fakePages, fakeStorage } from "./fake-storage.ts";
import { CITY, LEDGER, polygons } from "./ledger-city.ts";
import { active } from "./store-fixture.ts";

async function openedBoth(change: Parameters<typeof fakeDeps>[0] = {}) {
  const fake = fakeDeps(change);
  const store = createAppStore(fake.deps);
  const { actions } = store.getState();
  await actions.openFiles([CITY, LEDGER]);
  return { ...fake, store, actions };
}

type Store = Awaited<ReturnType<typeof openedBoth>>["store"];

const rowStates = (store: Store) =>
  store.getState().world?.ledgers[0].rows.map(({ state, compoundId }) => [state, compoundId]);

const householdsOf = (store: Store) =>
  store.getState().world?.compounds.map(({ households }) => households);

describe("decisions on files", () => {
  it("[I59][I60] a doubtful row waits, is joined by a decision, and let go by its withdrawal", async () => {
    const { store, actions } = await openedBoth();
    expect(rowStates(store)).toEqual([
      ["doubtful", null],
      ["joined", "P1"],
    ]);
    const key = store.getState().world?.ledgers[0].rows[0].key ?? "";
    await actions.decideReading("台账.csv", { joins: { [key]: "P0" } });
    expect(rowStates(store)?.[0]).toEqual(["joined", "P0"]);
    expect(active(store).recipe.read.files?.["台账.csv"].joins).toEqual({ [key]: "P0" });
    await actions.decideReading("台账.csv", { joins: { [key]: "" } });
    expect(rowStates(store)?.[0]).toEqual(["refused", null]);
    await actions.decideReading("台账.csv", { joins: {} });
    expect(rowStates(store)?.[0]).toEqual(["doubtful", null]);
  });

  it("[I56] a column is corrected once for all its cells, and keeps other decisions", async () => {
    const { store, actions } = await openedBoth();
    expect(householdsOf(store)).toEqual([200, 200, 200]);
    const key = store.getState().world?.ledgers[0].rows[0].key ?? "";
    await actions.decideReading("台账.csv", { joins: { [key]: "P0" } });
    await actions.decideReading("台账.csv", {
      columns: { 实有户数量: "households" },
      units: { 建筑面积: "万㎡" },
    });
    expect(householdsOf(store)).toEqual([310, 96, 200]);
    expect(store.getState().world?.compounds[0].floorAreaM2).toBe(21_000);
    expect(active(store).recipe.read.files?.["台账.csv"].joins).toEqual({ [key]: "P0" });
  });

  it("offers a correction when a file with the same headers is opened, and applies nothing unasked", async () => {
    const memory = fakeMemory();
    const first = await openedBoth({ memory });
    await first.actions.decideReading("台账.csv", { columns: { 实有户数量: "households" } });
    expect(first.store.getState().offers).toEqual([]);
    const next = await openedBoth({ memory });
    await expect.poll(() => next.store.getState().offers).toHaveLength(1);
    expect(householdsOf(next.store)).toEqual([200, 200, 200]);
    await next.actions.acceptOffer("台账.csv");
    expect(householdsOf(next.store)).toEqual([200, 96, 200]);
    expect(next.store.getState().offers).toEqual([]);
    await next.actions.openFiles([CITY, { ...LEDGER, text: LEDGER.text.replace("建筑", "占地") }]);
    expect(next.store.getState().offers).toEqual([]);
  });

  it("an offer turned down is gone", async () => {
    const memory = fakeMemory();
    const first = await openedBoth({ memory });
    await first.actions.decideReading("台账.csv", { columns: { 建筑面积: "" } });
    const next = await openedBoth({ memory });
    await expect.poll(() => next.store.getState().offers).toHaveLength(1);
    next.actions.dismissOffer("台账.csv");
    expect(next.store.getState().offers).toEqual([]);
    expect(next.calls.filter((call) => call === "read")).toHaveLength(1);
  });

  it("[I62] decisions on files that bring no compounds yet are not lost by the next one", async () => {
    const fake = fakeDeps();
    const store = createAppStore(fake.deps);
    const { actions } = store.getState();
    await actions.openFiles([
      { name: "a小区.geojson", text: polygons(["甲"], true) },
      { name: "b小区.geojson", text: polygons(["乙"], true) },
    ]);
    expect(store.getState().world?.compounds).toEqual([]);
    await actions.decideReading("a小区.geojson", { crs: "EPSG:4490", swapped: true });
    await actions.decideReading("b小区.geojson", { group: "name", swapped: true });
    expect(store.getState().reading.files).toMatchObject({
      "a小区.geojson": { crs: "EPSG:4490", swapped: true },
      "b小区.geojson": { swapped: true },
    });
    expect(store.getState().world?.issues.map(({ code }) => code)).not.toContain("swapped-lon-lat");
  });

  it("[I85] one file at a time leads, its other decisions stay, and none leads again", async () => {
    const { store, actions } = await openedBoth();
    await actions.decideReading("台账.csv", { columns: { 实有户数量: "households" } });
    expect(householdsOf(store)).toEqual([200, 96, 200]);
    await actions.leadWith("小区.geojson");
    expect(householdsOf(store)).toEqual([200, 200, 200]);
    await actions.leadWith("台账.csv");
    expect(householdsOf(store)).toEqual([200, 96, 200]);
    expect(active(store).recipe.read.files).toMatchObject({
      "小区.geojson": { columns: {} },
      "台账.csv": { leads: true, columns: { 实有户数量: "households" } },
    });
    expect(active(store).recipe.read.files?.["小区.geojson"]).not.toHaveProperty("leads");
    await actions.leadWith(null);
    expect(active(store).recipe.read.files?.["台账.csv"]).not.toHaveProperty("leads");
  });

  it("survive the next visit and the scenario file", async () => {
    const kept = fakeStorage();
    const { store, actions } = await openedBoth({ storage: kept.storage });
    const key = store.getState().world?.ledgers[0].rows[0].key ?? "";
    await actions.decideReading("台账.csv", { joins: { [key]: "P0" } });
    await actions.settled();
    const again = createAppStore(
      fakeDeps({ storage: kept.storage, access: fakePages().page() }).deps,
    );
    expect(await again.getState().actions.restore()).toBe(true);
    expect(rowStates(again)?.[0]).toEqual(["joined", "P0"]);
    expect(again.getState().reading.files?.["台账.csv"].joins).toEqual({ [key]: "P0" });
    const [file] = (await actions.exportFiles({ format: "plan" })).filter(({ name }) =>
      name.endsWith(".pianqu.json"),
    );
    const text = "text" in file ? file.text : "";
    const { scenario } = readScenario(text, file.name);
    expect(scenario?.recipe.read.files?.["台账.csv"].joins).toEqual({ [key]: "P0" });
    expect(scenario && writeScenario(scenario)).toBe(text);
  });

  it("[I74] what a file holds, guessed wrongly, is put right and read again; a file can be taken out", async () => {
    const line = (name: string) => ({
      type: "Feature",
      properties: { name },
      geometry: {
        type: "LineString",
        coordinates: [
          [101.5, 25],
          [101.51, 25],
        ],
      },
    });
    const text = JSON.stringify({ type: "FeatureCollection", features: [line("甲")] });
    const { store, actions } = await openedBoth();
    await actions.addFiles([{ name: "天桥.geojson", text }]);
    const roleOf = () => store.getState().sources.find(({ name }) => name === "天桥.geojson")?.role;
    expect(roleOf()).toBe("crossings");
    await actions.setRole("天桥.geojson", "barriers");
    expect(roleOf()).toBe("barriers");
    expect(store.getState().world?.crossings).toHaveLength(0);
    expect(active(store).stale).toBe(false);
    await actions.setRole("台账.csv", "context");
    expect(store.getState().world?.ledgers).toHaveLength(0);
    await actions.setRole("台账.csv", "ledger");
    expect(store.getState().world?.ledgers).toHaveLength(1);
    await actions.decideReading("台账.csv", { crs: "EPSG:4490" });
    await actions.removeFile("台账.csv");
    expect(store.getState().sources.map(({ name }) => name)).toEqual([CITY.name, "天桥.geojson"]);
    expect(store.getState().world?.ledgers).toHaveLength(0);
    expect(active(store).recipe.read.files).toEqual({});
  });
});
