import { Inspector, LiveZoning, type Prepared, type Zoning } from "../core/index.ts";
import type { Backstage } from "./backstage.ts";
import { debounce } from "./debounce.ts";
import type { ScenarioState } from "./state.ts";

/** Quiet time before the live zoning of what is newly shown is made ready, ms. */
const WARM_UP_MS = 30;

/** The zoning under edit, with who finds its faults. */
export interface LiveWork {
  readonly live: LiveZoning;
  readonly inspector: Inspector;
  readonly prepared: Prepared;
}

interface Held extends LiveWork {
  readonly id: string;
  /** the scenario's zoning that the live one began with or was last brought to */
  zoning: Zoning;
}

/** What the table works for. */
interface TableHost {
  readonly active: ScenarioState | null;
  backstageOf(id: string): Backstage;
}

/**
 * The live zoning of the active scenario, made when it is first asked for (O(n + links)) and followed
 * from then on, so that an edit costs the districts it touches.
 */
export class LiveTable {
  /** Makes it ready soon, so that the first stroke need not. */
  readonly warmUp: () => void;
  private held: Held | null = null;
  private readonly host: TableHost;

  constructor(host: TableHost) {
    this.host = host;
    this.warmUp = debounce(() => void this.open(), WARM_UP_MS);
  }

  /** Null when no scenario is active. */
  open(): LiveWork | null {
    const scenario = this.host.active;
    if (!scenario) {
      this.held = null;
      return null;
    }
    const { prepared } = this.host.backstageOf(scenario.id);
    const { held } = this;
    if (held?.id !== scenario.id || held.zoning !== scenario.zoning) {
      const { problem, overrides } = prepared;
      const live = new LiveZoning(problem, scenario.zoning, overrides.byDistrict);
      this.hold(scenario, prepared, live);
    } else if (held.prepared !== prepared) {
      held.live.setTerms(prepared.problem, prepared.overrides.byDistrict);
      this.hold(scenario, prepared, held.live);
    }
    return this.held;
  }

  /** The live zoning as it is has become the scenario's. */
  settleOn(zoning: Zoning): void {
    if (this.held) this.held.zoning = zoning;
  }

  /** Lets go of it: positions of districts mean something else now. */
  drop(): void {
    this.held = null;
  }

  private hold({ id, zoning }: ScenarioState, prepared: Prepared, live: LiveZoning): void {
    const inspector = new Inspector(prepared.problem, live);
    this.held = { id, zoning, live, inspector, prepared };
  }
}
