import { findCoordinateSystem } from "./coordinate-system.ts";
import type { SystemCandidate } from "./position-reading.ts";

/** West, south, east, north of China, degrees, with room. */
const CHINA = [73, 3, 136, 54] as const;
/** Northings and eastings, without prefix, that a Gauss-Kruger or UTM plane gives in China, m. */
const NORTHING = [300_000, 6_000_000] as const;
const EASTING = [100_000, 900_000] as const;
/** What speaks for a system that only a person named. */
const NAMED_SCORE = 0.3;
/** Most candidates shown. */
const MAX_CANDIDATES = 6;
const KM_PER_DEGREE = 111.2;

function isInChina([lon, lat]: readonly [number, number]): boolean {
  const [west, south, east, north] = CHINA;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

function isWithin(value: number, [low, high]: readonly [number, number]): boolean {
  return value >= low && value <= high;
}

type Guess = readonly [crs: string, score: number];

function guessDegrees(lon: number, lat: number): Guess[] {
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return [];
  if (!isInChina([lon, lat])) return [["EPSG:4326", 0.4]];
  return [
    ["EPSG:4490", 0.8],
    ["gcj02", 0.3],
    ["bd09", 0.2],
  ];
}

/** Zones named by the first digits of the easting. */
function guessPrefixed(x: number, y: number): Guess[] {
  const zone = Math.floor(x / 1e6);
  if (!isWithin(x - zone * 1e6, EASTING) || !isWithin(y, NORTHING)) return [];
  if (zone >= 25 && zone <= 45) return [[`EPSG:${4513 + zone - 25}`, 0.9]];
  return zone >= 13 && zone <= 23 ? [[`EPSG:${4491 + zone - 13}`, 0.8]] : [];
}

/** Without prefix every zone is as likely as the next; only other layers can tell. */
function guessBare(x: number, y: number): Guess[] {
  if (!isWithin(x, EASTING) || !isWithin(y, NORTHING)) return [];
  const three = Array.from({ length: 21 }, (_, i): Guess => [`EPSG:${4534 + i}`, 0.12]);
  const six = Array.from({ length: 11 }, (_, i): Guess => [`EPSG:${4502 + i}`, 0.08]);
  const utm = Array.from({ length: 11 }, (_, i): Guess => [`EPSG:${32643 + i}`, 0.06]);
  return [...three, ...six, ...utm];
}

function guessMercator(x: number, y: number): Guess[] {
  return isWithin(x, [8_100_000, 15_200_000]) && isWithin(y, [330_000, 7_200_000])
    ? [["EPSG:3857", 0.6]]
    : [];
}

function guessAll(x: number, y: number): Guess[] {
  return [
    ...guessDegrees(x, y),
    ...guessPrefixed(x, y),
    ...guessBare(x, y),
    ...guessMercator(x, y),
  ];
}

/** A position of a system as `[lon, lat]`; null when it has none there. */
export function placeIn(crs: string, x: number, y: number): [number, number] | null {
  const system = findCoordinateSystem(crs);
  if (system === null) return null;
  const [lon, lat] = system.toWgs84?.([x, y]) ?? [x, y];
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null;
}

function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const shrink = Math.cos((a[1] * Math.PI) / 180);
  return Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]) * KM_PER_DEGREE;
}

/** Being where the other layers are says most; being far from them speaks against. */
function weigh(
  score: number,
  middle: readonly [number, number],
  near: readonly [number, number] | null,
) {
  if (near === null) return isInChina(middle) ? score : score / 4;
  const km = distanceKm(middle, near);
  if (km > 200) return score / 10;
  return km < 60 ? Math.min(0.98, 0.7 + score * 0.3) : score;
}

function judge(
  one: Omit<SystemCandidate, "middle">,
  [x, y]: readonly number[],
  near: readonly [number, number] | null,
): SystemCandidate | null {
  const middle = one.swapped ? placeIn(one.crs, y, x) : placeIn(one.crs, x, y);
  if (middle === null || Math.abs(middle[0]) > 180 || Math.abs(middle[1]) > 90) return null;
  return { ...one, middle, score: Math.round(weigh(one.score, middle, near) * 100) / 100 };
}

/** A system that a person names, judged by where the position would lie; null: it has no place there. */
export function scoreNamed(
  position: readonly number[],
  named: Pick<SystemCandidate, "crs" | "swapped">,
  near: readonly [number, number] | null,
): SystemCandidate | null {
  return judge({ ...named, score: NAMED_SCORE }, position, near);
}

/**
 * Systems that a position may be in, best first, by its magnitude alone and by where other layers lie.
 * Nothing is chosen: the list is for a person, who sees each on the map.
 * @param position a position of the file, as written
 * @param near middle of the layers already placed, `[lon, lat]`, or null
 */
export function proposeSystems(
  [x, y]: readonly number[],
  near: readonly [number, number] | null,
): SystemCandidate[] {
  const straight = guessAll(x, y).map(([crs, score]) => ({ crs, score, swapped: false }));
  const turned = guessAll(y, x).map(([crs, score]) => ({
    crs,
    score: score * 0.95,
    swapped: true,
  }));
  const isPlaced = straight.some(({ crs, score }) => score >= 0.5 && crs !== "EPSG:4326");
  const candidates = [...straight, ...(isPlaced ? [] : turned)]
    .map((one) => judge(one, [x, y], near))
    .filter((one) => one !== null);
  candidates.sort((a, b) => b.score - a.score || (a.crs < b.crs ? -1 : 1));
  return candidates.slice(0, near === null ? candidates.length : MAX_CANDIDATES);
}
