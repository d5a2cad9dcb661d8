import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createReckoner } from "../../src/core/estimate/reckoner.ts";
import { linkAgreement, zoningAgreement } from "../../src/core/scenario/agreement.ts";
import { carryIdentities } from "../../src/core/scenario/carry-identities.ts";
import { compareScenarios } from "../../src/core/scenario/comparison.ts";
import { balanceDistribution } from "../../src/core/scenario/distribution.ts";
import { ledgerBars } from "../../src/core/scenario/ledger-bars.ts";
import { matchDistricts } from "../../src/core/scenario/match-districts.ts";
import { nameDifferences } from "../../src/core/scenario/name-differences.ts";
import { planPhases } from "../../src/core/scenario/phasing.ts";
import { createRankingDraws } from "../../src/core/scenario/ranking-draws.ts";
import { findRealignment } from "../../src/core/scenario/realignment.ts";
import { viewToday } from "../../src/core/scenario/today.ts";
import { tornado } from "../../src/core/scenario/tornado.ts";
import { bandTotals } from "../../src/core/scenario/total-bands.ts";
import { findViability } from "../../src/core/scenario/viability.ts";
import type { ScenarioView } from "../../src/core/scenario/view.ts";
import { weighScenarios } from "../../src/core/scenario/weights.ts";
import { carriedYuan, findWinners } from "../../src/core/scenario/winners.ts";
import { preparedWorld, viewsOf, zonings } from "../view-builder.ts";

const PREPARED = preparedWorld();
const COUNT = PREPARED.world.compounds.length;
const RUNS = { numRuns: 60 };
const views = (count: number) =>
  fc.array(zonings(COUNT), { minLength: count, maxLength: count }).map((list) =>
    Object.assign(viewsOf(PREPARED, list), {
      [fc.toStringMethod]: () => list.map(({ assignment }) => `[${assignment}]`).join(" "),
    }),
  );
const sum = (list: ArrayLike<number>) => Array.from(list).reduce((a, b) => a + b, 0);
const netOf = ({ estimates }: ScenarioView) => sum(estimates.map((e) => e?.netCostYuan ?? 0));

function sharedHouseholds(first: ScenarioView, second: ScenarioView, a: number, b: number): number {
  return sum(
    first.members[a].map((i) =>
      second.zoning.assignment[i] === b ? first.world.compounds[i].households : 0,
    ),
  );
}

/** Most households kept by any one-to-one matching, tried out. */
function bestMatching(first: ScenarioView, second: ScenarioView, a = 0, used = 0): number {
  if (a === first.members.length) return 0;
  let best = bestMatching(first, second, a + 1, used);
  for (let b = 0; b < second.members.length; b++) {
    if (used & (1 << b)) continue;
    const kept = sharedHouseholds(first, second, a, b);
    best = Math.max(best, kept + bestMatching(first, second, a + 1, used | (1 << b)));
  }
  return best;
}

