import type { Geometry } from "geojson";
import GeoJSONFormat from "ol/format/GeoJSON.js";
import WKB from "ol/format/WKB.js";
import type { Note } from "../note.ts";
import {
  type Extract,
  type FeatureExtract,
  MAX_ROWS,
  type RawFile,
  type SqlDatabase,
  type SqlEngine,
  type TableExtract,
} from "./container.ts";
import { systemOfWkt } from "./read-wkt-system.ts";

/** Most layers of one GeoPackage. */
const MAX_LAYERS = 200;

interface LayerRow {
  readonly table: string;
  readonly kind: string;
  readonly geometryColumn: string | null;
  readonly organization: string | null;
  readonly code: number;
  readonly definition: string;
}

/** Only plain tables: a view could hold a query without end. */
const LAYERS = `SELECT c.table_name, c.data_type, g.column_name, s.organization,
  s.organization_coordsys_id, s.definition
  FROM gpkg_contents c
  JOIN sqlite_master m ON m.type = 'table' AND m.name = c.table_name
  LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
  LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
  WHERE c.data_type IN ('features', 'attributes') AND m.sql NOT LIKE 'CREATE VIRTUAL%'
  ORDER BY c.table_name LIMIT ${MAX_LAYERS}`;

function* rowsOf(database: SqlDatabase, sql: string): Generator<[string[], unknown[]]> {
  const statement = database.prepare(sql);
  try {
    while (statement.step()) yield [statement.getColumnNames(), statement.get()];
  } finally {
    statement.free();
  }
}

function listLayers(database: SqlDatabase): LayerRow[] {
  return [...rowsOf(database, LAYERS)].map(([, row]) => ({
    table: String(row[0]),
    kind: String(row[1]),
    geometryColumn: row[2] === null ? null : String(row[2]),
    organization: row[3] === null ? null : String(row[3]),
    code: Number(row[4]),
    definition: String(row[5] ?? ""),
  }));
}

function systemOf({ organization, code, definition }: LayerRow): string | null {
  if (organization !== null && /^EPSG$/i.test(organization) && code > 0) return `EPSG:${code}`;
  return /^(?:undefined)?$/i.test(definition) ? null : systemOfWkt(definition);
}

const wkb = new WKB();
const geojson = new GeoJSONFormat();

/** Bytes of the envelope by its code (GeoPackage 1.3 §2.1.3). */
const ENVELOPE_BYTES: readonly number[] = [0, 32, 48, 48, 64];

/** Geometry of a GeoPackage blob: a header, then well-known binary. @throws when it is none */
function readBlob(blob: Uint8Array): Geometry | null {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new Error("no GeoPackage geometry");
  const flags = blob[3];
  if ((flags & 16) !== 0) return null;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7] ?? 0;
  const body = blob.slice(8 + envelope);
  const geometry = wkb.readGeometry(body);
  return geometry === null ? null : (geojson.writeGeometryObject(geometry) as Geometry);
}

function plainCell(value: unknown): unknown {
  return value instanceof Uint8Array ? null : value;
}

function readFeatures(database: SqlDatabase, layer: LayerRow, notes: Note[]): FeatureExtract {
  const features: unknown[] = [];
  let broken = 0;
  for (const [names, row] of rowsOf(database, selectAll(layer.table))) {
    const cells = names.map((name, i): [string, unknown] => [name, plainCell(row[i])]);
    const blob = row[names.indexOf(layer.geometryColumn ?? "")];
    let geometry: Geometry | null = null;
    try {
      if (blob instanceof Uint8Array) geometry = readBlob(blob);
    } catch {
      broken += 1;
    }
    const own = cells.filter(([name]) => name !== layer.geometryColumn);
    features.push({ type: "Feature", properties: Object.fromEntries(own), geometry });
  }
  if (broken > 0) {
    const args = { n: broken, total: features.length };
    notes.push({ severity: "error", code: "shapes-broken", args });
  }
  return { kind: "features", layer: layer.table, features, crs: systemOf(layer) };
}

function selectAll(table: string): string {
  return `SELECT * FROM "${table.replaceAll('"', '""')}" LIMIT ${MAX_ROWS}`;
}

function readAttributes(database: SqlDatabase, layer: LayerRow): TableExtract {
  const rows: (string | number | boolean | null)[][] = [];
  for (const [names, row] of rowsOf(database, selectAll(layer.table))) {
    if (rows.length === 0) rows.push(names);
    rows.push(
      row.map((cell) => (typeof cell === "number" || typeof cell === "string" ? cell : null)),
    );
  }
  return { kind: "table", layer: layer.table, sheets: [{ name: layer.table, rows, merges: [] }] };
}

/**
 * Layers of a GeoPackage (OGC 12-128r18) by SQLite (sql.js), geometries by OpenLayers' WKB. Views and
 * virtual tables are not opened; damaged geometries and tables are said, the rest is kept.
 * @throws when the bytes are no GeoPackage
 */
export function readGeopackage({ bytes }: RawFile, sql: SqlEngine): Extract {
  const database = new sql.Database(bytes);
  const notes: Note[] = [];
  try {
    database.exec(
      "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON",
    );
    const layers = listLayers(database).flatMap((layer): (FeatureExtract | TableExtract)[] => {
      try {
        return layer.kind === "features"
          ? [readFeatures(database, layer, notes)]
          : [readAttributes(database, layer)];
      } catch {
        const args = { layer: layer.table.slice(0, 60) };
        notes.push({ severity: "error", code: "layer-broken", args });
        return [];
      }
    });
    return { layers, notes };
  } finally {
    database.close();
  }
}
