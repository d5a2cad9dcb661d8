import type { Geometry } from "geojson";
import { VERSION } from "../src/core/base/version.ts";
import { type LocalProjection, unproject } from "../src/core/geometry/projection.ts";
import type { Point, Ring } from "./ring.ts";

/** A file of the demo city: its name and its text. */
export interface CityFile {
  readonly name: string;
  readonly text: string;
}

/** A feature in metres, before it is written. */
export interface Drawing {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly shape:
    | { readonly kind: "point"; readonly at: Point }
    | { readonly kind: "line"; readonly line: readonly Point[] }
    | { readonly kind: "area"; readonly rings: readonly Ring[] };
}

/** What the foreign member `pianqu` says of how a file was made. */
export interface Origin {
  readonly seed: number;
  readonly compounds: number;
}

/** Every feature of the demo carries this. */
export const DATA_SOURCE = "合成示例 synthetic";

/** The middle of the demo city on the globe, WGS 84. */
const MIDDLE: LocalProjection = { lon0: 101.53, lat0: 25.04 };
const DECIMALS = 7;

const NOTICE = {
  zh: "程序合成的示例数据：小区、单位、街道、社区名称和代码均为虚构，不对应任何真实地点、单位或居民；仅总量按公开数字校准。",
  en: "Synthetic demo data made by a program: compounds, companies, streets, communities and their codes are invented and match no real place, firm or resident; only the totals follow published figures.",
};

const CALIBRATION = {
  zh: "总量：楚政市函〔2022〕58号（2022-04-25）。老旧小区分布：各地老旧小区改造公开数据，见 data/README.md。",
  en: "Totals: reply 楚政市函〔2022〕58号 (2022-04-25). Distributions of aged compounds: published renovation programmes, see data/README.md.",
};

/** Canonical GeoJSON text: one feature a line, WGS 84 with 7 decimals, newline at the end. */
export function writeFeatureFile(
  name: string,
  drawings: readonly Drawing[],
  origin: Origin,
): CityFile {
  const pianqu = {
    synthetic: true,
    notice: NOTICE,
    generator: "pianqu demo",
    version: VERSION,
    ...origin,
    calibration: CALIBRATION,
  };
  const lines = drawings.map(({ properties, shape }) =>
    JSON.stringify({ type: "Feature", properties, geometry: toGeometry(shape) }),
  );
  const head = `{"type":"FeatureCollection","pianqu":${JSON.stringify(pianqu)},"features":[`;
  return { name, text: `${head}\n${lines.join(",\n")}\n]}\n` };
}

function toPosition([x, y]: Point): [number, number] {
  const [lon, lat] = unproject(MIDDLE, x, y);
  return [Number(lon.toFixed(DECIMALS)), Number(lat.toFixed(DECIMALS))];
}

function toGeometry(shape: Drawing["shape"]): Geometry {
  if (shape.kind === "point") return { type: "Point", coordinates: toPosition(shape.at) };
  if (shape.kind === "line") {
    return { type: "LineString", coordinates: shape.line.map(toPosition) };
  }
  const close = (ring: Ring) => [...ring, ring[0]!].map(toPosition);
  return { type: "Polygon", coordinates: shape.rings.map(close) };
}
