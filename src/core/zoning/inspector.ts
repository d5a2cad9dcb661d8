import { measureOverlap } from "../geometry/find-overlaps.ts";
import type { LedgerField } from "../ingest/world.ts";
import type { EditTerms } from "./edit-terms.ts";
import type { Finding, FindingCode, Fix } from "./finding.ts";
import type { LiveZoning } from "./live-zoning.ts";
import { collectStray, findHome, piecesOf, type Stray } from "./strays.ts";

/** Figures without which a district's tallies are guesses. */
const NEEDED: readonly LedgerField[] = ["households", "floorAreaM2", "builtYear"];
/** Share of the smaller compound from which shared ground counts, as at reading (SPEC I19). */
const OVERLAP_SHARE = 0.2;

function finding(
  code: FindingCode,
  of: Partial<Omit<Finding, "code">> & Pick<Finding, "district">,
): Finding {
  return { code, compounds: [], value: 0, limit: 0, fields: [], fix: null, ...of };
}

/**
 * The validity of a live zoning as a list with reasons and fixes: limits and rules, strays, left-out
 * and enclosed compounds, shared ground, missing figures, names. Of the eleven checks of Esri's
 * "Validate Territories" (Territory Design) those that apply: barriers and contiguity (not-connected,
 * by links that barriers cut), attribute minimum and maximum, radius (span), holes (encloses), unique
 * names. Districts have no centres and no buffers, and an emptied one is none.
 */
export class Inspector {
  private readonly terms: EditTerms;
  private readonly live: LiveZoning;

  constructor(terms: EditTerms, live: LiveZoning) {
    this.terms = terms;
    this.live = live;
  }

  /** What is wrong with one district. Costs its members and their links. */
  district(district: number): Finding[] {
    if (this.live.lists.size[district] === 0) return [];
    return [
      ...this.violations(district),
      ...this.enclosed(district),
      ...this.members(district),
      ...this.sameName(district),
    ];
  }

  /** What is wrong with one compound, whatever its district. */
  compound(i: number): Finding[] {
    const { live, terms } = this;
    const district = live.assignment[i];
    const findings: Finding[] = [];
    if (district < 0 && terms.participant[i] > 0) findings.push(this.leftOut(i));
    if (district >= 0) {
      const holds = ({ compounds }: Finding) => compounds.length > 0 && compounds.includes(i);
      findings.push(...this.violations(district).filter(holds));
    }
    return [...findings, ...this.overlaps(i), ...this.missing(i)];
  }

  /** Everything: districts in order, then the left-out compounds. O(n + links). */
  all(): Finding[] {
    const { live, terms } = this;
    const findings = live.districts.flatMap((_, d) => this.district(d));
    for (let i = 0; i < terms.participant.length; i++) {
      if (terms.participant[i] > 0 && live.assignment[i] < 0)
        findings.push(this.leftOut(i), ...this.overlaps(i));
    }
    return findings;
  }

  private violations(district: number): Finding[] {
    return this.live.violations(district).flatMap(({ rule, value, limit }) => {
      if (rule !== "not-connected") return [finding(rule, { district, value, limit })];
      const strays = piecesOf(this.terms, this.live, district).slice(0, -1);
      return strays.map((stray) =>
        finding(rule, {
          district,
          compounds: stray.members,
          value,
          limit,
          fix: this.reassign(stray),
        }),
      );
    });
  }

  private reassign(stray: Stray): Fix | null {
    const to = findHome(this.terms, this.live, stray);
    return to < 0 ? null : { kind: "reassign", compounds: stray.members, to };
  }

  private leftOut(i: number): Finding {
    const stray = collectStray(this.terms, this.live, i);
    const value = this.terms.world.compounds[i].households;
    return finding("left-out", {
      district: -1,
      compounds: [i],
      value,
      fix: this.reassign(stray),
    });
  }

  /** Left-out compounds whose links all lead here, piece by piece. */
  private enclosed(district: number): Finding[] {
    const { terms, live } = this;
    const { graph, participant } = terms;
    const seen = new Set<number>();
    const findings: Finding[] = [];
    for (const i of live.members(district)) {
      for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
        const j = graph.neighbor[e];
        if (live.assignment[j] >= 0 || participant[j] === 0 || seen.has(j)) continue;
        const stray = collectStray(terms, live, j);
        for (const k of stray.members) seen.add(k);
        if (stray.around.length !== 1 || stray.around[0] !== district) continue;
        const value = stray.members.length;
        const fix = this.reassign(stray);
        findings.push(finding("encloses", { district, compounds: stray.members, value, fix }));
      }
    }
    return findings;
  }

  private members(district: number): Finding[] {
    return this.live.members(district).flatMap((i) => [...this.overlaps(i), ...this.missing(i)]);
  }

  /** Compounds linked at gap 0 that share ground with `i` and are not where it is. */
  private overlaps(i: number): Finding[] {
    const { graph, world } = this.terms;
    const { shapes } = world;
    const district = this.live.assignment[i];
    const found: Finding[] = [];
    for (let e = graph.offset[i]; e < graph.offset[i + 1]; e++) {
      const j = graph.neighbor[e];
      const apart = this.live.assignment[j] !== district;
      if (!apart || graph.links.gapM[graph.linkOf[e]] > 0 || !this.boxesMeet(i, j)) continue;
      const value = Math.round(measureOverlap(shapes, i, shapes, j)?.areaM2 ?? 0);
      if (value > OVERLAP_SHARE * Math.max(1, Math.min(shapes.areaM2[i], shapes.areaM2[j])))
        found.push(finding("overlap", { district, compounds: i < j ? [i, j] : [j, i], value }));
    }
    return found;
  }

  private boxesMeet(i: number, j: number): boolean {
    const { bounds } = this.terms.world.shapes;
    const width =
      Math.min(bounds[4 * i + 2], bounds[4 * j + 2]) - Math.max(bounds[4 * i], bounds[4 * j]);
    const height =
      Math.min(bounds[4 * i + 3], bounds[4 * j + 3]) -
      Math.max(bounds[4 * i + 1], bounds[4 * j + 1]);
    return width > 0 && height > 0 && width * height >= 1;
  }

  private missing(i: number): Finding[] {
    const { provenance } = this.terms.world.compounds[i];
    const fields = NEEDED.filter((field) => provenance[field] === "default");
    if (fields.length === 0) return [];
    const district = this.live.assignment[i];
    return [finding("missing-data", { district, compounds: [i], value: fields.length, fields })];
  }

  private sameName(district: number): Finding[] {
    const { id, name } = this.live.districts[district];
    const value = this.live.countNamed(name);
    if (value < 2) return [];
    const fix: Fix = { kind: "rename", district, name: `${name} ${id}` };
    return [finding("name-not-unique", { district, value, limit: 1, fix })];
  }
}
