import type { FileReading } from "../core/index.ts";
import type { Desk } from "./desk.ts";
import type { IntakeActions } from "./intake-state.ts";
import { decidedOn, headersOf } from "./reading-offers.ts";
import { rereadSources } from "./reread-sources.ts";

/** Decisions on how single files are read. */
export function createIntakeActions(desk: Desk): IntakeActions {
  const dismissOffer = (source: string): void =>
    desk.set({ offers: desk.state.offers.filter((offer) => offer.source !== source) });

  const decideReading = async (source: string, change: Partial<FileReading>): Promise<void> => {
    const { reading, world, sources } = desk.state;
    const decided = { ...decidedOn(reading, source), ...change };
    const read = { ...reading, files: { ...reading.files, [source]: decided } };
    if (world && (change.columns || change.units)) {
      await desk.deps.memory.keep(headersOf(world, source), decided);
      dismissOffer(source);
    }
    await rereadSources(desk, sources, read);
  };

  return {
    decideReading,
    async setRole(source, role) {
      const { sources, reading } = desk.state;
      const changed = sources.map((one) => (one.name === source ? { ...one, role } : one));
      await rereadSources(desk, changed, reading);
    },
    async removeFile(source) {
      const { sources, reading } = desk.state;
      const { [source]: _gone, ...files } = reading.files ?? {};
      const rest = sources.filter(({ name }) => name !== source);
      await rereadSources(desk, rest, { ...reading, files });
    },
    async leadWith(source) {
      const { sources, reading } = desk.state;
      const others = Object.entries(reading.files ?? {}).map(([name, { leads: _, ...rest }]) => [
        name,
        rest,
      ]);
      const files: Record<string, FileReading> = Object.fromEntries(others);
      const decided = { ...reading, files };
      if (source !== null) files[source] = { ...decidedOn(decided, source), leads: true };
      await rereadSources(desk, sources, decided);
    },
    placeNamed: (source, named, near) =>
      desk.attempt("read-failed", () => desk.deps.core.place(source, named, near)),
    dismissOffer,
    async acceptOffer(source) {
      const offer = desk.state.offers.find((one) => one.source === source);
      if (offer) await decideReading(source, { columns: offer.columns, units: offer.units });
    },
  };
}
