import type { Finding, Fix, LiveEdit, LiveZoning } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { EditActions } from "./edit-state.ts";
import { makeStep } from "./steps.ts";
import { boundsOf } from "./view-actions.ts";

type FindingActions = Pick<
  EditActions,
  "readFindings" | "readAllFindings" | "zoomToFinding" | "fixFinding" | "fixFindings"
>;

/** The fix of a finding that still is as it was found; null: none, or somebody moved since. */
function fixOf(live: LiveZoning, { fix, district }: Finding): Fix | null {
  if (fix?.kind === "reassign") {
    const isThere = live.districts[fix.to] !== undefined && live.lists.size[fix.to] > 0;
    // A district around left-out compounds is where they go, not where they are.
    const from = fix.to === district ? -1 : district;
    return isThere && fix.compounds.every((i) => live.assignment[i] === from) ? fix : null;
  }
  return fix && live.districts[fix.district] ? fix : null;
}

function makeFix(live: LiveZoning, fix: Fix): readonly number[] {
  if (fix.kind === "reassign") return fix.compounds.filter((i) => !live.place(i, fix.to));
  live.rename(fix.district, fix.name);
  return [];
}

/** Validity of the active zoning as a list, with ways to see and to mend it. */
export function createFindingActions(desk: Desk): FindingActions {
  let all: { readonly live: unknown; readonly revision: number; readonly list: Finding[] } | null =
    null;

  const fixAll = (findings: readonly Finding[]): void =>
    desk.gate.change(() => {
      const edit: LiveEdit = (live) =>
        findings.flatMap((finding) => {
          const fix = fixOf(live, finding);
          return fix ? makeFix(live, fix) : [];
        });
      makeStep(desk, edit);
    });

  return {
    readFindings({ kind, index }) {
      const work = desk.table.open();
      if (!work) return [];
      if (kind === "district")
        return work.live.districts[index] ? work.inspector.district(index) : [];
      return work.live.assignment[index] === undefined ? [] : work.inspector.compound(index);
    },

    readAllFindings() {
      const work = desk.table.open();
      if (!work) return [];
      const { live, inspector } = work;
      if (all?.live !== inspector || all.revision !== live.revision)
        all = { live: inspector, revision: live.revision, list: inspector.all() };
      return all.list;
    },

    zoomToFinding({ compounds, district }) {
      const { world } = desk.state;
      const live = desk.table.open()?.live;
      if (!world || !live) return;
      const isDistrict = compounds.length === 0;
      if (isDistrict && !live.districts[district]) return;
      const shown = isDistrict ? live.members(district) : compounds;
      const bounds = boundsOf(world, shown);
      const indices = isDistrict ? [district] : compounds;
      desk.set({ selection: { kind: isDistrict ? "districts" : "compounds", indices } });
      const serial = (desk.state.zoom?.serial ?? 0) + 1;
      if (bounds) desk.set({ zoom: { serial, bounds } });
    },

    fixFinding: (finding) => fixAll([finding]),
    fixFindings: fixAll,
  };
}