describe("districts matched across scenarios", () => {
  it("[S41] the matching is one to one, symmetric, and keeps most households", () => {
    fc.assert(
      fc.property(views(2), ([first, second]) => {
        const { toSecond, toFirst } = matchDistricts(first, second);
        const back = matchDistricts(second, first);
        expect(back.toSecond).toEqual(toFirst);
        expect(back.toFirst).toEqual(toSecond);
        const kept = toSecond.map((b, a) => (b < 0 ? 0 : sharedHouseholds(first, second, a, b)));
        toSecond.forEach((b, a) => {
          if (b < 0) return;
          expect(toFirst[b]).toBe(a);
          expect(kept[a]).toBeGreaterThan(0);
        });
        expect(sum(kept)).toBe(bestMatching(first, second));
      }),
      RUNS,
    );
  });

  it("[S41] names, ids and order of districts play no part", () => {
    fc.assert(
      fc.property(views(2), ([first, second]) => {
        const last = second.zoning.districts.length - 1;
        const turned: ScenarioView["zoning"] = {
          districts: second.zoning.districts.map((_, d) => ({ id: `X${d}`, name: "" })),
          assignment: second.zoning.assignment.map((d) => (d < 0 ? d : last - d)),
          reason: second.zoning.reason,
        };
        const own = matchDistricts(first, second).toSecond;
        const other = matchDistricts(first, { world: second.world, zoning: turned }).toSecond;
        expect(other).toEqual(own.map((d) => (d < 0 ? d : last - d)));
      }),
      RUNS,
    );
  });

  it("[S42] carried ids stay unique; a scenario carried onto itself keeps them all", () => {
    fc.assert(
      fc.property(views(2), ([first, second]) => {
        const carried = carryIdentities(first, second);
        expect(new Set(carried.map(({ id }) => id)).size).toBe(carried.length);
        matchDistricts(first, second).toFirst.forEach((a, b) => {
          if (a >= 0) expect(carried[b]).toEqual(first.zoning.districts[a]);
        });
        const own = carryIdentities(first, first);
        first.members.forEach((members, d) => {
          if (members.length > 0) expect(own[d]).toEqual(first.zoning.districts[d]);
        });
      }),
      RUNS,
    );
  });

  it("[S43] the realignment names every compound once and is turned round with its sides", () => {
    fc.assert(
      fc.property(views(2), ([first, second]) => {
        const { rows, changed } = findRealignment(first, second);
        const named = rows.flatMap(({ compounds }) => compounds).sort((a, b) => a - b);
        expect(named).toEqual([...first.world.compounds.keys()]);
        const back = findRealignment(second, first);
        expect(back.changed).toEqual(changed);
        const key = (from: string | null, to: string | null, households: number) =>
          `${from} ${to} ${households}`;
        expect(back.rows.map((r) => key(r.toId, r.fromId, r.households)).sort()).toEqual(
          rows.map((r) => key(r.fromId, r.toId, r.households)).sort(),
        );
      }),
      RUNS,
    );
  });
});

