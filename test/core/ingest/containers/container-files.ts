/// <reference path="../../../../src/core/ingest/containers/sql-js.d.ts" />
import { utils, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import type { FeatureCollection, Polygon } from "geojson";
import GeoJSONFormat from "ol/format/GeoJSON.js";
import WKB from "ol/format/WKB.js";
import initSqlJs from "sql.js";
import type {
  ContainerHost,
  DecodeBytes,
  OpenContainer,
  RawFile,
} from "../../../../src/core/index.ts";
import type { UnpackedFile } from "../../../../src/core/ingest/containers/container.ts";
import { openContainer } from "../../../../src/core/ingest/containers/open-container.ts";
import { unpackFiles } from "../../../../src/core/ingest/containers/unpack-files.ts";

/** Text of bytes, as the worker and the command line hand it in. */
export const decode: DecodeBytes = (bytes, encoding, strict) =>
  new TextDecoder(encoding, { fatal: strict }).decode(bytes);

export const HOST: ContainerHost = { decode, loadSql: () => initSqlJs() };

/** Opens containers in this thread, without a budget. */
export const DESK = {
  open: ((format, file) => openContainer(format, file, HOST)) as OpenContainer,
  close() {},
};

/** Files of any format as texts, opened in this thread. */
export function unpackHere(files: readonly RawFile[]): Promise<UnpackedFile[]> {
  return unpackFiles(files, { open: DESK.open, decode });
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const GBK = new TextDecoder("gbk");
const gbkTable = new Map<string, readonly [number, number]>();
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const [character] = GBK.decode(Uint8Array.of(lead, trail));
    if (character && character !== "\ufffd") gbkTable.set(character, [lead, trail]);
  }
}

/** Text in GBK. @throws for characters that GBK lacks */
export function gbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const pair = gbkTable.get(character);
      if (pair) return [...pair];
      if (character > "\u007f") throw new Error(`not in GBK: ${character}`);
      return [character.charCodeAt(0)];
    }),
  );
}

/** Three compounds, one of them with a hole and one of two parts, as GeoJSON. */
export const CITY: FeatureCollection = {
  type: "FeatureCollection",
  features: [
    square("A1", "鹿城小区", { at: [101.54, 25.03], households: 120 }),
    square("A2", "东瓜家属院", { at: [101.542, 25.03], households: 80, hole: true }),
    square("A3", "北浦花园", { at: [101.544, 25.03], households: 200 }),
  ],
};

function ring(x: number, y: number, size: number): number[][] {
  return [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
}

function square(
  id: string,
  name: string,
  { at: [x, y], households, hole }: { at: [number, number]; households: number; hole?: boolean },
): FeatureCollection["features"][number] {
  const coordinates = [ring(x, y, 0.001)];
  if (hole) coordinates.push(ring(x + 0.0003, y + 0.0003, 0.0002).reverse());
  const properties = { 小区编号: id, 小区名称: name, 户数: households, 建筑面积: households * 75 };
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates } };
}

