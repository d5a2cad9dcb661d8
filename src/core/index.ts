/** The only door into the core for the worker, the command line, the store and everything above. */
export { describeIssue, type Issue, type IssueCode, type Severity } from "./base/issue.ts";
export type { Bilingual, Language } from "./base/language.ts";
export { VERSION } from "./base/version.ts";
export { buildGraph } from "./contiguity/build-graph.ts";
export { type Components, labelComponents } from "./contiguity/components.ts";
export type {
  ContiguityGraph,
  ContiguityOptions,
  CutTable,
  LinkTable,
} from "./contiguity/graph.ts";
export type { Assumption, Confidence } from "./estimate/assumption.ts";
export {
  ASSUMPTIONS,
  type AssumptionKey,
  type AssumptionValues,
  resolveAssumptions,
} from "./estimate/defaults.ts";
export type { CompoundEstimate, DistrictEstimate, Staff } from "./estimate/estimate.ts";
export { createEstimator, type Estimator } from "./estimate/estimator.ts";
export { FIGURES, type Figure } from "./estimate/figures.ts";
export type { PolygonSet } from "./geometry/polygon-set.ts";
export { type LocalProjection, projectTo, unproject } from "./geometry/projection.ts";
export { guessRole } from "./ingest/guess-role.ts";
export { readWorld } from "./ingest/read-world.ts";
export type {
  Barrier,
  BarrierClass,
  BarrierKind,
  Community,
  Compound,
  Crossing,
  LedgerField,
  LedgerValues,
  Provenance,
  ReadOptions,
  SourceFile,
  SourceRole,
  World,
} from "./ingest/world.ts";
export {
  DEFAULT_PARAMETERS,
  type Dissimilarity,
  type Envelope,
  type Method,
  type Objective,
  type PlanParameters,
  type Threshold,
} from "./regionalization/parameters.ts";
export type {
  Certificate,
  ComponentReport,
  LeftOut,
  ObjectiveReport,
  Plan,
  Relaxation,
  SolveProgress,
  Stopped,
} from "./regionalization/plan.ts";
export type { LinkPair, Recipe } from "./scenario/recipe.ts";
export { DEFAULT_LIMITS, type Limits } from "./zoning/limits.ts";
export { outlineDistricts } from "./zoning/outlines.ts";
export type { Violation } from "./zoning/violation.ts";
export {
  type District,
  LEFT_OUT_REASONS,
  type LeftOutReason,
  type Zoning,
} from "./zoning/zoning.ts";
