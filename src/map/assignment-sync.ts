import { LEFT_OUT_REASONS, type World, type Zoning } from "../core/index.ts";
import type { AppState, ScenarioState } from "../store/state.ts";
import { DISTRICT_COLOURS } from "./colours.ts";
import type { MapAdapter } from "./map-adapter.ts";

const NOT_AGED = LEFT_OUT_REASONS.indexOf("not-aged");
const NOBODY: ReadonlySet<number> = new Set();

/**
 * Keeps the district of every compound on the map equal to the state, through strokes and previews:
 * only the state of the compounds that change is told, never their shapes.
 */
export class AssignmentSync {
  private readonly adapter: MapAdapter;
  private world: World | null = null;
  private zoning: Zoning | null = null;
  /** by district position */
  private colours: readonly number[] = [];
  /** district of each compound as drawn, a stroke under way included */
  private now = new Int32Array();
  /** what was told of each compound: 0 nothing, else role and colour */
  private told = new Int32Array();
  private serial = 0;
  private preview: AppState["preview"] = null;
  private locks: ScenarioState["locks"] | null = null;

  constructor(adapter: MapAdapter) {
    this.adapter = adapter;
  }

  /** All compounds as a zoning has them. @param colours by district position */
  draw(world: World, zoning: Zoning, colours: readonly number[]): void {
    if (this.world !== world) {
      this.told = new Int32Array(world.compounds.length);
      this.locks = null;
      world.compounds.forEach(({ anchor }, i) => {
        if (anchor) this.adapter.setState("compounds", i, { anchor });
      });
    }
    this.world = world;
    this.zoning = zoning;
    this.colours = colours;
    this.now = zoning.assignment.slice();
    for (let i = 0; i < this.now.length; i++) this.tell(i, this.now[i]);
  }

  /** What was told is lost: the next drawing tells all of it. */
  forget(): void {
    this.world = null;
    this.preview = null;
  }

  /** Follows strokes, previews and locks. */
  update(state: AppState, scenario: ScenarioState | null): void {
    const { shift, preview } = state;
    if (shift.serial !== this.serial) {
      for (const { compound, to } of shift.shifted ?? []) {
        this.now[compound] = to;
        this.tell(compound, to);
      }
      this.serial = shift.serial;
    }
    this.drawPreview(preview);
    if (scenario && this.zoning) this.drawLocks(scenario.locks);
  }

  /** Tells the states of districts again after their shapes were replaced. */
  redrawDistricts(): void {
    for (const district of this.locks?.districts ?? NOBODY)
      this.adapter.setState("districts", district, { locked: true });
  }

  /** The colour of a district that a stroke has opened; null: it is none. */
  colourOfNew(district: number): number | null {
    return this.world && district >= this.colours.length ? this.colourAt(district) : null;
  }

  private drawPreview(preview: AppState["preview"]): void {
    if (preview === this.preview) return;
    for (const { compound } of this.preview?.shifted ?? []) {
      this.adapter.setState("compounds", compound, { proposed: false });
      this.tell(compound, this.now[compound]);
    }
    for (const { compound, to } of preview?.shifted ?? []) {
      this.adapter.setState("compounds", compound, { proposed: true });
      this.tell(compound, to);
    }
    this.preview = preview;
  }

  private drawLocks(locks: ScenarioState["locks"]): void {
    if (locks === this.locks) return;
    const before = this.locks;
    this.follow("compounds", before?.compounds ?? NOBODY, locks.compounds);
    this.follow("districts", before?.districts ?? NOBODY, locks.districts);
    this.locks = locks;
  }

  private follow(
    source: "compounds" | "districts",
    before: ReadonlySet<number>,
    now: ReadonlySet<number>,
  ): void {
    for (const i of before) if (!now.has(i)) this.adapter.setState(source, i, { locked: false });
    for (const i of now) if (!before.has(i)) this.adapter.setState(source, i, { locked: true });
  }

  private colourAt(district: number): number {
    return this.colours[district] ?? district % DISTRICT_COLOURS.length;
  }

  private tell(compound: number, district: number): void {
    const isContext = district < 0 && this.zoning?.reason[compound] === NOT_AGED;
    const role = district >= 0 ? "in" : isContext ? "context" : "out";
    const colour = district >= 0 ? this.colourAt(district) : -1;
    const word = 16 * (role === "in" ? 1 : role === "out" ? 2 : 3) + colour + 1;
    if (this.told[compound] === word) return;
    this.told[compound] = word;
    this.adapter.setState("compounds", compound, { role, colour });
  }
}
