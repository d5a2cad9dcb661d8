import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import type { CityPlan } from "./city-plan.ts";
import { chance } from "./draws.ts";
import { LINE_ROLES } from "./grid-lines.ts";
import { isInside, type Point, type Ring } from "./ring.ts";
import type { Bridges } from "./streets.ts";
import { roleOfU, roleOfV } from "./units.ts";

/** A point where a river, railway or arterial can be passed. */
export interface CityCrossing {
  readonly kind: "bridge" | "underpass" | "zebra";
  readonly at: Point;
}

const SECONDARY_UNDER_RAIL = 0.6;
const MID_BLOCK_ZEBRA = 0.35;

/** Bridges over water, underpasses below the railway, zebra crossings on arterials, inside `city`. */
export function placeCrossings(
  seed: number,
  plan: CityPlan,
  { bridges, city }: { bridges: Bridges; city: readonly Ring[] },
): CityCrossing[] {
  const rng = createRng(deriveSeed(seed, 9));
  const found: CityCrossing[] = [...bridges].map((j) => {
    return { kind: "bridge", at: plan.grid.place(plan.riverU, plan.vLines[j]!.at) };
  });
  plan.uLines.forEach((u, i) => {
    plan.vLines.forEach((v, j) => {
      const under = chance(rng, roleOfU(u) === "secondary" ? SECONDARY_UNDER_RAIL : 1);
      const kind = kindAt(plan, i, j);
      if (kind && (kind !== "underpass" || under)) {
        found.push({ kind, at: plan.grid.place(u.at, v.at) });
      }
      const next = plan.vLines[j + 1];
      if (next && roleOfU(u) === "primary" && chance(rng, MID_BLOCK_ZEBRA)) {
        found.push({ kind: "zebra", at: plan.grid.place(u.at, (v.at + next.at) / 2) });
      }
    });
  });
  return found.filter(({ at }) => city.some((ring) => isInside(ring, at)));
}

function kindAt(plan: CityPlan, i: number, j: number): CityCrossing["kind"] | null {
  const u = roleOfU(plan.uLines[i]!);
  const v = roleOfV(plan, plan.vLines[j]!, i);
  if (v === "railway") return "underpass";
  if (v === "canal") return "bridge";
  if (u === "expressway") return v === "primary" ? "underpass" : null;
  return LINE_ROLES[u].severs || LINE_ROLES[v].severs ? "zebra" : null;
}
