import type { BlockUse } from "./land-use.ts";
import type { UnitMap } from "./units.ts";

/** Which units belong to the city: those with housing, and those mostly surrounded by them. */
export function findCityUnits(map: UnitMap, uses: readonly BlockUse[]): ReadonlySet<number> {
  const city = new Set<number>();
  for (const { block, plots } of uses) {
    if (plots.some((plot) => plot.dwelling)) city.add(block.unit);
  }
  const neighbours = listNeighbours(map);
  for (let round = 0; round < 2; round++) {
    const enclosed = map.units.filter((unit) => {
      const around = neighbours[unit.index]!;
      const inside = around.filter((other) => city.has(other)).length;
      return !city.has(unit.index) && inside > 0.6 * around.length;
    });
    for (const unit of enclosed) city.add(unit.index);
  }
  return city;
}

/** Units that share an edge with each unit. */
export function listNeighbours(map: UnitMap): number[][] {
  const neighbours: number[][] = map.units.map(() => []);
  for (const [a, b] of map.borders) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return neighbours;
}
