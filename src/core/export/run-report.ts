import { describeIssue, type Severity } from "../base/issue.ts";
import { VERSION } from "../base/version.ts";
import type { BudgetYear } from "../estimate/budget-path.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { FigureKey } from "../estimate/figures.ts";
import type { MemberAccount } from "../estimate/member-accounts.ts";
import type { Band } from "../estimate/uncertainty.ts";
import { largestScaleErrorPpm } from "../geometry/projection.ts";
import { listOversized } from "../regionalization/describe-components.ts";
import { countPairs } from "../regionalization/pair-scope.ts";
import type { Objective } from "../regionalization/parameters.ts";
import type { Certificate, Relaxation, Stopped } from "../regionalization/plan.ts";
import { type BordersCrossed, countBorders } from "../zoning/borders-crossed.ts";
import { LEFT_OUT_REASONS, type LeftOutReason } from "../zoning/zoning.ts";
import { type ReportedComponent, reportComponents } from "./component-report.ts";
import type { ExportedDistrict, ExportInput, TimingsMs } from "./export-input.ts";
import { reportMoney } from "./money-report.ts";

const NOT_AGED = LEFT_OUT_REASONS.indexOf("not-aged");

/** The run record `report.json` (DESIGN §5). */
export interface RunReport {
  readonly version: string;
  readonly seed: number;
  /** null when the zoning is not the result of a solve */
  readonly stopped: Stopped | null;
  readonly dataHash: string;
  readonly counts: {
    readonly compounds: number;
    /** aged compounds and anchors */
    readonly eligible: number;
    /** links between eligible compounds, whatever cell they lie in */
    readonly links: number;
    /** those of them inside one 社区 or 街道, whichever bounds the districts */
    readonly linksInCell: number;
    /** connected pieces of the eligible compounds inside their cells, oversized ones apart */
    readonly components: number;
    /** components of one member */
    readonly isolates: number;
    /** eligible compounds beyond an upper limit alone, or with those they must stay with */
    readonly oversized: number;
    readonly districts: number;
    readonly included: number;
    readonly leftOut: number;
  };
  /** bound, gap and certificate are null when nothing is proven about this zoning */
  readonly objective: {
    readonly name: Objective;
    readonly levels: readonly number[];
    readonly lowerBound: readonly number[] | null;
    readonly gap: number | null;
    readonly certificate: Certificate | null;
  };
  /** the plane all metres are measured on; lengths are too great by at most this share, in 10⁻⁶ */
  readonly projection: {
    readonly lon0: number;
    readonly lat0: number;
    readonly scaleErrorPpm: number;
  };
  readonly components: readonly ReportedComponent[];
  readonly timingsMs: TimingsMs;
  readonly peakMemoryMb: number | null;
  readonly districts: readonly {
    readonly id: string;
    readonly compounds: readonly string[];
    readonly households: number;
    readonly floorAreaM2: number;
    readonly spanM: number;
    readonly connected: boolean;
    /** 社区 and 街道 it reaches into, and lines between them that it crosses */
    readonly bordersCrossed: BordersCrossed;
    readonly violations: readonly string[];
    readonly estimate: DistrictEstimate;
    /** main figures with every assumption at its bad and its good end */
    readonly bands: Readonly<Partial<Record<FigureKey, Band>>>;
    /** collection rising, subsidy falling */
    readonly years: readonly BudgetYear[];
    /** before and after of each member; balances add up to income − cost */
    readonly accounts: readonly (Omit<MemberAccount, "compound"> & {
      readonly compoundId: string;
    })[];
  }[];
  readonly totals: {
    /** sums over the districts with every assumption at its bad and its good end */
    readonly bands: Readonly<Partial<Record<FigureKey, Band>>>;
    readonly years: readonly BudgetYear[];
  };
  readonly leftOut: readonly {
    readonly compoundId: string;
    readonly reason: LeftOutReason;
    /** the smallest change that would take it in */
    readonly relaxation: Relaxation | null;
    /** the smallest of each kind */
    readonly relaxations: readonly Relaxation[];
  }[];
  readonly issues: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly feature: string | null;
    readonly message: string;
    readonly fix: string;
  }[];
}

/**
 * The run record. Every compound that takes part is in a district or in `leftOut`.
 * @param evaluated districts and objective levels of the zoning as it is now
 */
export function buildReport(
  input: ExportInput,
  evaluated: {
    readonly districts: readonly ExportedDistrict[];
    readonly levels: readonly number[];
  },
): RunReport {
  const { prepared, plan, language } = input;
  const { world, recipe, problem } = prepared;
  const leftOut = listLeftOut(input);
  const money = reportMoney(prepared, evaluated.districts);
  const pairs = countPairs(world, prepared.graph, recipe.parameters);
  return {
    version: VERSION,
    seed: recipe.parameters.seed,
    stopped: plan?.stopped ?? null,
    dataHash: world.dataHash,
    counts: {
      compounds: world.compounds.length,
      eligible: problem.participant.reduce((count, p) => count + (p > 0 ? 1 : 0), 0),
      links: pairs.links,
      linksInCell: pairs.linksInCell,
      components: problem.components.count,
      isolates: problem.components.size.reduce((count, size) => count + (size === 1 ? 1 : 0), 0),
      oversized: listOversized(problem).length,
      districts: evaluated.districts.length,
      included: input.zoning.assignment.reduce((count, d) => count + (d >= 0 ? 1 : 0), 0),
      leftOut: leftOut.length,
    },
    objective: {
      name: recipe.parameters.objective,
      levels: plan?.objective.levels ?? evaluated.levels,
      lowerBound: plan?.objective.lowerBound ?? null,
      gap: plan?.objective.gap ?? null,
      certificate: plan?.objective.certificate ?? null,
    },
    projection: { ...world.projection, scaleErrorPpm: largestScaleErrorPpm(world.shapes.bounds) },
    components: reportComponents(prepared, plan, language),
    ...input.measure(),
    districts: evaluated.districts.map(({ id, members, estimate, violations }, d) => ({
      id,
      compounds: members.map((i) => world.compounds[i].id),
      households: estimate.households,
      floorAreaM2: estimate.floorAreaM2,
      spanM: estimate.spanM,
      bordersCrossed: countBorders(members, world.compounds),
      connected: violations.every(({ rule }) => rule !== "not-connected"),
      violations: violations.map(({ rule }) => rule),
      estimate,
      bands: money.districts[d].bands,
      years: money.districts[d].years,
      accounts: money.districts[d].accounts,
    })),
    totals: money.totals,
    leftOut,
    issues: [...input.issues, ...world.issues, ...prepared.issues].map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      feature: issue.feature,
      ...describeIssue(issue, language),
    })),
  };
}

/** Context compounds never took part, so they are not left out. */
function listLeftOut({ prepared, zoning, plan }: ExportInput): RunReport["leftOut"] {
  const known = new Map(plan?.leftOut.map((left) => [left.compound, left]));
  return prepared.world.compounds.flatMap(({ id }, i) =>
    zoning.assignment[i] >= 0 || zoning.reason[i] === NOT_AGED
      ? []
      : [
          {
            compoundId: id,
            reason: LEFT_OUT_REASONS[zoning.reason[i]],
            relaxation: known.get(i)?.relaxation ?? null,
            relaxations: known.get(i)?.relaxations ?? [],
          },
        ],
  );
}
