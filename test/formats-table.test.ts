import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const HEAD = "| format | read | write | round trip | worst fixture |";

const SOUND = "sound files of every kind load beside their neighbour";
const HOSTILE = "hostile files are said, and cost their neighbour nothing";
const CHANGED = "bytes changed anywhere give compounds and issues, and keep the neighbour";
const SAVED = "saves every format from the dialog, none empty, without a fault";
const SHEET = "makes a PDF of one A3 page and a picture of 300 dots per inch";

/** Titles of the tests behind the cells of each row; null: the cell claims nothing. */
const ROWS: Readonly<Record<string, readonly (string | null)[]>> = {
  "GeoJSON, one feature a line, gzip": [
    SOUND,
    SAVED,
    "gives the same zoning from GeoJSON",
    HOSTILE,
  ],
  "Shapefile, UTF-8": [
    SOUND,
    "say their encoding in .cpg and in the table",
    "a shapefile in UTF-8 gives the same zoning and figures",
    "a table that claims four thousand million records",
  ],
  "Shapefile, GBK": [
    SOUND,
    "GBK bytes are those of every other program",
    "a shapefile in GBK gives the same zoning and figures",
    "write what GBK lacks as ?",
  ],
  GeoPackage: [
    SOUND,
    SAVED,
    "a GeoPackage gives the same zoning and figures",
    "a view without end in a GeoPackage is not opened",
  ],
  "KML, KMZ": [SOUND, SAVED, "a KML gives the same zoning and figures", HOSTILE],
  FlatGeobuf: [SOUND, null, null, "a cut-off FlatGeobuf and KML keep what is whole"],
  XLSX: [SOUND, "has the bureau's sheets", "gives the same zoning from GeoJSON", HOSTILE],
  "XLS, ODS, ET": [SOUND, null, null, CHANGED],
  "CSV, TSV": [SOUND, "[X6]", "[X25]", HOSTILE],
  "SVG map": [
    null,
    SAVED,
    null,
    "is well-formed XML in every language and size, whatever the names",
  ],
  "HTML, text: report, notice, cards": [
    null,
    SAVED,
    null,
    "cards have a map, escaped names and the ledgers' warning",
  ],
  "PNG, PDF map (in the page)": [null, SHEET, null, null],
};

function titlesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return titlesOf(path);
    if (!entry.name.endsWith(".test.ts") || entry.name.startsWith("formats-table")) return [];
    const text = readFileSync(path, "utf8");
    return [...text.matchAll(/\bit(?:\.each\([^)]*\))?\(\s*[`"]([^`\n]*)/g)].map(
      ([, title]) => title,
    );
  });
}

function tableRows(): string[][] {
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const lines = readme.slice(readme.indexOf(HEAD)).split("\n").slice(2);
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(0, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("the table of formats", () => {
  it("claims in every cell what a test of that title shows, and nothing else", () => {
    const titles = titlesOf(join(ROOT, "test"));
    const rows = tableRows();
    expect(rows.map(([format]) => format)).toEqual(Object.keys(ROWS));
    for (const [format, ...cells] of rows) {
      cells.forEach((cell, k) => {
        const title = ROWS[format][k];
        expect([format, k, cell === "no" || cell === "none"]).toEqual([format, k, title === null]);
        if (title === null) return;
        expect([title, titles.some((known) => known.includes(title))]).toEqual([title, true]);
      });
    }
  });
});
