import type { Geometry, Position } from "geojson";
import { turnRings } from "./geojson.ts";

const HEADER = 100;
const [POINT, POLYGON] = [1, 5];

/** The shapes of a shapefile and their index. */
export interface WrittenShapes {
  readonly shp: Uint8Array;
  readonly shx: Uint8Array;
}

/** Outer rings clockwise, holes the other way: the reverse of RFC 7946. */
function ringsOf(geometry: Geometry): readonly (readonly Position[])[] {
  const polygons =
    geometry.type === "Polygon"
      ? [geometry.coordinates]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates
        : [];
  return polygons.flatMap((rings) => turnRings(rings).map((ring) => ring.toReversed()));
}

function boxOf(points: readonly Position[]): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

function putNumbers(view: DataView, at: number, numbers: readonly number[]): void {
  numbers.forEach((value, k) => {
    view.setFloat64(at + 8 * k, value, true);
  });
}

/** Content of a record, without its header. */
function writeShape(geometry: Geometry): Uint8Array {
  if (geometry.type === "Point") {
    const bytes = new Uint8Array(20);
    const view = new DataView(bytes.buffer);
    view.setInt32(0, POINT, true);
    putNumbers(view, 4, geometry.coordinates.slice(0, 2));
    return bytes;
  }
  const rings = ringsOf(geometry);
  const points = rings.flat();
  const bytes = new Uint8Array(44 + 4 * rings.length + 16 * points.length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, POLYGON, true);
  putNumbers(view, 4, boxOf(points));
  view.setInt32(36, rings.length, true);
  view.setInt32(40, points.length, true);
  let first = 0;
  rings.forEach((ring, k) => {
    view.setInt32(44 + 4 * k, first, true);
    first += ring.length;
  });
  points.forEach((point, k) => {
    putNumbers(view, 44 + 4 * rings.length + 16 * k, point.slice(0, 2));
  });
  return bytes;
}

function writeHeader(bytes: Uint8Array, type: number, box: readonly number[]): void {
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  putNumbers(view, 36, box);
}

/**
 * Shapes as a shapefile (ESRI white paper, July 1998): polygons, or points when the first shape is one.
 * Written here because the libraries there are stamp the time of the machine and know no GBK.
 */
export function writeShapes(geometries: readonly Geometry[]): WrittenShapes {
  const contents = geometries.map(writeShape);
  const length = contents.reduce((sum, content) => sum + 8 + content.length, HEADER);
  const shp = new Uint8Array(length);
  const shx = new Uint8Array(HEADER + 8 * contents.length);
  const [main, index] = [new DataView(shp.buffer), new DataView(shx.buffer)];
  let at = HEADER;
  contents.forEach((content, k) => {
    main.setInt32(at, k + 1);
    main.setInt32(at + 4, content.length / 2);
    shp.set(content, at + 8);
    index.setInt32(HEADER + 8 * k, at / 2);
    index.setInt32(HEADER + 8 * k + 4, content.length / 2);
    at += 8 + content.length;
  });
  const corners = geometries.flatMap((geometry) =>
    geometry.type === "Point" ? [geometry.coordinates] : ringsOf(geometry).flat(),
  );
  const type = geometries[0]?.type === "Point" ? POINT : POLYGON;
  const box = corners.length === 0 ? [0, 0, 0, 0] : boxOf(corners);
  writeHeader(shp, type, box);
  writeHeader(shx, type, box);
  return { shp, shx };
}
