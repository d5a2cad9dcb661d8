/** A row that is certainly about a compound. */
export interface Claim<Row> {
  readonly row: Row;
  /** position among the identities */
  readonly compound: number;
  readonly score: number;
  /** day that the row describes; rows of other days stand beside each other */
  readonly asOf: number | null;
  /** rows of one text may be buildings of one compound */
  readonly group: string;
  /** building that the row is about, or null */
  readonly building: string | null;
}

/** The rows that tell of one compound at one time: one, or one for each of its buildings. */
export interface Seat<Row> {
  readonly compound: number;
  readonly rows: readonly Row[];
}

/** A building's number without what every one of them bears: `3#楼` and `3幢` are one. */
function bareBuilding(text: string): string {
  const bare = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s#第]+/g, "")
    .replace(/(?<=.)(?:号楼|号|幢|栋|座|楼)+$/, "");
  return bare.replace(/^0+(?=\d)/, "");
}

/** One claim for each building, when there are at least two of them. */
function tellBuildings<Row>(
  claims: readonly Claim<Row>[],
  best: Claim<Row>,
): readonly Claim<Row>[] | null {
  const first = new Map<string, Claim<Row>>();
  for (const claim of claims) {
    if (claim.building === null || claim.group !== best.group) continue;
    const building = bareBuilding(claim.building);
    if (!first.has(building)) first.set(building, claim);
  }
  return first.size < 2 ? null : [...first.values()];
}

/**
 * Gives each compound the rows that tell of it, time by time: the best claim, equals by their order, or
 * every building once where rows alike but for their building numbers claim it.
 */
export function assignRows<Row>(claims: readonly Claim<Row>[]): Seat<Row>[] {
  const bySeat = new Map<string, Claim<Row>[]>();
  for (const claim of claims) {
    const key = `${claim.compound}/${claim.asOf ?? ""}`;
    const seat = bySeat.get(key);
    if (seat) seat.push(claim);
    else bySeat.set(key, [claim]);
  }
  return [...bySeat.values()].map((seat) => {
    const best = seat.reduce((most, claim) => (claim.score > most.score ? claim : most));
    const buildings = tellBuildings(seat, best) ?? [best];
    return { compound: best.compound, rows: buildings.map(({ row }) => row) };
  });
}
