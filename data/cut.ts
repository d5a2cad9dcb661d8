import { clipLine, intersectRings, largestRing } from "./clipping.ts";
import { areaM2, type Frame, fromFrame, type Point, type Ring, toFrame } from "./ring.ts";

/** How a piece of land is cut in two across its long side. */
export interface CutOptions {
  /** share of the area on the near side, 0…1 */
  readonly fraction: number;
  /** width of the street, lane or wall left between the parts, metres */
  readonly widthM: number;
  /** the line jogs sideways by ± this much half-way across, metres; 0 = straight */
  readonly stepM: number;
  /** angle of the cut against the square, radians */
  readonly tilt: number;
}

/** Both parts, and the middle line of what lies between them. */
export interface Cut {
  readonly near: Ring;
  readonly far: Ring;
  readonly middle: readonly Point[];
}

/** Cuts a ring across the long side of its frame; null when a part would vanish. */
export function cutRing(ring: Ring, frame: Frame, options: CutOptions): Cut | null {
  const tilted = turnFrame(frame, options.tilt);
  const local = ring.map((point) => toFrame(tilted, point));
  const at = findOffset(local, options.fraction * areaM2(ring));
  const reach = frame.lengthM + frame.widthM + options.widthM + Math.abs(options.stepM);
  const world = (points: readonly Point[]) => points.map((point) => fromFrame(tilted, point));
  const near = largestRing(intersectRings([ring], [world(halfPlane(at, -reach, options))]));
  const far = largestRing(intersectRings([ring], [world(halfPlane(at, reach, options))]));
  if (!near || !far) return null;
  const middle = clipLine(world(steppedLine(at, reach, options.stepM, 0)), [ring]);
  const longest = middle.sort((a, b) => b.length - a.length)[0];
  return longest ? { near, far, middle: longest } : null;
}

function turnFrame(frame: Frame, angle: number): Frame {
  const [ax, ay] = frame.along;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { ...frame, along: [ax * cos - ay * sin, ax * sin + ay * cos] };
}

/** The line `s = at ± step` across the frame; its jog sits `shiftT` off the middle. */
function steppedLine(at: number, reach: number, stepM: number, shiftT: number): Point[] {
  if (stepM === 0)
    return [
      [at, -reach],
      [at, reach],
    ];
  return [
    [at + stepM, -reach],
    [at + stepM, shiftT],
    [at - stepM, shiftT],
    [at - stepM, reach],
  ];
}

/** Everything beyond the line on the side of `reach`, half the width away from it. */
function halfPlane(at: number, reach: number, { widthM, stepM }: CutOptions): Point[] {
  const side = Math.sign(reach);
  const size = Math.abs(reach);
  const shiftT = (side * Math.sign(stepM) * widthM) / 2;
  const edge = steppedLine(at + (side * widthM) / 2, size, stepM, shiftT);
  const far = at + side * 2 * size;
  const around: Point[] = [...edge, [far, size], [far, -size]];
  return side < 0 ? around : around.reverse();
}

/** Offset along the frame at which the part before it has the wanted area. */
function findOffset(local: Ring, wantedM2: number): number {
  let low = Math.min(...local.map(([s]) => s));
  let high = Math.max(...local.map(([s]) => s));
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (areaBefore(local, middle) < wantedM2) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Area of the part with s < at (Sutherland and Hodgman 1974; folded edges add nothing). */
function areaBefore(local: Ring, at: number): number {
  const kept: Point[] = [];
  for (let i = 0; i < local.length; i++) {
    const [a, b] = [local[i]!, local[(i + 1) % local.length]!];
    if (a[0] <= at) kept.push(a);
    if (a[0] <= at !== b[0] <= at) {
      kept.push([at, a[1] + ((b[1] - a[1]) * (at - a[0])) / (b[0] - a[0])]);
    }
  }
  return kept.length < 3 ? 0 : Math.abs(areaM2(kept));
}
