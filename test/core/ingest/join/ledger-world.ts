import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { type Sheet, writeTableText } from "../../../../src/core/ingest/table/table.ts";
import { type FileReading, type SourceFile, UNDECIDED } from "../../../../src/core/ingest/world.ts";

/** Squares of 100 m in a row, 300 m apart, called `小区.geojson`. */
export function layerOf(list: readonly Readonly<Record<string, unknown>>[]): SourceFile {
  const features = list.map((properties, i) => {
    const [x, y] = [101.5 + i * 0.003, 25];
    const ring = [
      [x, y],
      [x + 0.001, y],
      [x + 0.001, y + 0.001],
      [x, y + 0.001],
      [x, y],
    ];
    return {
      type: "Feature",
      properties,
      geometry: { type: "Polygon", coordinates: [ring] },
    };
  });
  const text = JSON.stringify({ type: "FeatureCollection", features });
  return { role: "compounds", name: "小区.geojson", text };
}

type Rows = Sheet["rows"];

/** A workbook of sheets by name. */
export function bookOf(name: string, sheets: Readonly<Record<string, Rows>>): SourceFile {
  const list = Object.entries(sheets).map(([sheet, rows]) => ({ name: sheet, rows, merges: [] }));
  return { role: "ledger", name, text: writeTableText(list, { format: "workbook", notes: [] }) };
}

/** Reads files as decided, with the issues that are not about defaults. */
export function readDecided(
  sources: readonly SourceFile[],
  decided: Readonly<Record<string, Partial<FileReading>>> = {},
) {
  const files = Object.fromEntries(
    Object.entries(decided).map(([name, part]) => [name, { ...UNDECIDED, ...part }]),
  );
  const world = readWorld(sources, { fieldMap: {}, crs: null, files });
  const issuesOf = (...codes: readonly string[]) =>
    world.issues.filter(({ code }) => codes.includes(code));
  return { world, issuesOf, households: world.compounds.map(({ households }) => households) };
}
