/// <reference path="../ingest/containers/sql-js.d.ts" />

import type { Geometry } from "geojson";
import GeoJSONFormat from "ol/format/GeoJSON.js";
import WKB from "ol/format/WKB.js";
import { VERSION } from "../base/version.ts";
import type { SqlDatabase, SqlEngine } from "../ingest/containers/container.ts";
import type { ExportInput } from "./export-input.ts";
import type { ExportedBytes } from "./export-plan.ts";
import { turnRings } from "./formats/geojson.ts";
import type { Layer } from "./layers/layer.ts";
import { type Audience, planLayers } from "./layers/plan-layers.ts";
import { type WrittenSystem, writtenSystem } from "./layers/written-system.ts";

/** A fixed time, so that the same plan gives the same bytes. */
const STAMP = "1980-01-01T00:00:00.000Z";

/** Tables that every GeoPackage has (OGC 12-128r18, clauses 1.1.2 and 2.1.5), and the marks of its file. */
const FRAME = `
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL,
  description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL);
`;

type Value = string | number | Uint8Array | null;

function insertAll(database: SqlDatabase, sql: string, rows: readonly (readonly Value[])[]): void {
  const statement = database.prepare(sql);
  try {
    for (const row of rows) {
      statement.bind(row);
      statement.step();
      statement.reset();
    }
  } finally {
    statement.free();
  }
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const wkb = new WKB({ hex: false, littleEndian: true });
const geojson = new GeoJSONFormat();

function flatPositions(geometry: Geometry): number[] {
  return geometry.type === "GeometryCollection" ? [] : (geometry.coordinates.flat(9) as number[]);
}

function boxOf(flat: readonly number[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let k = 0; k + 1 < flat.length; k += 2) {
    box[0] = Math.min(box[0], flat[k]);
    box[1] = Math.min(box[1], flat[k + 1]);
    box[2] = Math.max(box[2], flat[k]);
    box[3] = Math.max(box[3], flat[k + 1]);
  }
  return box;
}

/** One kind of geometry per layer, two numbers per position, rings to RFC 7946. */
function uniform(geometry: Geometry): Geometry {
  if (geometry.type === "Polygon")
    return { type: "MultiPolygon", coordinates: [turnRings(geometry.coordinates)] };
  if (geometry.type === "MultiPolygon")
    return { type: "MultiPolygon", coordinates: geometry.coordinates.map(turnRings) };
  return geometry;
}

/** @throws for what is no geometry */
function readGeometry(geometry: Geometry) {
  const read = geojson.readGeometry(geometry);
  if (read === null) throw new Error("no geometry");
  return read;
}

/** A geometry in a GeoPackage's binary (clause 2.1.3): magic, little-endian, its box, then WKB. */
function writeBlob(geometry: Geometry, epsg: number): Uint8Array {
  const plain = uniform(geometry);
  const body = new Uint8Array(wkb.writeGeometry(readGeometry(plain)) as unknown as ArrayBuffer);
  const isPoint = plain.type === "Point";
  const head = isPoint ? 8 : 40;
  const blob = new Uint8Array(head + body.length);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, isPoint ? 0b0001 : 0b0011]);
  view.setInt32(4, epsg, true);
  if (!isPoint) {
    const [minX, minY, maxX, maxY] = boxOf(flatPositions(plain));
    [minX, maxX, minY, maxY].forEach((value, k) => {
      view.setFloat64(8 + 8 * k, value, true);
    });
  }
  blob.set(body, head);
  return blob;
}

function writeLayer(
  database: SqlDatabase,
  { name, title, columns, rows }: Layer,
  epsg: number,
): void {
  const isPoint = rows[0]?.geometry.type === "Point";
  const kind = isPoint ? "POINT" : "MULTIPOLYGON";
  const box =
    rows.length === 0 ? [0, 0, 0, 0] : boxOf(rows.flatMap((r) => flatPositions(r.geometry)));
  // A layer's own `id` column is text; the key of the table has another name.
  const declared = columns.map(({ name: column, decimals }) => {
    const type = decimals === null ? "TEXT" : decimals === 0 ? "INTEGER" : "REAL";
    return `${quote(column)} ${type}`;
  });
  insertAll(database, "INSERT INTO gpkg_contents VALUES (?,?,?,?,?,?,?,?,?,?)", [
    [name, "features", title, `Pianqu ${VERSION}`, STAMP, ...box, epsg],
  ]);
  insertAll(database, "INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,?,?)", [
    [name, "geom", kind, epsg, 0, 0],
  ]);
  database.exec(
    `CREATE TABLE ${quote(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${kind}, ${declared.join(", ")})`,
  );
  const marks = ["?", "?", ...columns.map(() => "?")].join(",");
  insertAll(
    database,
    `INSERT INTO ${quote(name)} VALUES (${marks})`,
    rows.map(({ cells, geometry }, k) => [k + 1, writeBlob(geometry, epsg), ...cells]),
  );
}

/** WGS 84 stands in every GeoPackage (clause 1.1.2.1.2). */
function writeSystems(database: SqlDatabase, system: WrittenSystem): void {
  const all = [writtenSystem("wgs84", 0), ...(system.epsg === 4326 ? [] : [system])];
  insertAll(
    database,
    "INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)",
    all.map(({ name, epsg, wkt }) => [name, epsg, "EPSG", epsg, wkt, null]),
  );
}

function placedIn(layer: Layer, system: WrittenSystem): Layer {
  const rows = layer.rows.map((row) => ({ ...row, geometry: system.place(row.geometry) }));
  return { ...layer, rows };
}

/** `plan.gpkg`: districts and compounds as two layers, by SQLite (sql.js) and OpenLayers' WKB. */
export function exportGeopackage(
  input: ExportInput,
  {
    sql,
    audience,
    system,
  }: { readonly sql: SqlEngine; readonly audience: Audience; readonly system: WrittenSystem },
): readonly ExportedBytes[] {
  const database = new sql.Database();
  try {
    database.exec(FRAME);
    writeSystems(database, system);
    for (const layer of planLayers(input, audience))
      writeLayer(database, placedIn(layer, system), system.epsg);
    return [{ name: "plan.gpkg", bytes: database.export() }];
  } finally {
    database.close();
  }
}
