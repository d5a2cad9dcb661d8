/** WGS 84 ellipsoid (EPSG:7030). */
const SEMI_MAJOR_M = 6378137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const RAD = Math.PI / 180;

/**
 * Local transverse Mercator plane in metres, central meridian and origin at the data's middle,
 * scale 1 there. Serialisable: only the two numbers travel.
 */
export interface LocalProjection {
  readonly lon0: number;
  readonly lat0: number;
}

/** Highest power of the series of sine and cosine: the next one is below 1e-17 up to π/2. */
const LAST_POWER = 23;

/**
 * Taylor series of the sine (`first` 1) or cosine (`first` 0) of a latitude, radians. `Math.sin` and
 * `Math.cos` may differ in the last digit from engine to engine; sums and products may not, and page
 * and command line have to give the same bytes.
 */
function sumSeries(lat: number, first: 0 | 1): number {
  const square = lat * lat;
  let sum = 1;
  for (let power = LAST_POWER - 1 + first; power > first; power -= 2)
    sum = 1 - (sum * square) / (power * (power - 1));
  return sum;
}

function sinOf(lat: number): number {
  return lat * sumSeries(lat, 1);
}

/** Never 0, so that the poles stay finite. */
function cosOf(lat: number): number {
  return Math.max(Number.EPSILON, sumSeries(lat, 0));
}

/**
 * Length of the meridian from the equator to `lat` (radians), metres. Snyder 1987, eq. 3-21, with
 * the sines of 2, 4 and 6 times `lat` by addition theorems.
 */
function meridianArcM(lat: number, sin: number, cos: number): number {
  const e4 = E2 * E2;
  const e6 = e4 * E2;
  const sin2 = 2 * sin * cos;
  const cos2 = 1 - 2 * sin * sin;
  const sin4 = 2 * sin2 * cos2;
  const sin6 = sin4 * cos2 + (1 - 2 * sin2 * sin2) * sin2;
  return (
    SEMI_MAJOR_M *
    ((1 - E2 / 4 - (3 * e4) / 64 - (5 * e6) / 256) * lat -
      ((3 * E2) / 8 + (3 * e4) / 32 + (45 * e6) / 1024) * sin2 +
      ((15 * e4) / 256 + (45 * e6) / 1024) * sin4 -
      ((35 * e6) / 3072) * sin6)
  );
}

/**
 * Metres east and north of the origin, written at `at`. Snyder 1987 (USGS PP 1395), eq. 8-9 and
 * 8-10 without their last terms. Off PROJ's `+proj=tmerc +ellps=WGS84` by less than 0.02 mm within
 * 50 km of the origin, 0.1 mm within 100 km up to 60° of latitude, 1 mm up to 80°. Lengths come
 * out too long with the distance x from the central meridian, by x²/2R²: 8 ppm at 25 km, 31 ppm at
 * 50 km, 123 ppm at 100 km.
 */
export function projectTo(
  projection: LocalProjection,
  lon: number,
  lat: number,
  out: Float64Array | number[],
  at = 0,
): void {
  projectFrom(originArcM(projection), projection.lon0, lon, lat, out, at);
}

/** {@link projectTo} for many points: what depends on the origin alone is reckoned once. */
export function createProjector(
  projection: LocalProjection,
): (lon: number, lat: number, out: Float64Array | number[], at: number) => void {
  const { lon0 } = projection;
  const arcM = originArcM(projection);
  return (lon, lat, out, at) => projectFrom(arcM, lon0, lon, lat, out, at);
}

function originArcM({ lat0 }: LocalProjection): number {
  const phi0 = lat0 * RAD;
  return meridianArcM(phi0, sinOf(phi0), cosOf(phi0));
}

function projectFrom(
  arcM: number,
  lon0: number,
  lon: number,
  lat: number,
  out: Float64Array | number[],
  at: number,
): void {
  const phi = lat * RAD;
  const sin = sinOf(phi);
  const cos = cosOf(phi);
  const n = SEMI_MAJOR_M / Math.sqrt(1 - E2 * sin * sin);
  const tan = sin / cos;
  const t = tan * tan;
  const c = (E2 / (1 - E2)) * cos * cos;
  const a = (lon - lon0) * RAD * cos;
  const a2 = a * a;
  out[at] =
    n * a * (1 + (a2 / 6) * (1 - t + c) + ((a2 * a2) / 120) * (5 - 18 * t + t * t + 72 * c));
  out[at + 1] =
    meridianArcM(phi, sin, cos) -
    arcM +
    n * tan * a2 * (0.5 + (a2 / 24) * (5 - t + 9 * c + 4 * c * c));
}

/**
 * `[lon, lat]` of a point of the plane: the inverse of {@link projectTo} by six Newton-like
 * corrections, within 1e-9 degrees of it up to 100 km from the origin and 70° of latitude.
 */
export function unproject(projection: LocalProjection, x: number, y: number): [number, number] {
  const { lon0, lat0 } = projection;
  const probe: [number, number] = [0, 0];
  // Corrections overshoot near a pole, so they are kept on the globe.
  const latOf = (lat: number) => clamp(lat, -90, 90);
  const lonOf = (lon: number) => clamp(lon, lon0 - 180, lon0 + 180);
  let lat = latOf(lat0 + y / (SEMI_MAJOR_M * RAD));
  let lon = lonOf(lon0 + x / (SEMI_MAJOR_M * RAD * cosOf(lat * RAD)));
  for (let i = 0; i < 6; i++) {
    projectTo(projection, lon, lat, probe);
    lat = latOf(lat + (y - probe[1]) / (SEMI_MAJOR_M * RAD));
    lon = lonOf(lon + (x - probe[0]) / (SEMI_MAJOR_M * RAD * cosOf(lat * RAD)));
  }
  return [lon, lat];
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** Smallest radius of curvature on the ellipsoid that a transverse Mercator scale depends on, m. */
const SMALLEST_RADIUS_M = SEMI_MAJOR_M * (1 - FLATTENING);

/**
 * Largest scale error of the plane within boxes, parts per million: lengths there come out too
 * great by at most this. The scale of a transverse Mercator plane is below cosh(x / R), x metres
 * from the central meridian (Snyder 1987, eq. 8-11).
 * @param bounds min x, min y, max x, max y per unit, m
 */
export function largestScaleErrorPpm(bounds: Float64Array): number {
  let farthestM = 0;
  for (let k = 0; k < bounds.length; k += 2) farthestM = Math.max(farthestM, Math.abs(bounds[k]));
  const share = farthestM / SMALLEST_RADIUS_M;
  return Math.ceil((Math.cosh(share) - 1) * 1e8) / 100;
}
