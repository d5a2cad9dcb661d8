import type { DistrictEstimate } from "./estimate.ts";
import type { Figure, FigureKey, FigureRow, Ledger, PostKey } from "./figures/figure.ts";
import { OWNERS } from "./figures/owners.ts";
import { FUND, PUBLIC } from "./figures/purses.ts";
import { RESOURCES } from "./figures/resources.ts";
import { emptyStaffSheet } from "./staffing.ts";

export type { Figure, FigureKey } from "./figures/figure.ts";

const LEDGERS: readonly (readonly [Ledger, Readonly<Record<string, FigureRow>>])[] = [
  ["owners", OWNERS],
  ["public", PUBLIC],
  ["fund", FUND],
  ["resources", RESOURCES],
];

type Tabled =
  | keyof typeof OWNERS
  | keyof typeof PUBLIC
  | keyof typeof FUND
  | keyof typeof RESOURCES;

/** The compiler's word that every figure of an estimate is in a table. */
type Missing = Exclude<FigureKey, Tabled>;
const NOTHING_MISSING: [Missing] extends [never] ? true : Missing = true;

/** Label, unit, ledger and formula of each figure of a district estimate. */
export const FIGURES: Readonly<Record<FigureKey, Figure>> = Object.fromEntries(
  NOTHING_MISSING &&
    LEDGERS.flatMap(([ledger, rows]) =>
      Object.entries(rows).map(([key, { name, unit, how, from, by, of }]) => [
        key,
        {
          label: { zh: name[0], en: name[1] },
          unit,
          ledger,
          formula: { zh: how[0], en: how[1] },
          inputs: from ?? [],
          assumptions: by ?? [],
          fields: of ?? [],
        },
      ]),
    ),
) as Record<FigureKey, Figure>;

const POSTS: Readonly<Record<PostKey, keyof DistrictEstimate["staff"]>> = {
  postControlRoom: "controlRoom",
  postGateGuards: "gateGuards",
  postPatrol: "patrol",
  postCleaners: "cleaners",
  postFixers: "fixers",
  postService: "service",
  postManagers: "managers",
};

function isPost(key: FigureKey): key is PostKey {
  return Object.hasOwn(POSTS, key);
}

/** Value of a figure in its unit; shares are 0…1. */
export function readFigure(estimate: DistrictEstimate, key: FigureKey): number {
  if (key === "staffTotal") return estimate.staff.total;
  return isPost(key) ? estimate.staff[POSTS[key]] : estimate[key];
}

/** A district without members: every figure 0. */
export const EMPTY_ESTIMATE: DistrictEstimate = {
  ...(Object.fromEntries(
    (Object.keys(FIGURES) as FigureKey[])
      .filter((key) => !isPost(key) && key !== "staffTotal")
      .map((key) => [key, 0]),
  ) as Omit<DistrictEstimate, "staff" | "serviceLevel">),
  staff: emptyStaffSheet(),
  serviceLevel: "basic",
};
