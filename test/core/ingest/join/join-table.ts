import { readWorld } from "../../../../src/core/ingest/read-world.ts";
import { type Sheet, writeTableText } from "../../../../src/core/ingest/table/table.ts";
import {
  type FileReading,
  type ReadOptions,
  UNDECIDED,
} from "../../../../src/core/ingest/world.ts";
import { layerOf } from "./ledger-world.ts";

export interface Plot {
  readonly id: string;
  readonly name: string;
  readonly community?: string;
  readonly alias?: string;
  readonly address?: string;
}

/** Squares of 100 m in a row, 300 m apart. */
export function plots(list: readonly Plot[]): string {
  return layerOf(list.map(({ id, ...properties }) => ({ compound_id: id, ...properties }))).text;
}

export function join(
  list: readonly Plot[],
  sheets: readonly Sheet[],
  byHand: Partial<FileReading> | null = null,
) {
  const options: ReadOptions = {
    fieldMap: {},
    crs: null,
    ...(byHand === null ? {} : { files: { "台账.xlsx": { ...UNDECIDED, ...byHand } } }),
  };
  const world = readWorld(
    [
      { role: "compounds", name: "小区.geojson", text: plots(list) },
      {
        role: "ledger",
        name: "台账.xlsx",
        text: writeTableText(sheets, { format: "workbook", notes: [] }),
      },
    ],
    options,
  );
  const [reading] = world.ledgers;
  const codes = world.issues.map(({ code }) => code);
  return { world, reading, codes, states: reading.rows.map(({ state, by }) => [state, by]) };
}

export const sheet = (...rows: Sheet["rows"]): Sheet => ({ name: "", rows, merges: [] });
