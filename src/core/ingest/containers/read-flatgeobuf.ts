import { ByteBuffer } from "flatbuffers";
import { Feature as RawFeature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import type { Geometry as RawGeometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import { Header as RawHeader } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { fromFeature } from "flatgeobuf/lib/mjs/geojson/feature.js";
import { fromByteBuffer } from "flatgeobuf/lib/mjs/header-meta.js";
import { calcTreeSize } from "flatgeobuf/lib/mjs/packedrtree.js";
import type { Note } from "../note.ts";
import { type Extract, MAX_ROWS, type RawFile } from "./container.ts";
import { systemOfWkt } from "./read-wkt-system.ts";

const MAGIC_LENGTH = 8;
const PREFIX = 4;

/** Most columns of a table. */
const MAX_COLUMNS = 2000;

type Header = ReturnType<typeof fromByteBuffer>;

/**
 * The header. The library believes every count it reads and would loop over a false one without end, so
 * counts are held against the bytes there are.
 * @throws when they do not fit
 */
function readHeader(buffer: ByteBuffer, bytes: Uint8Array): { header: Header; end: number } {
  const length = buffer.readUint32(MAGIC_LENGTH);
  const end = MAGIC_LENGTH + PREFIX + length;
  if (length === 0 || end > bytes.length) throw new Error("header cut off");
  buffer.setPosition(MAGIC_LENGTH);
  const columns = RawHeader.getSizePrefixedRootAsHeader(buffer).columnsLength();
  if (columns > MAX_COLUMNS) throw new Error(`${columns} columns`);
  buffer.setPosition(MAGIC_LENGTH);
  const header = fromByteBuffer(buffer);
  const { featuresCount, indexNodeSize } = header;
  if (!(featuresCount >= 0 && featuresCount <= bytes.length)) throw new Error("false count");
  const tree =
    indexNodeSize > 0 && featuresCount > 0 ? calcTreeSize(featuresCount, indexNodeSize) : 0;
  return { header, end: end + tree };
}

/** Simple geometries whose counts fit into the feature's own bytes. */
function isTame(geometry: RawGeometry | null, type: number, length: number): boolean {
  if (geometry === null) return true;
  const own = type === 0 ? geometry.type() : type;
  if (own < 1 || own > 6) return false;
  const parts = geometry.partsLength();
  if (own === 6 ? parts * 4 > length : parts > 0) return false;
  const counts = [geometry.endsLength() * 4, geometry.xyLength() * 8, geometry.zLength() * 8];
  if (counts.some((bytes) => bytes > length)) return false;
  for (let i = 0; i < parts; i++) {
    const part = geometry.parts(i);
    if (part === null || part.xyLength() * 8 > length || part.endsLength() * 4 > length)
      return false;
  }
  return true;
}

function readFeature(buffer: ByteBuffer, length: number, header: Header): unknown {
  const raw = RawFeature.getSizePrefixedRootAsFeature(buffer);
  if (!isTame(raw.geometry(), header.geometryType, length)) throw new Error("false counts");
  if (raw.propertiesLength() > length) throw new Error("false counts");
  const { geometry, properties } = fromFeature(0, raw, header);
  return { type: "Feature", properties: plain(properties), geometry };
}

function systemOf({ crs }: Header): string | null {
  if (crs === null) return null;
  if (crs.code > 0 && (crs.org === null || /^EPSG$/i.test(crs.org))) return `EPSG:${crs.code}`;
  return crs.wkt === null ? crs.name : systemOfWkt(crs.wkt);
}

function plain(properties: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties ?? {}).map(([key, value]) => [
      key,
      typeof value === "bigint" || (typeof value === "object" && value !== null)
        ? String(value)
        : value,
    ]),
  );
}

/**
 * Features of a FlatGeobuf file (specification 3.0) by the project's own library, one after the other.
 * A damaged or cut-off rest is said; the features before it are kept.
 * @throws when the header cannot be read
 */
export function readFlatgeobuf({ bytes }: RawFile): Extract {
  const buffer = new ByteBuffer(bytes);
  const { header, end } = readHeader(buffer, bytes);
  let at = end;
  const features: unknown[] = [];
  const notes: Note[] = [];
  try {
    while (at < bytes.length && features.length < MAX_ROWS) {
      const length = buffer.readUint32(at);
      if (length === 0 || at + PREFIX + length > bytes.length) throw new Error("cut off");
      buffer.setPosition(at);
      features.push(readFeature(buffer, length, header));
      at += PREFIX + length;
    }
  } catch {
    const args = { n: features.length };
    notes.push({ severity: "error", code: "container-cut-off", args });
  }
  return { layers: [{ kind: "features", layer: null, features, crs: systemOf(header) }], notes };
}
