import { describe, expect, it } from "vitest";
import type { ExportChoice } from "../../../../src/core/export/export-as.ts";
import { exportAs } from "../../../../src/core/export/export-as.ts";
import { guessRoles } from "../../../../src/core/ingest/guess-role.ts";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { bytesOf, sampleInput } from "../../export/export-sample.ts";
import { HOST, unpackHere } from "../containers/container-files.ts";

const LANGUAGES = ["zh", "en"] as const;

/** What the program makes of its own files, dropped together beside the data they were made from. */
async function dropAll(language: "zh" | "en", choice: ExportChoice, names?: readonly string[]) {
  const input = sampleInput(language);
  const files = await exportAs(choice, input, HOST);
  const kept = files.filter(({ name }) => names?.includes(name) ?? true);
  const texts = await unpackHere(kept.map((file) => ({ name: file.name, bytes: bytesOf(file) })));
  const [{ name, text }] = input.sources;
  const sources = guessRoles([{ name, text }, ...texts]);
  const world = readWorld(sources, { fieldMap: {}, crs: null });
  const roleOf = (part: string) => sources.find((one) => one.name.includes(part))?.role;
  const codes = world.issues.map(({ code }) => code);
  return { roleOf, codes, world };
}

describe("what the program writes beside its layers", () => {
  it.each(LANGUAGES)("[I93] the table of districts is no ledger (%s)", async (language) => {
    const { roleOf, codes, world } = await dropAll(language, { format: "csv" });
    expect([roleOf("districts.csv"), roleOf("compounds.csv")]).toEqual(["context", "ledger"]);
    expect(codes.filter((code) => code === "own-district-table")).toHaveLength(1);
    expect(codes).not.toContain("ledger-row-unmatched");
    expect(world.compounds).toHaveLength(30);
  });

  it.each(LANGUAGES)("[I93] the legend of a shapefile is no data (%s)", async (language) => {
    const names = ["districts.zip", "shapefile-fields.txt"];
    const { roleOf, codes } = await dropAll(language, { format: "shp" }, names);
    expect([roleOf("districts.zip"), roleOf("fields.txt")]).toEqual(["context", "context"]);
    expect(codes.filter((code) => code === "own-field-legend")).toHaveLength(1);
    expect(codes).not.toContain("ledger-row-unmatched");
  });

  it.each(LANGUAGES)("[I93] of a workbook the sheets of districts are left out (%s)", async (l) => {
    const { roleOf, codes, world } = await dropAll(l, { format: "xlsx" });
    expect(roleOf("plan.xlsx")).toBe("ledger");
    expect(world.ledgers.map(({ rows }) => rows.length)).toEqual([30]);
    expect(codes).toContain("sheet-not-ledger");
    expect(codes).not.toContain("ledger-row-unmatched");
  });

  it("[I93] a person's word reads such a table as a ledger all the same", () => {
    const text = "片区编号,片区,小区名称,户数\nP1,一,甲,100\n";
    const world = readWorld([{ role: "ledger", name: "a.csv", text }], { fieldMap: {}, crs: null });
    expect(world.ledgers.map(({ rows }) => rows.length)).toEqual([1]);
  });

  it.each([["geojson"], ["kml"], ["shp"], ["gpkg"]] as const)(
    "[I90] points of the public set in %s come in as compounds",
    async (format) => {
      const input = sampleInput();
      const files = await exportAs({ format, audience: "public" }, input, HOST);
      const layers = files.filter(({ name }) => !/\.txt$/.test(name));
      const texts = await unpackHere(
        layers.map((file) => ({ name: file.name, bytes: bytesOf(file) })),
      );
      const roles = guessRoles(texts).map(({ role }) => role);
      expect(roles.sort()).toEqual(["compounds", "context"]);
    },
  );
});