describe("a fair comparison", () => {
  it("[S45] a scenario compared with itself differs nowhere", () => {
    fc.assert(
      fc.property(views(1), ([view]) => {
        const table = compareScenarios([view, view]);
        for (const { differences, verdicts } of table.indicators) {
          expect(differences).toEqual([0, 0]);
          expect(["same", null]).toContain(verdicts[1]);
        }
        expect(nameDifferences(view, view)).toEqual({ isFair: true, differences: [] });
        expect(findRealignment(view, view).changed).toEqual([]);
        const { respects, balanceChangeYuan } = findWinners(view, view);
        expect(balanceChangeYuan).toBe(0);
        for (const { better, worse } of respects)
          expect(better.compounds + worse.compounds).toBe(0);
        expect(tornado(view, { indicator: "netCostYuan", against: view }).bars).toEqual([]);
        expect(zoningAgreement(PREPARED.graph, view.zoning, view.zoning)).toBe(1);
      }),
      RUNS,
    );
  });

  it("[S44] winners and losers sum to the totals, and nobody carries more than others are carried", () => {
    fc.assert(
      fc.property(views(2), ([first, second]) => {
        const { members, balanceChangeYuan, respects } = findWinners(first, second);
        expect(balanceChangeYuan).toBe(netOf(first) - netOf(second));
        const included = respects.find(({ respect }) => respect === "inclusion");
        const counts = [included?.better, included?.same, included?.worse];
        expect(sum(counts.map((c) => c?.compounds ?? 0))).toBe(members.length);
        const carried = carriedYuan(first);
        for (const own of first.members) expect(sum(own.map((i) => carried[i]))).toBe(0);
        const back = findWinners(second, first);
        expect(back.balanceChangeYuan).toBe(0 - balanceChangeYuan);
        back.respects.forEach(({ better, worse }, k) => {
          expect(better).toEqual(respects[k].worse);
          expect(worse).toEqual(respects[k].better);
        });
      }),
      RUNS,
    );
  });

  it("[S46] the order of scenarios does not change the result", () => {
    fc.assert(
      fc.property(views(3), fc.integer(), ([a, b, c], seed) => {
        const [one, other] = [compareScenarios([a, b, c]), compareScenarios([c, a, b])];
        one.indicators.forEach(({ values }, k) => {
          expect(other.indicators[k].values).toEqual([values[2], values[0], values[1]]);
        });
        const weights = { netCostYuan: 2, meanServiceM: 1, householdsLeftOut: 3 };
        const scores = weighScenarios(one, weights).scores;
        expect(weighScenarios(other, weights).scores).toEqual([scores[2], scores[0], scores[1]]);
        const wins = (list: ScenarioView[]) => {
          const draws = createRankingDraws(list, { seed, goal: { weights } });
          for (let k = 0; k < 5; k++) draws.next();
          return draws.odds().wins;
        };
        const own = wins([a, b, c]);
        expect(wins([c, a, b])).toEqual([own[2], own[0], own[1]]);
      }),
      { numRuns: 25 },
    );
  });

  it("[S47] agreement is symmetric, 1 with itself, and its order plays no part", () => {
    fc.assert(
      fc.property(views(3), ([a, b, c]) => {
        const { graph } = PREPARED;
        const together = zoningAgreement(graph, a.zoning, b.zoning);
        expect(zoningAgreement(graph, b.zoning, a.zoning)).toBe(together);
        expect(together).toBeGreaterThanOrEqual(0);
        expect(together).toBeLessThanOrEqual(1);
        const list = [a.zoning, b.zoning, c.zoning];
        const all = linkAgreement(graph, list);
        expect(linkAgreement(graph, list.toReversed())).toEqual(all);
        const alone = linkAgreement(graph, [a.zoning, a.zoning]).together;
        expect(alone.every((share) => share === 0 || share === 1 || share === -1)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("what a comparison rests on", () => {
  it("[S53] reckoning under any values equals the full estimate", () => {
    fc.assert(
      fc.property(
        zonings(COUNT),
        fc.record({
          fee_plan: fc.double({ min: 0, max: 2, noNaN: true }),
          fire_lane: fc.double({ min: 0, max: 40, noNaN: true }),
          span_free: fc.double({ min: 0, max: 150, noNaN: true }),
          wall_gain: fc.double({ min: 0, max: 10, noNaN: true }),
          wage_region: fc.double({ min: 0, max: 2, noNaN: true }),
          service_level: fc.integer({ min: 0, max: 2 }),
        }),
        (zoning, assumptions) => {
          const district = { P001: { coll_plan: 0.4, service_level: 2 } };
          const prepared = preparedWorld({
            assumptions,
            districtAssumptions: district,
            compoundAssumptions: { c003: { fee_plan: 0.7 } },
          });
          const [{ uncertain, estimates }] = viewsOf(prepared, [zoning]);
          const { netCostYuan, subsidyYuan, totals } = createReckoner(uncertain).reckon(
            prepared.values,
          );
          const of = (key: "costYuan" | "incomeYuan" | "worksYuan" | "uncoveredYuan") =>
            sum(estimates.map((e) => e?.[key] ?? 0));
          expect([...netCostYuan]).toEqual(estimates.map((e) => e?.netCostYuan ?? 0));
          expect([...subsidyYuan]).toEqual(estimates.map((e) => e?.subsidyYuan ?? 0));
          for (const key of ["costYuan", "incomeYuan", "worksYuan", "uncoveredYuan"] as const)
            expect(totals[key], key).toBe(of(key));
          const paying = estimates.filter((e) => e && e.netCostYuan <= 0);
          expect(totals.payingDistricts).toBe(paying.length);
        },
      ),
      RUNS,
    );
  });

  it("[S54] draws are seeded, seen alike by all, and shares of winning add up to 1", () => {
    fc.assert(
      fc.property(views(2), fc.integer(), ([a, b], seed) => {
        const run = (list: ScenarioView[]) => {
          const draws = createRankingDraws(list, { seed, goal: { by: "netCostYuan" } });
          for (let k = 0; k < 8; k++) draws.next();
          return draws.odds();
        };
        const odds = run([a, b, a]);
        expect(run([a, b, a])).toEqual(odds);
        expect(sum(odds.wins)).toBeCloseTo(1, 12);
        expect(odds.wins[0]).toBe(odds.wins[2]);
        expect([odds.p10[0], odds.p50[0]]).toEqual([odds.p10[2], odds.p50[2]]);
      }),
      { numRuns: 25 },
    );
  });

  it("[S55] a tornado is sorted by swing; at a break-even value income meets cost", () => {
    fc.assert(
      fc.property(views(1), ([view]) => {
        const { bars, now } = tornado(view, { indicator: "netCostYuan" });
        expect(now).toBe(netOf(view));
        const swings = bars.map(({ swing }) => swing);
        expect([...swings].sort((a, b) => b - a)).toEqual(swings);
        const reckoner = createReckoner(view.uncertain);
        for (const { key, value, words } of findViability(view)) {
          expect(words.zh + words.en).not.toMatch(/[{}]/);
          if (value === null || key === "subsidy") continue;
          const { totals } = reckoner.reckon({ ...view.uncertain.values, [key]: value });
          expect(totals.netCostYuan).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("[S56] bands of totals contain what is assumed; ledger bars add up; every district is in a class", () => {
    fc.assert(
      fc.property(views(2), (list) => {
        const [view] = list;
        const table = compareScenarios([view]);
        for (const { key, low, default: now, high } of bandTotals(view)) {
          expect(low).toBeLessThanOrEqual(now);
          expect(high).toBeGreaterThanOrEqual(now);
          const row = table.indicators.find((one) => one.key === key);
          expect(now).toBeCloseTo(row?.values[0] ?? Number.NaN, 6);
        }
        const { owners } = ledgerBars(view);
        const side = (wanted: string) =>
          sum(owners.filter((bar) => bar.side === wanted).map(({ yuan }) => yuan));
        expect(side("cost") - side("income")).toBe(netOf(view));
        balanceDistribution(list).counts.forEach((counts, k) => {
          const used = list[k].members.filter((members) => members.length > 0);
          expect(sum(counts)).toBe(used.length);
        });
      }),
      { numRuns: 20 },
    );
  });

  it("[S49] the winner changes at a switching weight and nowhere in between", () => {
    fc.assert(
      fc.property(views(3), (list) => {
        const table = compareScenarios(list);
        const weights = { netCostYuan: 1, meanServiceM: 1, householdsLeftOut: 1 };
        const { switches, scores } = weighScenarios(table, weights);
        for (const score of scores) expect(score).toBeLessThanOrEqual(1 + 1e-12);
        for (const { key, share, below, above } of switches) {
          const at = (part: number) => {
            const rest = (1 - part) / 2;
            const all = { netCostYuan: rest, meanServiceM: rest, householdsLeftOut: rest };
            return weighScenarios(table, { ...all, [key]: part }).winners;
          };
          expect(below).not.toEqual(above);
          const isClear = switches.every((one) => one.share === share || one.key !== key);
          if (!isClear || share < 1e-4 || share > 1 - 1e-4) continue;
          expect(at(share - 1e-5)).toEqual(below);
          expect(at(share + 1e-5)).toEqual(above);
        }
      }),
      RUNS,
    );
  });
});

describe("today and the programme", () => {
  it("[S40] today every participant is alone and collects what it collects now", () => {
    const today = viewToday(PREPARED, "today");
    const { compounds } = PREPARED.world;
    expect(today.members).toEqual(compounds.map((_, i) => [i]));
    today.estimates.forEach((estimate, i) => {
      const collected = estimate?.statusQuoIncomeYuan ?? -1;
      expect(Math.abs((estimate?.incomeYuan ?? 0) - collected)).toBeLessThanOrEqual(2);
      expect(estimate?.worksYuan).toBe(0);
      expect(estimate?.serviceLevel).toBe(compounds[i].managed ? "basic" : "floor");
    });
    const { totals } = createReckoner(today.uncertain).reckon(PREPARED.values);
    expect(totals.netCostYuan).toBe(netOf(today));
  });

  it("[S50] every district is launched once; after the last step the totals are the scenario's", () => {
    fc.assert(
      fc.property(views(1), ([view]) => {
        const steps = planPhases(view, { startYear: 2026, years: 3 });
        const used = [...view.members.keys()].filter((d) => view.members[d].length > 0);
        expect(steps.map(({ district }) => district).sort((a, b) => a - b)).toEqual(used);
        const last = steps.at(-1)?.after;
        expect(last?.netCostYuan ?? 0).toBe(netOf(view));
        expect(last?.districts ?? 0).toBe(used.length);
        for (const { year } of steps) expect([1, 2, 3]).toContain(year);
      }),
      RUNS,
    );
  });
});
