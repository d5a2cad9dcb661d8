import { type FileReading, type Recipe, UNDECIDED, type World } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { ReadingOffer } from "./intake-state.ts";

/** What was decided on a file. */
export function decidedOn({ files = {} }: Recipe["read"], source: string): FileReading {
  return Object.hasOwn(files, source) ? files[source] : UNDECIDED;
}

/** Files of the world whose columns were read. */
function sourcesWithColumns({ ledgers, columns }: World) {
  return [...ledgers, ...columns];
}

/** Column names of a file, sorted; empty when it has none. */
export function headersOf(world: World, source: string): string[] {
  const columns = sourcesWithColumns(world)
    .filter((one) => one.source === source)
    .flatMap((one) => one.columns.map(({ header }) => header));
  return [...new Set(columns)].sort();
}

/** Offers what was corrected before in files with the headers of those open, where nothing is decided. */
export async function offerReadings(desk: Desk): Promise<void> {
  const { world, reading } = desk.state;
  if (world === null) return;
  const sources = sourcesWithColumns(world).map(({ source }) => source);
  const found = await Promise.all(
    sources.map(async (source): Promise<ReadingOffer | null> => {
      const { columns, units } = decidedOn(reading, source);
      if (Object.keys(columns).length + Object.keys(units).length > 0) return null;
      const known = await desk.deps.memory.recall(headersOf(world, source));
      return known && { source, ...known };
    }),
  );
  if (desk.state.world === world) desk.set({ offers: found.filter((offer) => offer !== null) });
}
