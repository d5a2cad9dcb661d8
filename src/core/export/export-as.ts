import type { ContainerHost } from "../ingest/containers/container.ts";
import type { ExportInput } from "./export-input.ts";
import { type ExportedBytes, type ExportedFile, exportPlan } from "./export-plan.ts";

/** A file to be written: a text or bytes. */
export type OutputFile = ExportedFile | ExportedBytes;

type WriteFormat = (
  input: ExportInput,
  choice: ExportChoice,
  host: ContainerHost,
) => Promise<readonly OutputFile[]>;

/** What each format writes; libraries are loaded when they are first needed. */
const WRITERS = {
  plan: async (input) => exportPlan(input),
  geojson: async (input) => exportPlan(input).filter(({ name }) => name.endsWith(".geojson")),
  csv: async (input) => (await import("./plan-tables.ts")).exportTables(input),
  xlsx: async (input) => (await import("./plan-workbook.ts")).exportWorkbook(input),
  brief: async (input) => (await import("./brief/write-brief.ts")).exportBrief(input),
  slides: async (input) => (await import("./brief/write-slides.ts")).exportSlides(input),
  html: async (input) => (await import("./plan-page.ts")).exportPage(input),
} as const satisfies Readonly<Record<string, WriteFormat>>;

export type ExportFormat = keyof typeof WRITERS;

/** What a person asks for. */
export interface ExportChoice {
  readonly format: ExportFormat;
}

/** Formats that a person asks for by name; `plan` is the set that a run writes. */
export const EXPORT_FORMATS = (Object.keys(WRITERS) as ExportFormat[]).filter(
  (format) => format !== "plan",
);

/** The files of a plan in one format; the same bytes on every machine. */
export function exportAs(
  choice: ExportChoice,
  input: ExportInput,
  host: ContainerHost,
): Promise<readonly OutputFile[]> {
  const write: WriteFormat = WRITERS[choice.format];
  return write(input, choice, host);
}
