import type { Rng } from "../src/core/base/rng.ts";
import { between } from "./draws.ts";

/** Chinese road classes (GB/T 51328-2018), from through traffic down to lanes. */
export type StreetClass = "快速路" | "主干路" | "次干路" | "支路" | "巷道";

/** What runs along a line of the city grid. */
export type LineRole = "expressway" | "primary" | "secondary" | "bank" | "railway" | "canal";

/** A line of the grid at `at` metres; what it carries may change at the river. */
export interface GridLine {
  readonly at: number;
  readonly west: LineRole;
  readonly east: LineRole;
}

/** Width taken from the land beside, metres, and the road class when it is a road. */
export const LINE_ROLES: Readonly<
  Record<LineRole, { widthM: number; streetClass: StreetClass | null; severs: boolean }>
> = {
  expressway: { widthM: 50, streetClass: "快速路", severs: true },
  primary: { widthM: 40, streetClass: "主干路", severs: true },
  secondary: { widthM: 26, streetClass: "次干路", severs: false },
  bank: { widthM: 16, streetClass: "支路", severs: false },
  railway: { widthM: 36, streetClass: null, severs: true },
  canal: { widthM: 22, streetClass: null, severs: true },
};

/** Streets are this much closer within `denseM` of where the lines begin. */
const DENSE_SPACING = 0.78;

/** Lines outward from `from` (not included) to `to`, secondary and primary by turns. */
export function layLines(
  rng: Rng,
  { from, to, denseM }: { from: number; to: number; denseM: number },
): GridLine[] {
  const lines: GridLine[] = [];
  const sign = Math.sign(to - from);
  let role: "primary" | "secondary" = "secondary";
  for (let at = from; ; ) {
    const closer = Math.abs(at - from) < denseM ? DENSE_SPACING : 1;
    at += sign * closer * between(rng, 330, 470);
    if (sign * (to - at) < -120) return lines;
    lines.push({ at, west: role, east: role });
    role = role === "primary" ? "secondary" : "primary";
  }
}
