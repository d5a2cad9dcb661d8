import { ByteBuffer } from "flatbuffers";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { fromFeature } from "flatgeobuf/lib/mjs/geojson/feature.js";
import { fromByteBuffer } from "flatgeobuf/lib/mjs/header-meta.js";
import { calcTreeSize } from "flatgeobuf/lib/mjs/packedrtree.js";
import type { Note } from "../note.ts";
import { type Extract, MAX_ROWS, type RawFile } from "./container.ts";
import { systemOfWkt } from "./read-wkt-system.ts";

const MAGIC_LENGTH = 8;
const PREFIX = 4;

type Header = ReturnType<typeof fromByteBuffer>;

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
  const headerLength = buffer.readUint32(MAGIC_LENGTH);
  buffer.setPosition(MAGIC_LENGTH);
  const header = fromByteBuffer(buffer);
  let at = MAGIC_LENGTH + PREFIX + headerLength;
  if (header.indexNodeSize > 0) at += calcTreeSize(header.featuresCount, header.indexNodeSize);
  const features: unknown[] = [];
  const notes: Note[] = [];
  try {
    while (at < bytes.length && features.length < MAX_ROWS) {
      const length = buffer.readUint32(at);
      if (length === 0 || at + PREFIX + length > bytes.length) throw new Error("cut off");
      buffer.setPosition(at);
      const feature = fromFeature(
        features.length,
        Feature.getSizePrefixedRootAsFeature(buffer),
        header,
      );
      const { geometry, properties } = feature;
      features.push({ type: "Feature", properties: plain(properties), geometry });
      at += PREFIX + length;
    }
  } catch {
    const args = { n: features.length };
    notes.push({ severity: "error", code: "container-cut-off", args });
  }
  return { layers: [{ kind: "features", layer: null, features, crs: systemOf(header) }], notes };
}
