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
export type { ExportInput, TimingsMs } from "./export/export-input.ts";
export type { ExportedFile } from "./export/export-plan.ts";
export { exportPlan } from "./export/export-plan.ts";
export { OBJECTIVE_LABELS, REASON_LABELS, RULE_LABELS } from "./export/labels.ts";
export { exportPage } from "./export/plan-page.ts";
export { exportTables } from "./export/plan-tables.ts";
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
  checkDistrict,
  type Evaluation,
  evaluateZoning,
  zoningLevels,
} from "./regionalization/evaluate-zoning.ts";
export type { ObjectiveFunction } from "./regionalization/objective.ts";
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
export { componentMembers, createProblem, type Problem } from "./regionalization/problem.ts";
export { solve } from "./regionalization/solve.ts";
export { checkAssumptions } from "./scenario/check-assumptions.ts";
export { readScenario, writeScenario } from "./scenario/codec.ts";
export {
  compareScenarios,
  type Indicator,
  type IndicatorTable,
} from "./scenario/comparison.ts";
export {
  EMPTY_HISTORY,
  type History,
  type HistoryChange,
  type HistoryStep,
  recordStep,
  redoStep,
  undoStep,
} from "./scenario/history.ts";
export { normaliseRecipe } from "./scenario/normalise-recipe.ts";
export { type Prepared, prepare } from "./scenario/prepare.ts";
export type { LinkPair, Recipe } from "./scenario/recipe.ts";
export type { Scenario } from "./scenario/scenario.ts";
export { describePlan, describeZoning, restoreScenario } from "./scenario/scenario-zoning.ts";
export { diffZonings } from "./scenario/squash-diffs.ts";
export { checkLimits } from "./zoning/check-limits.ts";
export {
  applyDiff,
  invertDiff,
  type Move,
  mergeDistricts,
  moveCompounds,
  renameDistrict,
  type ZoningDiff,
} from "./zoning/edit.ts";
export { DEFAULT_LIMITS, type Limits } from "./zoning/limits.ts";
export { membersByDistrict } from "./zoning/members.ts";
export { outlineDistricts } from "./zoning/outlines.ts";
export { Tallies, type Tally } from "./zoning/tallies.ts";
export type { Violation } from "./zoning/violation.ts";
export {
  type District,
  LEFT_OUT_REASONS,
  type LeftOutReason,
  type Zoning,
} from "./zoning/zoning.ts";
