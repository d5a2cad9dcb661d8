import type { Problem } from "../problem.ts";

/**
 * A zoning under construction: districts as member lists with cached objective levels and running
 * totals. Mutable by name and by purpose; dead districts are empty lists.
 */
export class Draft {
  /** length n: district of each compound, −1 = none */
  readonly of: Int32Array;
  readonly members: number[][] = [];
  householdsLeftOut = 0;
  districts = 0;
  readonly levels: Float64Array;
  private readonly problem: Problem;
  private readonly values: Float64Array[] = [];

  /** Everything placeable starts left out. */
  constructor(problem: Problem) {
    this.problem = problem;
    this.of = new Int32Array(problem.world.compounds.length).fill(-1);
    this.levels = new Float64Array(problem.objective.levels);
    problem.placeable.forEach((placeable, i) => {
      if (placeable) this.householdsLeftOut += problem.world.compounds[i].households;
    });
  }

  /** Adds a district of compounds that are in none. @throws if one is taken */
  add(members: readonly number[]): void {
    const sorted = [...members].sort((a, b) => a - b);
    const value = new Float64Array(this.levels.length);
    this.problem.objective.evaluate(sorted, sorted.length, value);
    for (const i of sorted) {
      if (this.of[i] >= 0) throw new Error(`compound ${i} is already in district ${this.of[i]}`);
      this.of[i] = this.members.length;
      this.householdsLeftOut -= this.problem.world.compounds[i].households;
    }
    this.members.push(sorted);
    this.values.push(value);
    this.districts++;
    for (let k = 0; k < value.length; k++) this.levels[k] += value[k];
  }

  /** Dissolves a district; its compounds are in none. */
  remove(district: number): void {
    for (const i of this.members[district]) {
      this.of[i] = -1;
      this.householdsLeftOut += this.problem.world.compounds[i].households;
    }
    const value = this.values[district];
    for (let k = 0; k < value.length; k++) this.levels[k] -= value[k];
    this.members[district] = [];
    this.districts--;
  }

  /** Objective levels of one district. */
  valueOf(district: number): Float64Array {
    return this.values[district];
  }

  /** Living districts, in order of their smallest member. */
  living(): number[][] {
    return this.members.filter((m) => m.length > 0).sort((a, b) => a[0] - b[0]);
  }
}
