/** The only door into the core for the worker, the command line, the store and everything above. */
export { fieldWordsIn } from "./base/field-words.ts";
export { nameWithoutEnding } from "./base/file-name.ts";
export { describeIssue, type Issue, type Severity } from "./base/issue.ts";
export { type Bilingual, fillTemplate, type Language } from "./base/language.ts";
export { VERSION } from "./base/version.ts";
export { chooseWay, neededGapM, shownGapM } from "./contiguity/choose-way.ts";
export { readReason, SEARCH_REACH_M } from "./contiguity/explain-component.ts";
export type { BarrierOnTheWay } from "./contiguity/explain-link.ts";
export { connectPairs, explainPair, type PairStory } from "./contiguity/explain-pair.ts";
export type { ContiguityGraph, CutTable, LinkTable } from "./contiguity/graph.ts";
export { findWalls } from "./contiguity/wall-stretches.ts";
export {
  type AssumptionSet,
  assumptionsUnder,
  SHIPPED_SETS,
  valuesOfSet,
} from "./estimate/assumption-set.ts";
export type { BudgetYear } from "./estimate/budget-path.ts";
export {
  ASSUMPTION_OF,
  ASSUMPTIONS,
  type AssumptionGroup,
  type AssumptionKey,
  type AssumptionValues,
  resolveAssumptions,
  type ShippedAssumption,
} from "./estimate/defaults.ts";
export { createDraws, type Odds } from "./estimate/draws.ts";
export type { DistrictEstimate } from "./estimate/estimate.ts";
export { createEstimator, type Estimator } from "./estimate/estimator.ts";
export { EMPTY_ESTIMATE, FIGURES, type FigureKey, readFigure } from "./estimate/figures.ts";
export type { MemberAccount } from "./estimate/member-accounts.ts";
export { addBands, type PlanBands } from "./estimate/plan-bands.ts";
export { SERVICE_LEVEL_LABELS, SERVICE_LEVELS } from "./estimate/service-level.ts";
export {
  type SetAt,
  type Trace,
  type TracedAssumption,
  type TracedCell,
  type TraceTerms,
  traceFigure,
} from "./estimate/trace.ts";
export {
  type Band,
  type Bands,
  estimateBands,
  type UncertainPlan,
} from "./estimate/uncertainty.ts";
export { wordsOfUnit } from "./estimate/unit-words.ts";
export { createWallPlanner } from "./estimate/wall-plan.ts";
export { barrierWords } from "./export/barrier-words.ts";
export { classWord } from "./export/class-words.ts";
export { colourDistricts, findNearPairs } from "./export/drawing/district-colours.ts";
export { DISTRICT_COLOURS, mix, PAPER_COLOURS } from "./export/drawing/paper-colours.ts";
export {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportFormat,
  exportAs,
  type OutputFile,
  PLACED_FORMATS,
  PUBLIC_FORMATS,
} from "./export/export-as.ts";
export type { ExportInput, TimingsMs } from "./export/export-input.ts";
export type { ExportedBytes, ExportedFile } from "./export/export-plan.ts";
export { exportPlan } from "./export/export-plan.ts";
export { OBJECTIVE_LABELS, REASON_LABELS, RULE_LABELS } from "./export/labels.ts";
export {
  WRITTEN_SYSTEMS,
  type WrittenSystemKey,
  writtenSystemsAt,
} from "./export/layers/written-system.ts";
export { readFiledZoning } from "./export/read-zoning.ts";
export {
  type LocalProjection,
  largestScaleErrorPpm,
  projectTo,
  unproject,
} from "./geometry/projection.ts";
export { UnitIndex } from "./geometry/unit-index.ts";
export { ALL_UNITS, type ColumnUnit, readUnit, unitsOfField } from "./ingest/column-units.ts";
export type {
  ContainerHost,
  DecodeBytes,
  OpenContainer,
  RawFile,
} from "./ingest/containers/container.ts";
export {
  ContainerDesk,
  containerBudgetS,
  DeskClosed,
  type FromContainerWorker,
  serveContainers,
  type ToContainerWorker,
} from "./ingest/containers/container-desk.ts";
export { decodeText } from "./ingest/containers/decode-text.ts";
export { keepJson, PersonalSieve } from "./ingest/containers/drop-personal.ts";
export { openContainer } from "./ingest/containers/open-container.ts";
export { isShapefilePart } from "./ingest/containers/sniff-format.ts";
export { unpackFiles } from "./ingest/containers/unpack-files.ts";
export { placeNamed } from "./ingest/describe-positions.ts";
export { CollectionStream } from "./ingest/formats/stream-geojson.ts";
export { guessRole, guessRoles, holdsNotesOnly } from "./ingest/guess-role.ts";
export type {
  ColumnReading,
  JoinCandidate,
  LedgerReading,
  RowReading,
} from "./ingest/join/ledger-reading.ts";
export { COLUMN_FIELDS, type ColumnField } from "./ingest/ledger-aliases.ts";
export type {
  PlacedCandidate,
  PositionReading,
  SystemCandidate,
} from "./ingest/position-reading.ts";
export { readWorld, readWorldInSteps } from "./ingest/read-world.ts";
export type {
  Barrier,
  BuildingGroup,
  Compound,
  FileReading,
  LedgerField,
  ParsedFile,
  ReadOptions,
  SourceFile,
  SourceRole,
  World,
} from "./ingest/world.ts";
export { UNDECIDED } from "./ingest/world.ts";
export { Crew, type FromWorker, type ToWorker } from "./regionalization/crew.ts";
export {
  type ComponentFound,
  describeComponents,
  type StandsAlone,
} from "./regionalization/describe-components.ts";
export { checkDistrict, evaluateZoning, zoningLevels } from "./regionalization/evaluate-zoning.ts";
export { highsSolver } from "./regionalization/exact/highs-solver.ts";
export type { LinearSolver } from "./regionalization/exact/linear-solver.ts";
export { createMoveExplainer, type MoveStory } from "./regionalization/explain-move.ts";
export { countPairs, type PairScope, readPairScope } from "./regionalization/pair-scope.ts";
export {
  DEFAULT_PARAMETERS,
  type Dissimilarity,
  type Envelope,
  type Method,
  type Objective,
  type PlanParameters,
  type Threshold,
} from "./regionalization/parameters.ts";
export type { Plan, Relaxation, SolveProgress } from "./regionalization/plan.ts";
export type { Lock, PlanRules } from "./regionalization/plan-rules.ts";
export { createProblem, type Problem, takesPart } from "./regionalization/problem.ts";
export { propose as solve } from "./regionalization/propose.ts";
export { serveTasks } from "./regionalization/serve-tasks.ts";
export { proposeWithCrew as solveWithCrew } from "./regionalization/solve-with-crew.ts";
export { splitBalanced } from "./regionalization/split/balanced-parts.ts";
export { findBestCut } from "./regionalization/split/best-cut.ts";
export { zoneAlone } from "./regionalization/zone-alone.ts";
export { readAssumptions, writeAssumptions } from "./scenario/assumption-file.ts";
export { changeRecord, type RecordChange } from "./scenario/branch.ts";
export { type Candidate, candidateRecipes } from "./scenario/candidates.ts";
export { standBeside } from "./scenario/carry-identities.ts";
export { checkAssumptions } from "./scenario/check-assumptions.ts";
export { checkProof, type KeptProof } from "./scenario/check-proof.ts";
export { readScenario, writeScenario } from "./scenario/codec.ts";
export {
  type Indicator,
  type IndicatorValues,
  readIndicators,
} from "./scenario/comparison.ts";
export {
  type ComparisonOptions,
  type ComparisonPart,
  type ComparisonReport,
  compareInSteps,
  type PairReport,
  reportComparison,
  type ScenarioReport,
  type Together,
  writeComparison,
} from "./scenario/comparison-report.ts";
export { CRITERIA } from "./scenario/criteria.ts";
export {
  type Drawings,
  type DrawnBarrier,
  drawOnWorld,
  isDrawn,
  type LonLat,
} from "./scenario/drawings.ts";
export {
  EMPTY_HISTORY,
  type History,
  type HistoryChange,
  type HistoryStep,
  type RecipeChange,
  recordStep,
  redoStep,
  type StepChain,
  stepsOf,
  undoStep,
} from "./scenario/history.ts";
export { readHistory, writeHistory } from "./scenario/history-codec.ts";
export { logOfHistory } from "./scenario/history-log.ts";
export type { IndicatorKey } from "./scenario/indicator-rows.ts";
export { type Judgement, judgeCandidates } from "./scenario/judge-candidates.ts";
export { buffersOf, type MemberColumns, memberColumns } from "./scenario/member-columns.ts";
export { normaliseRecipe } from "./scenario/normalise-recipe.ts";
export { type Prepared, prepare, valuesOf } from "./scenario/prepare.ts";
export {
  type LinkPair,
  NO_DECISIONS,
  type Recipe,
  type RecipeDistrict,
  type RecipeLock,
  readOptionsOf,
} from "./scenario/recipe.ts";
export {
  type HandLinks,
  hasSameLinks,
  type PairByHand,
  readPairByHand,
  relink,
  setPairByHand,
} from "./scenario/relink.ts";
export { relock } from "./scenario/relock.ts";
export {
  adoptReplan,
  findReplanRegion,
  type ReplanScope,
  replanRecipe,
} from "./scenario/replan.ts";
export {
  DEFAULT_RULE_PACK,
  type RulePack,
  readRulePack,
  writeRulePack,
} from "./scenario/rule-pack.ts";
export type { Scenario } from "./scenario/scenario.ts";
export {
  describeLog,
  type LogEntry,
  NEW_RECORD,
  type ScenarioRecord,
} from "./scenario/scenario-record.ts";
export {
  describePlan,
  describeZoning,
  restoreProof,
  restoreScenario,
} from "./scenario/scenario-zoning.ts";
export { diffZonings } from "./scenario/squash-diffs.ts";
export { describeStep, restoreStep, type StepRecord } from "./scenario/step-record.ts";
export { TODAY_NAME, todayInSteps, viewToday } from "./scenario/today.ts";
export { uncertainPlanOf } from "./scenario/uncertain-plan.ts";
export { type ScenarioView, viewInSteps, viewScenario } from "./scenario/view.ts";
export { type Weighing, type Weights, weighScenarios } from "./scenario/weights.ts";
export { countBorders } from "./zoning/borders-crossed.ts";
export {
  applyDiff,
  dissolveDistrict,
  invertDiff,
  mergeDistricts,
  moveCompounds,
  renameDistrict,
  splitDistrict,
  type ZoningDiff,
} from "./zoning/edit.ts";
export type { Finding, Fix } from "./zoning/finding.ts";
export { Inspector } from "./zoning/inspector.ts";
export { DEFAULT_LIMITS, type Limits } from "./zoning/limits.ts";
export {
  dissolve,
  type LiveEdit,
  makeEdit,
  mergeAll,
  moveAll,
  previewEdit,
  renameTo,
  splitInto,
} from "./zoning/live-edits.ts";
export { LiveZoning } from "./zoning/live-zoning.ts";
export { membersByDistrict } from "./zoning/members.ts";
export { createOutlineDrawer, type OutlineDrawer, outlineDistricts } from "./zoning/outlines.ts";
export { shiftBorder } from "./zoning/shift-border.ts";
export { splitByLine } from "./zoning/split-by-line.ts";
export { type Heading, stepAlongLinks } from "./zoning/step-along-links.ts";
export { Tallies } from "./zoning/tallies.ts";
export type { Violation } from "./zoning/violation.ts";
export { LEFT_OUT_REASONS, type LeftOutReason, type Zoning } from "./zoning/zoning.ts";
