import {
  type ContiguityGraph,
  type Heading,
  stepAlongLinks,
  takesPart,
  type World,
} from "../../core/index.ts";
import { type HandStore, rememberDistrict } from "../../map/tools/hand.ts";
import { activeScenario } from "../../store/active-scenario.ts";
import type { MoveTarget } from "../../store/edit-state.ts";
import type { Actions, AppState, ScenarioState } from "../../store/state.ts";

/** Parts of the even split that a key asks for; the preview has others. */
const PARTS = 2;

interface CommandStore {
  getState(): AppState & { readonly actions: Actions };
}

interface Open {
  readonly world: World;
  readonly graph: ContiguityGraph;
  readonly scenario: ScenarioState;
}

/** What keys do to the selection; each does nothing where it does not apply. */
export class EditCommands {
  private readonly store: CommandStore;
  private readonly hand: HandStore;
  private lastFinding = -1;

  constructor(store: CommandStore, hand: HandStore) {
    this.store = store;
    this.hand = hand;
  }

  /** Assigns the selected compounds, and notes the district as a recent one. */
  assign(to: MoveTarget): void {
    const compounds = this.compounds();
    if (compounds.length === 0) return;
    if (typeof to === "number") {
      const district = this.open()?.scenario.zoning.districts[to];
      if (district) rememberDistrict(this.hand, district.id);
    }
    this.actions.edit({ kind: "move", compounds, to });
  }

  /** To the district assigned to last. */
  assignAgain(): void {
    const [recent] = this.hand.getState().recents;
    const at = this.open()?.scenario.zoning.districts.findIndex(({ id }) => id === recent) ?? -1;
    if (at >= 0) this.assign(at);
  }

  merge(): void {
    const districts = this.districts();
    if (districts.length > 1) this.actions.previewEdit({ kind: "merge", districts });
  }

  splitEven(): void {
    const district = this.oneDistrict();
    if (district !== null) this.actions.previewEdit({ kind: "split-even", district, parts: PARTS });
  }

  bestCut(): void {
    const district = this.oneDistrict();
    if (district !== null) this.actions.previewEdit({ kind: "best-cut", district });
  }

  takeOut(): void {
    const { selection } = this.store.getState();
    const district = this.oneDistrict();
    if (selection?.kind === "compounds") this.assign("none");
    else if (district !== null) this.actions.previewEdit({ kind: "dissolve", district });
  }

  replan(): void {
    const districts = this.districts();
    if (districts.length > 0) void this.actions.previewReplan({ districts });
  }

  toggleLock(): void {
    const { selection } = this.store.getState();
    const locks = this.open()?.scenario.locks;
    if (!selection || !locks || selection.kind === "pair") return;
    const { kind, indices } = selection;
    const on = !indices.every((index) => locks[kind].has(index));
    if (kind === "districts") this.actions.lockDistricts(indices, on);
    else this.actions.lockCompounds(indices, on);
  }

  /** The next finding of the plan, from the first on again after the last. */
  nextFinding(): void {
    const findings = this.open() ? this.actions.readAllFindings() : [];
    if (findings.length === 0) return;
    this.lastFinding = (this.lastFinding + 1) % findings.length;
    this.actions.zoomToFinding(findings[this.lastFinding]);
  }

  /** Moves the selection along a link. @returns the compound it came to, null when it did not move */
  step(heading: Heading, extend: boolean): number | null {
    const open = this.open();
    if (!open) return null;
    const from = this.cursor(open);
    if (from === null) return null;
    const { selection } = this.store.getState();
    const begins = selection?.kind !== "compounds";
    const { centroid } = open.world.shapes;
    const to = begins ? from : stepAlongLinks(open.graph, centroid, { from, heading });
    if (to === null) return null;
    const kept = extend && selection?.kind === "compounds" ? selection.indices : [];
    const indices = [...kept.filter((i) => i !== to), to];
    this.actions.select({ kind: "compounds", indices });
    return to;
  }

  /** Previews giving the selection to the district that lies in a direction. */
  give(heading: Heading): void {
    const open = this.open();
    const compounds = this.compounds();
    if (!open || compounds.length === 0) return;
    const { assignment } = open.scenario.zoning;
    const { centroid } = open.world.shapes;
    const own = new Set(compounds.map((i) => assignment[i]));
    for (const from of compounds.toReversed()) {
      const next = stepAlongLinks(open.graph, centroid, { from, heading });
      const to = next === null ? -1 : assignment[next];
      if (to < 0 || own.has(to)) continue;
      this.actions.previewEdit({ kind: "move", compounds, to });
      return;
    }
  }

  /** From a compound to its district. */
  selectDistrict(): void {
    const { selection } = this.store.getState();
    const open = this.open();
    if (!open || selection?.kind !== "compounds") return;
    const district = open.scenario.zoning.assignment[selection.indices.at(-1) ?? 0];
    if (district >= 0) this.actions.select({ kind: "districts", indices: [district] });
  }

  private get actions(): Actions {
    return this.store.getState().actions;
  }

  private open(): Open | null {
    const state = this.store.getState();
    const { world, graph } = state;
    const scenario = activeScenario(state);
    return world && graph && scenario ? { world, graph, scenario } : null;
  }

  private compounds(): readonly number[] {
    const { selection } = this.store.getState();
    return selection?.kind === "compounds" ? selection.indices : [];
  }

  private districts(): readonly number[] {
    const { selection } = this.store.getState();
    return selection?.kind === "districts" ? selection.indices : [];
  }

  private oneDistrict(): number | null {
    const districts = this.districts();
    return districts.length === 1 ? districts[0] : null;
  }

  /** The compound that arrows start from: selected last, else one of the district, else any. */
  private cursor({ world, scenario }: Open): number | null {
    const chosen = this.compounds().at(-1);
    if (chosen !== undefined) return chosen;
    const { assignment } = scenario.zoning;
    const [district] = this.districts();
    const inside = district === undefined ? -1 : assignment.indexOf(district);
    if (inside >= 0) return inside;
    const { agedBefore } = scenario.recipe.parameters;
    const first = world.compounds.findIndex((compound) => takesPart(compound, agedBefore));
    return first < 0 ? null : first;
  }
}
