import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import { writeAgedRow } from "./aged-ledger.ts";
import { type CityTotals, FLOOR_AREA_RATIO } from "./calibration.ts";
import type { CityPlan } from "./city-plan.ts";
import { between, clamp } from "./draws.ts";
import { writeEstateRow } from "./estate-ledger.ts";
import { fitTotal } from "./fit-total.ts";
import { type IdentitySources, identify } from "./identities.ts";
import type { LedgerRow, LedgerSubject } from "./ledger-row.ts";
import { nameCompanies } from "./place-names.ts";
import { perimeterM } from "./ring.ts";
import type { Compound } from "./walls.ts";

/** Everything the ledger is written from. */
export interface LedgerSources extends IdentitySources {
  readonly plan: CityPlan;
  readonly totals: CityTotals;
}

const ANCHOR_SHARE = 9 / 738;
const HOUSEHOLD_M2 = { low: 108, high: 178, usual: 144 };

/** Rows in the order of `compounds`. */
export function writeLedger(
  seed: number,
  compounds: readonly Compound[],
  sources: LedgerSources,
): LedgerRow[] {
  const identities = identify(seed, compounds, sources);
  const floorAreas = settleFloorAreas(compounds, sources.totals);
  const households = settleHouseholds(seed, { compounds, floorAreas, totals: sources.totals });
  const committees = chooseCommittees(seed, compounds, sources.totals.ownersCommittees);
  const anchors = chooseAnchors(seed, compounds, committees);
  const companies = nameCompanies(
    createRng(deriveSeed(seed, 11)),
    Math.max(3, Math.round(sources.totals.managed / 3)),
  );
  return compounds.map((compound, i) => {
    const subject: LedgerSubject = {
      identity: identities[i]!,
      floorAreaM2: floorAreas[i]!,
      landM2: compound.landM2,
      perimeterM: perimeterM(compound.ring),
      gates: Math.max(1, compound.gates.length),
      remoteness: sources.plan.remoteness(compound.centre),
      committee: committees.has(i) ? "业委会" : "物管会",
      anchor: anchors.has(i),
    };
    const rng = createRng(deriveSeed(seed, 120_000 + i));
    if (!compound.dwelling.managed) return writeAgedRow(rng, subject);
    return writeEstateRow(rng, subject, { households: households[i]!, companies });
  });
}

/** Floor areas as asked for, bent to the land each compound got; the managed total stays exact. */
function settleFloorAreas(compounds: readonly Compound[], totals: CityTotals): number[] {
  const spans = compounds.map(({ landM2 }) => ({
    low: landM2 * (FLOOR_AREA_RATIO.low + 0.03),
    high: landM2 * (FLOOR_AREA_RATIO.high - 0.03),
  }));
  const asked = compounds.map((compound, i) =>
    Math.round(clamp(compound.dwelling.floorAreaM2, spans[i]!)),
  );
  const managed = indicesOf(compounds, true);
  const settled = fitTotal(
    managed.map((i) => asked[i]!),
    managed.map((i) => spans[i]!),
    totals.managedFloorAreaM2,
  );
  managed.forEach((i, k) => {
    asked[i] = settled[k]!;
  });
  return asked;
}

interface HouseholdSources {
  readonly compounds: readonly Compound[];
  readonly floorAreas: readonly number[];
  readonly totals: CityTotals;
}

/** Households of the managed estates, exact in sum; aged rows count their own. */
function settleHouseholds(
  seed: number,
  { compounds, floorAreas, totals }: HouseholdSources,
): number[] {
  const rng = createRng(deriveSeed(seed, 12));
  const managed = indicesOf(compounds, true);
  const shapes = managed.map(
    (i) => floorAreas[i]! / (HOUSEHOLD_M2.usual * between(rng, 0.86, 1.14)),
  );
  const spans = managed.map((i) => ({
    low: floorAreas[i]! / HOUSEHOLD_M2.high,
    high: floorAreas[i]! / HOUSEHOLD_M2.low,
  }));
  const settled = fitTotal(shapes, spans, totals.managedHouseholds);
  const households = compounds.map(() => 0);
  managed.forEach((i, k) => {
    households[i] = settled[k]!;
  });
  return households;
}

/** Positions of the compounds with an elected committee: most managed estates, larger aged ones. */
function chooseCommittees(
  seed: number,
  compounds: readonly Compound[],
  wanted: number,
): ReadonlySet<number> {
  const rng = createRng(deriveSeed(seed, 13));
  const scores = compounds.map(({ dwelling }, i) => {
    const size = Math.min(0.3, dwelling.floorAreaM2 / 100_000);
    return { i, score: rng.real() + size + (dwelling.managed ? 0.4 : 0) };
  });
  scores.sort((a, b) => b.score - a.score);
  return new Set(scores.slice(0, wanted).map(({ i }) => i));
}

/** A few well-run compounds of middling size, with and without a company by turns. */
function chooseAnchors(
  seed: number,
  compounds: readonly Compound[],
  committees: ReadonlySet<number>,
): ReadonlySet<number> {
  const rng = createRng(deriveSeed(seed, 14));
  const wanted = Math.max(1, Math.round(compounds.length * ANCHOR_SHARE));
  const draw = (managed: boolean, count: number) =>
    indicesOf(compounds, managed)
      .filter((i) => {
        const { floorAreaM2 } = compounds[i]!.dwelling;
        return committees.has(i) && floorAreaM2 > 12_000 && floorAreaM2 < 50_000;
      })
      .map((i) => ({ i, order: rng.real() }))
      .sort((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ i }) => i);
  return new Set([...draw(true, Math.ceil(wanted / 2)), ...draw(false, Math.floor(wanted / 2))]);
}

function indicesOf(compounds: readonly Compound[], managed: boolean): number[] {
  return compounds.flatMap((compound, i) => (compound.dwelling.managed === managed ? [i] : []));
}
