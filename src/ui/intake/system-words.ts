import type { IntakeWords } from "./intake-words.ts";

/** First code, last code, first zone, its meridian, degrees per zone, and the text. */
const ZONES = [
  [4491, 4501, 13, 75, 6, "system.zone6"],
  [4502, 4512, 13, 75, 6, "system.zone6Bare"],
  [4513, 4533, 25, 75, 3, "system.zone3"],
  [4534, 4554, 25, 75, 3, "system.zone3Bare"],
] as const;

function nameOf(crs: string, t: IntakeWords): string {
  if (/^gcj-?02$/i.test(crs)) return t("system.gcj02");
  if (/^bd-?09$/i.test(crs)) return t("system.bd09");
  const epsg = Number(/(\d{4,5})$/.exec(crs)?.[1] ?? Number.NaN);
  if (epsg === 4326 || /CRS:?84$/i.test(crs)) return t("system.wgs84");
  if (epsg === 4490) return t("system.cgcs");
  if (epsg === 3857) return t("system.mercator");
  for (const [from, to, first, meridian, degrees, key] of ZONES) {
    if (epsg < from || epsg > to) continue;
    const step = epsg - from;
    return t(key, { zone: first + step, lon: meridian + step * degrees });
  }
  if (epsg > 32600 && epsg <= 32660) return t("system.utm", { zone: epsg - 32600 });
  return t("system.other", { name: crs.slice(0, 80) });
}

/** A coordinate system as an official would call it, with its code where it has one. */
export function systemWords(
  { crs, swapped }: { readonly crs: string; readonly swapped: boolean },
  t: IntakeWords,
): string {
  const code = /^EPSG:\d+$/.exec(crs);
  const system = code === null ? nameOf(crs, t) : `${nameOf(crs, t)} · ${crs}`;
  return swapped ? t("position.swap", { system }) : system;
}
