import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { ExportInput } from "../../../src/core/export/export-input.ts";
import { writeCsv } from "../../../src/core/export/formats/csv.ts";
import { writeHtml } from "../../../src/core/export/formats/html.ts";
import { exportPage } from "../../../src/core/export/plan-page.ts";
import { exportTables } from "../../../src/core/export/plan-tables.ts";
import { plainCompound } from "../../../src/core/ingest/plain-compound.ts";
import { gridWorld, solved } from "../../prepared-builder.ts";

function sample(language: "zh" | "en" = "zh"): ExportInput {
  const world = gridWorld(16);
  const names = ['=HYPERLINK("x")', '<img src=x onerror="alert(1)">', "＝1", 'a,b\n"c"'];
  const compounds = world.compounds.map((compound, i) =>
    i < names.length ? { ...plainCompound(compound), name: names[i] } : compound,
  );
  const { prepared, plan } = solved({ ...world, compounds });
  return {
    prepared,
    zoning: plan.zoning,
    plan,
    outlines: { type: "FeatureCollection", features: [] },
    scenario: {
      id: "s1",
      name: "</title><script>alert(1)</script>",
      parent: null,
      edited: false,
      stale: false,
    },
    sources: [],
    issues: [],
    language,
    measure: () => ({
      timingsMs: { read: 0, check: 0, link: 0, estimate: 0, plan: 0, outline: 0, write: 0 },
      peakMemoryMb: null,
    }),
  };
}

describe("tables", () => {
  it("[X6] are UTF-8 with BOM and CRLF, formulas defused, numbers plain", () => {
    const text = writeCsv([
      ["name", "n"],
      ["=1+1", -5],
      ["@x", 0.5],
      [" +x", 1],
      ["＝1", null],
      ["ok", 2],
    ]);
    expect(text.startsWith("\uFEFFname,n\r\n")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    const { data } = Papa.parse<string[]>(text.slice(1).trimEnd());
    expect(data.slice(1)).toEqual([
      ["'=1+1", "-5"],
      ["'@x", "0.5"],
      ["' +x", "1"],
      ["'＝1", ""],
      ["ok", "2"],
    ]);
  });

  it("[X6] districts and compounds, every compound in one line", () => {
    const input = sample("en");
    const [districts, compounds] = exportTables(input).map(
      ({ text }) => Papa.parse<string[]>(text.slice(1).trimEnd()).data,
    );
    expect(districts).toHaveLength(input.zoning.districts.length + 1);
    expect(districts[0]).toContain("Floor area (m²)");
    expect(compounds).toHaveLength(input.prepared.world.compounds.length + 1);
    expect(compounds[1][1]).toBe('\'=HYPERLINK("x")');
    expect(compounds[4][8]).toBe("not aged");
    expect(new Set(compounds.map((row) => row.length))).toEqual(new Set([9]));
  });

  it("[X7] the page holds no markup from the data and no script", () => {
    for (const language of ["zh", "en"] as const) {
      const [{ name, text }] = exportPage(sample(language));
      expect(name).toBe("report.html");
      expect(text).not.toMatch(/<script|<img|javascript:|src=|href=/i);
      expect(text).toContain("&lt;script&gt;");
      expect(text).toContain(language === "zh" ? "模拟数据" : "synthetic");
    }
  });

  it("[X7] attributes and headings are escaped too", () => {
    const page = writeHtml(
      '"<b>',
      [{ heading: "&<", paragraphs: ["'"], table: [["<"], [1, null]] }],
      {
        language: '"x',
      },
    );
    expect(page).toContain('lang="&quot;x"');
    expect(page).toContain("<h1>&quot;&lt;b&gt;</h1>");
    expect(page).toContain("<h2>&amp;&lt;</h2>");
    expect(page).toContain("<p>&#39;</p>");
    expect(page).toContain("<th>&lt;</th>");
  });
});
