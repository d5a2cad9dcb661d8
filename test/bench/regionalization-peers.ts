/** What this bench uses of jsgeoda 0.2.3 (GPL underneath: never shipped, never a dependency). */
export interface Peer {
  /** @returns cluster number per unit, from 1 */
  maxp(method: "greedy" | "sa", runs: number): number[];
}

interface Geoda {
  readGeoJSON(bytes: ArrayBuffer): string;
  getQueenWeights(map: string, order: number, lower: boolean, precision: number): unknown;
  maxpGreedy(...given: unknown[]): { clusters: number[] } | null;
  maxpSA(...given: unknown[]): { clusters: number[] } | null;
}

/** The peer on the same outlines, standardised columns and floor; null when it is not installed. */
export async function openPeer(given: {
  readonly text: string;
  readonly columns: readonly (readonly number[])[];
  readonly households: readonly number[];
  readonly floor: number;
}): Promise<Peer | null> {
  const name = "jsgeoda";
  const loaded = await import(name).catch(() => null);
  if (loaded === null) return null;
  const geoda: Geoda = await (loaded.default ?? loaded).New();
  const bytes = new TextEncoder().encode(given.text);
  const map = geoda.readGeoJSON(bytes.buffer as ArrayBuffer);
  const weights = geoda.getQueenWeights(map, 1, false, 0);
  const bounds = [[given.households], [given.floor], [], []];
  const how = ["standardize", "manhattan", 123456789];
  return {
    maxp(method, runs) {
      const result =
        method === "greedy"
          ? geoda.maxpGreedy(weights, given.columns, runs, ...bounds, ...how)
          : geoda.maxpSA(weights, given.columns, 0.85, 1, runs, ...bounds, ...how);
      return Array.from(result?.clusters ?? []).flat();
    },
  };
}
