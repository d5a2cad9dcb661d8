import { gzipSync, unzipSync, zipSync } from "fflate";
import type { RawFile } from "../../src/core/index.ts";
import {
  CITY,
  concat,
  gbk,
  makeFlatgeobuf,
  makeGeopackage,
  makeKml,
  makeShapefileZip,
  makeWorkbook,
  tableOf,
  utf8,
} from "../core/ingest/containers/container-files.ts";

const csvOf = (rows: readonly (readonly unknown[])[]): string =>
  rows
    .map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(","))
    .join("\n");

/** A sound file of every kind that is read, by its kind; all hold the same three compounds. */
export async function soundFiles(): Promise<readonly RawFile[]> {
  const json = JSON.stringify(CITY);
  const lines = CITY.features.map((feature) => JSON.stringify(feature)).join("\n");
  return [
    { name: "city.geojson", bytes: utf8(json) },
    { name: "city.geojsonl", bytes: utf8(lines) },
    { name: "city.geojson.gz", bytes: gzipSync(utf8(json), { mtime: 0 }) },
    { name: "city-utf8.zip", bytes: makeShapefileZip(CITY, { cpg: "UTF-8" }) },
    { name: "city-gbk.zip", bytes: makeShapefileZip(CITY, { encode: gbk }) },
    { name: "city.kml", bytes: utf8(makeKml(CITY)) },
    { name: "city.kmz", bytes: zipSync({ "doc.kml": utf8(makeKml(CITY)) }, { mtime: STAMP }) },
    { name: "city.gpkg", bytes: await makeGeopackage(CITY) },
    { name: "city.fgb", bytes: makeFlatgeobuf(CITY) },
    { name: "city.xlsx", bytes: makeWorkbook(tableOf(CITY) as unknown[][]) },
    { name: "city.xls", bytes: makeWorkbook(tableOf(CITY) as unknown[][], { bookType: "biff8" }) },
    { name: "city.ods", bytes: makeWorkbook(tableOf(CITY) as unknown[][], { bookType: "ods" }) },
    { name: "city.csv", bytes: utf8(csvOf(tableOf(CITY))) },
  ];
}

/** A binary workbook whose metadata count two thousand million blocks in a record of one. */
function withLyingMetadata(): Uint8Array {
  const parts = unzipSync(makeWorkbook(tableOf(CITY) as unknown[][], { bookType: "xlsb" }));
  const block = Uint8Array.of(0x33, 12, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 0, 0, 0, 0, 0);
  return zipSync({ ...parts, "xl/metadata.bin": block }, { mtime: STAMP });
}

/**
 * A workbook whose numbers are marked as formulas, which are longer: the reader of their tokens never
 * reaches their end.
 */
export function endlessFile(): RawFile {
  const bytes = makeWorkbook(tableOf(CITY) as unknown[][], { bookType: "biff8" });
  const number = [0x03, 0x02, 14, 0];
  for (let at = 0; at < bytes.length; at++)
    if (number.every((byte, k) => bytes[at + k] === byte)) bytes.set([0x06, 0x00], at);
  return { name: "endless.xls", bytes };
}

const STAMP = "1980-01-01T00:00";

function withCount(file: Uint8Array, at: number, littleEndian: boolean): Uint8Array {
  const copy = file.slice();
  new DataView(copy.buffer).setUint32(at, 0xfffffff0, littleEndian);
  return copy;
}

/** Files made to do harm: bombs, depth, counts that lie, paths that leave, formulas, entities. */
export async function hostileFiles(): Promise<readonly RawFile[]> {
  const json = utf8(JSON.stringify(CITY));
  const zeros = new Uint8Array(24_000_000);
  let nested: Uint8Array = zipSync({ "city.geojson": json }, { mtime: STAMP });
  for (let k = 0; k < 8; k++) nested = zipSync({ "in.zip": nested }, { mtime: STAMP });
  const deep = (open: string, close: string, n: number) => open.repeat(n) + close.repeat(n);
  const many = Object.fromEntries(Array.from({ length: 6000 }, (_, k) => [`${k}.txt`, utf8("x")]));
  const entities = Array.from({ length: 12 }, (_, k) =>
    k === 0 ? '<!ENTITY a0 "aaaaaaaaaa">' : `<!ENTITY a${k} "${`&a${k - 1};`.repeat(10)}">`,
  ).join("");
  const gpkg = await makeGeopackage(CITY);
  const shp = makeShapefileZip(CITY);
  const formula = [
    ["小区名称", "户数", "WKT"],
    ['=cmd|"/c calc"!A1', 5, "POINT(101.5 25)"],
  ];
  return [
    { name: "bomb.zip", bytes: zipSync({ "a.geojson": zeros }, { mtime: STAMP }) },
    { name: "bomb.geojson.gz", bytes: gzipSync(zeros, { mtime: 0 }) },
    { name: "bomb.xlsx", bytes: zipSync({ "xl/workbook.xml": zeros }, { mtime: STAMP }) },
    { name: "nested.zip", bytes: nested },
    { name: "many.zip", bytes: zipSync(many, { mtime: STAMP, level: 0 }) },
    {
      name: "leaving.zip",
      bytes: zipSync(
        { "../../etc/a.geojson": json, "/b.geojson": json, "C:\\c.geojson": json },
        { mtime: STAMP },
      ),
    },
    { name: "deep.geojson", bytes: utf8(deep("[", "]", 200_000)) },
    {
      name: "deep-coordinates.geojson",
      bytes: utf8(
        `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${deep("[", "]", 50_000)}}}`,
      ),
    },
    { name: "deep.kml", bytes: utf8(`<kml>${deep("<Folder>", "</Folder>", 100_000)}</kml>`) },
    {
      name: "entities.kml",
      bytes: utf8(
        `<!DOCTYPE kml [${entities}]><kml><Placemark><name>&a11;</name></Placemark></kml>`,
      ),
    },
    { name: "count.shp", bytes: withCount(new Uint8Array(200), 24, false) },
    {
      name: "count.dbf",
      bytes: withCount(concat([Uint8Array.of(3), new Uint8Array(80)]), 4, true),
    },
    { name: "count.fgb", bytes: withCount(makeFlatgeobuf(CITY), 8, true) },
    { name: "count.xlsb", bytes: withLyingMetadata() },
    { name: "count.gpkg", bytes: withCount(gpkg, 28, false) },
    { name: "cut.zip", bytes: shp.subarray(0, shp.length - 30) },
    { name: "formula.csv", bytes: utf8(csvOf(formula)) },
    { name: "formula.xlsx", bytes: makeWorkbook(formula) },
    { name: "quote.csv", bytes: utf8(`小区名称,户数\n"${"x".repeat(2_000_000)}`) },
    { name: "wide.csv", bytes: utf8(`${"a,".repeat(100_000)}\n1`) },
    { name: "empty.zip", bytes: new Uint8Array() },
    {
      name: "prototype.geojson",
      bytes: utf8('{"__proto__":{"x":1},"features":[],"constructor":1}'),
    },
  ];
}
