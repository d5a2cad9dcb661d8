import type { Compound, LedgerField, Provenance, World } from "../ingest/world.ts";
import type { AssumptionKey, AssumptionValues } from "./defaults.ts";
import type { DistrictEstimate } from "./estimate.ts";
import type { Overrides } from "./estimator.ts";
import { FIGURES, type Figure, type FigureKey, readFigure } from "./figures.ts";

/** Where a value in force was set. */
export type SetAt = "shipped" | "set" | "city" | "district" | "compound";

/** An assumption a figure uses, with the value in force for the district. */
export interface TracedAssumption {
  readonly key: AssumptionKey;
  readonly value: number;
  readonly setAt: SetAt;
  /** members that have a value of their own: compound index and value */
  readonly own: readonly (readonly [compound: number, value: number])[];
}

/** One ledger cell a figure rests on. */
export interface TracedCell {
  /** compound index */
  readonly compound: number;
  readonly field: LedgerField;
  /** null: unknown, for the year only */
  readonly value: number | null;
  readonly provenance: Provenance;
}

/** A figure opened: its formula's inputs, one step down, and what lies at the bottom. */
export interface Trace {
  readonly key: FigureKey;
  readonly figure: Figure;
  readonly value: number;
  readonly inputs: readonly { readonly key: FigureKey; readonly value: number }[];
  readonly assumptions: readonly TracedAssumption[];
  readonly cells: readonly TracedCell[];
}

/** What a figure of one district is traced through. */
export interface TraceTerms {
  readonly world: World;
  readonly members: readonly number[];
  readonly estimate: DistrictEstimate;
  /** city-wide values */
  readonly values: AssumptionValues;
  /** keys the assumption set gives, and keys set for the city on top of it */
  readonly fromSet: ReadonlySet<string>;
  readonly fromCity: ReadonlySet<string>;
  readonly own: Overrides | undefined;
  readonly byCompound: ReadonlyMap<number, Overrides>;
}

function traceAssumption(key: AssumptionKey, terms: TraceTerms): TracedAssumption {
  const { own, byCompound, members, values, fromSet, fromCity } = terms;
  const ownValue = own?.[key];
  const where: SetAt = fromCity.has(key) ? "city" : fromSet.has(key) ? "set" : "shipped";
  return {
    key,
    value: ownValue ?? values[key],
    setAt: ownValue === undefined ? where : "district",
    own: members.flatMap((i) => {
      const value = byCompound.get(i)?.[key];
      return value === undefined ? [] : [[i, value] as const];
    }),
  };
}

function cellsOf(fields: readonly LedgerField[], terms: TraceTerms): TracedCell[] {
  const cell = (compound: Compound, i: number, field: LedgerField): TracedCell => ({
    compound: i,
    field,
    value: compound[field],
    provenance: compound.provenance[field],
  });
  return terms.members.flatMap((i) =>
    fields.map((field) => cell(terms.world.compounds[i], i, field)),
  );
}

/** Opens a figure of a district: formula, inputs, assumptions with where they were set, ledger cells. */
export function traceFigure(key: FigureKey, terms: TraceTerms): Trace {
  const figure = FIGURES[key];
  return {
    key,
    figure,
    value: readFigure(terms.estimate, key),
    inputs: figure.inputs.map((input) => ({
      key: input,
      value: readFigure(terms.estimate, input),
    })),
    assumptions: figure.assumptions.map((a) => traceAssumption(a, terms)),
    cells: cellsOf(figure.fields, terms),
  };
}