/** A polygon shapefile; rings are turned clockwise, as the format wants them. */
export function makeShp(features: FeatureCollection["features"]): Uint8Array {
  const records = features.map(({ geometry }, i) => {
    const rings = (geometry as Polygon).coordinates.map((r) => [...r].reverse());
    const points = rings.flat();
    const bytes = new Uint8Array(8 + 44 + 4 * rings.length + 16 * points.length);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, i + 1);
    view.setInt32(4, (bytes.length - 8) / 2);
    view.setInt32(8, 5, true);
    view.setInt32(44, rings.length, true);
    view.setInt32(48, points.length, true);
    let first = 0;
    rings.forEach((one, k) => {
      view.setInt32(52 + 4 * k, first, true);
      first += one.length;
    });
    points.forEach(([x, y], k) => {
      view.setFloat64(52 + 4 * rings.length + 16 * k, x, true);
      view.setFloat64(60 + 4 * rings.length + 16 * k, y, true);
    });
    return bytes;
  });
  const header = new Uint8Array(100);
  const view = new DataView(header.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, (100 + records.reduce((sum, { length }) => sum + length, 0)) / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, 5, true);
  return concat([header, ...records]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A dBASE table; names are cut to 10 bytes of the encoding, as every program does. */
export function makeDbf(
  rows: readonly Readonly<Record<string, unknown>>[],
  encode: (text: string) => Uint8Array,
): Uint8Array {
  const names = Object.keys(rows[0]);
  const width = 40;
  const header = new Uint8Array(32 + 32 * names.length + 1);
  const view = new DataView(header.buffer);
  header[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, header.length, true);
  view.setUint16(10, 1 + width * names.length, true);
  names.forEach((name, i) => {
    header.set(encode(name).subarray(0, 10), 32 + 32 * i);
    header[32 + 32 * i + 11] = "C".charCodeAt(0);
    header[32 + 32 * i + 16] = width;
  });
  header[header.length - 1] = 13;
  const body = rows.map((row) => {
    const bytes = new Uint8Array(1 + width * names.length).fill(32);
    names.forEach((name, i) => {
      bytes.set(encode(String(row[name] ?? "")).subarray(0, width), 1 + width * i);
    });
    return bytes;
  });
  return concat([header, ...body, Uint8Array.of(26)]);
}

const propertiesOf = ({ features }: FeatureCollection) =>
  features.map(({ properties }) => properties ?? {});

/** A zipped shapefile. */
export function makeShapefileZip(
  city: FeatureCollection,
  {
    encode = utf8,
    cpg = null,
    prj = null,
  }: { encode?: (text: string) => Uint8Array; cpg?: string | null; prj?: string | null } = {},
): Uint8Array {
  return zipSync({
    "city.shp": makeShp(city.features),
    "city.dbf": makeDbf(propertiesOf(city), encode),
    ...(cpg === null ? {} : { "city.cpg": utf8(cpg) }),
    ...(prj === null ? {} : { "city.prj": utf8(prj) }),
  });
}

/** A KML of the compounds with extended data. */
export function makeKml(city: FeatureCollection): string {
  const marks = city.features.map(({ properties, geometry }) => {
    const [outer, ...holes] = (geometry as Polygon).coordinates.map((r) =>
      r.map(([x, y]) => `${x},${y},0`).join(" "),
    );
    const data = Object.entries(properties ?? {})
      .map(([key, value]) => `<Data name="${key}"><value>${value}</value></Data>`)
      .join("");
    const inner = holes
      .map(
        (h) =>
          `<innerBoundaryIs><LinearRing><coordinates>${h}</coordinates></LinearRing></innerBoundaryIs>`,
      )
      .join("");
    return `<Placemark><ExtendedData>${data}</ExtendedData><Polygon><outerBoundaryIs><LinearRing><coordinates>${outer}</coordinates></LinearRing></outerBoundaryIs>${inner}</Polygon></Placemark>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>\n${marks.join("\n")}\n</Document></kml>`;
}

/** A GeoPackage of the compounds in EPSG:4490. */
export async function makeGeopackage(city: FeatureCollection): Promise<Uint8Array> {
  const { Database } = (await initSqlJs()) as unknown as {
    Database: new () => {
      run(sql: string, values?: unknown[]): void;
      export(): Uint8Array;
    };
  };
  const database = new Database();
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
    organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT)`);
  database.run(`INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4490, 'EPSG', 4490, '', '')`);
  database.run(`CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT,
    identifier TEXT, srs_id INTEGER)`);
  database.run(`CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
    geometry_type_name TEXT, srs_id INTEGER)`);
  database.run(`INSERT INTO gpkg_contents VALUES ('小区', 'features', '小区', 4490)`);
  database.run(`INSERT INTO gpkg_geometry_columns VALUES ('小区', 'geom', 'POLYGON', 4490)`);
  database.run(`CREATE TABLE "小区" (fid INTEGER PRIMARY KEY, geom BLOB, "小区编号" TEXT,
    "小区名称" TEXT, "户数" INTEGER, "建筑面积" REAL)`);
  city.features.forEach(({ properties, geometry }, i) => {
    const wkb = new Uint8Array(
      new WKB({ hex: false }).writeGeometry(
        new GeoJSONFormat().readGeometry(geometry) as NonNullable<
          ReturnType<GeoJSONFormat["readGeometry"]>
        >,
      ) as unknown as ArrayBuffer,
    );
    const head = Uint8Array.of(0x47, 0x50, 0, 1, 0x8a, 0x11, 0, 0);
    const { 小区编号, 小区名称, 户数, 建筑面积 } = properties ?? {};
    database.run(`INSERT INTO "小区" VALUES (?, ?, ?, ?, ?, ?)`, [
      i + 1,
      concat([head, wkb]),
      小区编号,
      小区名称,
      户数,
      建筑面积,
    ]);
  });
  return database.export();
}

export function makeFlatgeobuf(city: FeatureCollection): Uint8Array {
  return serialize(city, 4490) as Uint8Array;
}

/** A workbook of one sheet. */
export function makeWorkbook(
  rows: readonly (readonly unknown[])[],
  {
    bookType = "xlsx",
    merges = [],
    name = "Sheet1",
  }: {
    bookType?: "xlsx" | "biff8" | "xlsb" | "ods";
    merges?: readonly (readonly [number, number, number, number])[];
    name?: string;
  } = {},
): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows as unknown[][]);
  sheet["!merges"] = merges.map(([r, c, r2, c2]) => ({ s: { r, c }, e: { r: r2, c: c2 } }));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: "array", bookType }) as ArrayBuffer);
}

/** The compounds as a table with well-known text. */
export function tableOf(city: FeatureCollection): unknown[][] {
  const rows = city.features.map(({ properties, geometry }) => {
    const rings = (geometry as Polygon).coordinates.map(
      (r) => `(${r.map(([x, y]) => `${x} ${y}`).join(", ")})`,
    );
    return [...Object.values(properties ?? {}), `POLYGON(${rings.join(", ")})`];
  });
  return [[...Object.keys(city.features[0].properties ?? {}), "WKT"], ...rows];
}
