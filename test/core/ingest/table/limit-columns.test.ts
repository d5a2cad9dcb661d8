import { describe, expect, it } from "vitest";
import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { MAX_COLUMNS } from "../../../../src/core/ingest/table/limit-columns.ts";
import { unpackHere } from "../containers/container-files.ts";

const AS_GIVEN = { fieldMap: {}, crs: null };

/** Points with so many columns, the last one a ledger's. */
function tableOf(width: number): string {
  const between = Array.from({ length: width - 4 }, (_, c) => `c${c}`);
  const headers = ["小区名称", "经度", "纬度", ...between, "户数"];
  const row = (name: string, lon: number) =>
    [name, lon, 25.04, ...between.map(() => 1), 240].join();
  return `${headers.join()}\n${row("甲小区", 101.53)}\n${row("乙小区", 101.54)}\n`;
}

/** As files are opened, and as text that reaches the core by itself. */
async function readBoth(text: string) {
  const bytes = new TextEncoder().encode(text);
  const [opened] = await unpackHere([{ name: "wide.csv", bytes }]);
  return [opened, { name: "wide.csv", text }].map((file) =>
    readWorld([{ role: "compounds", ...file }], AS_GIVEN),
  );
}

describe("tables with very many columns", () => {
  it("[I72] are read up to a limit, and that is said", async () => {
    for (const { compounds, issues } of await readBoth(tableOf(MAX_COLUMNS + 1))) {
      const said = issues.filter(({ code }) => code === "columns-too-many");
      expect(said).toMatchObject([
        {
          severity: "warning",
          source: "wide.csv",
          args: { n: MAX_COLUMNS + 1, limit: MAX_COLUMNS },
        },
      ]);
      expect(compounds.map(({ name }) => name).sort()).toEqual(["乙小区", "甲小区"]);
      expect(compounds[0].provenance.households).not.toBe("ledger");
      expect(Object.keys(compounds[0].properties).length).toBeLessThanOrEqual(MAX_COLUMNS);
    }
  });

  it("[I72] nothing is said up to the limit, and the last column is read", async () => {
    for (const { compounds, issues } of await readBoth(tableOf(MAX_COLUMNS))) {
      expect(issues.some(({ code }) => code === "columns-too-many")).toBe(false);
      expect(compounds.map(({ households }) => households)).toEqual([240, 240]);
    }
  });
});
