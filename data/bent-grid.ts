import type { Rng } from "../src/core/base/rng.ts";
import { between } from "./draws.ts";
import type { Point } from "./ring.ts";

/** Street lines are straight in (u, v); `place` bends them around the river and the old town. */
export interface BentGrid {
  place(u: number, v: number): Point;
}

interface Wave {
  readonly heightM: number;
  readonly lengthM: number;
  readonly phase: number;
}

/** Reach of the river's influence on the streets beside it, metres. */
const RIVER_REACH_M = 1500;
/** Reach within which cross streets turn square to the river, metres. */
const BRIDGE_REACH_M = 520;
/** The old town is twisted against the later grid by this angle at its middle. */
const OLD_TOWN_TWIST = (11 * Math.PI) / 180;
const OLD_TOWN_REACH_M = 850;
const CITY_TURN = (-7 * Math.PI) / 180;

function drawWave(rng: Rng, heightM: number, lengthM: number): Wave {
  const phase = between(rng, 0, 2 * Math.PI);
  return { heightM, lengthM: lengthM * between(rng, 0.9, 1.1), phase };
}

function heightAt(waves: readonly Wave[], at: number): number {
  return waves.reduce(
    (sum, w) => sum + w.heightM * Math.sin((2 * Math.PI * at) / w.lengthM + w.phase),
    0,
  );
}

function turn([x, y]: Point, [cx, cy]: Point, angle: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos];
}

/** A smooth one-to-one map of the plane: river meanders along `u = riverU`, cross streets meet it square. */
export function createBentGrid(rng: Rng, riverU: number, oldTown: Point): BentGrid {
  const meander = [drawWave(rng, 205, 3700), drawWave(rng, 42, 1700)];
  const bows = [drawWave(rng, 130, 5600), drawWave(rng, 26, 1900)];
  const place = (u: number, v: number): Point => {
    const off = u - riverU;
    const slope = (heightAt(meander, v + 5) - heightAt(meander, v - 5)) / 10;
    const x = u + heightAt(meander, v) * Math.exp(-((off / RIVER_REACH_M) ** 2));
    const square = -slope * off * Math.exp(-((off / BRIDGE_REACH_M) ** 2));
    const y = v + heightAt(bows, u) + square;
    const near = Math.hypot(x - oldTown[0], y - oldTown[1]) / OLD_TOWN_REACH_M;
    const bent = turn([x, y], oldTown, OLD_TOWN_TWIST * Math.exp(-near * near));
    return turn(bent, [0, 0], CITY_TURN);
  };
  return { place };
}
