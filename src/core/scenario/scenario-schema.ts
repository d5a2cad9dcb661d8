import * as v from "valibot";
import { ASSUMPTION_OF, type AssumptionValues } from "../estimate/defaults.ts";
import type { BarrierClass, BarrierKind, BuildingGroup, SourceRole } from "../ingest/world.ts";
import type { Dissimilarity, Envelope, Method, Objective } from "../regionalization/parameters.ts";
import type { Certificate, Relaxation, Stopped } from "../regionalization/plan.ts";
import { LEFT_OUT_REASONS } from "../zoning/zoning.ts";
import { checkAssumptions } from "./check-assumptions.ts";
import { SCENARIO_VERSION } from "./migrations.ts";
import { LIMITS_SCHEMA, RULE_PACK_SCHEMA } from "./rule-pack.ts";
import { LOG_EVENTS } from "./scenario-record.ts";

/** A picklist that the compiler keeps complete: leaving out a case of the union is a type error. */
function everyCase<Union extends string>() {
  return <const List extends readonly Union[]>(
    list: List & ([Union] extends [List[number]] ? unknown : never),
  ) => v.picklist(list as List);
}

const finite = v.pipe(v.number(), v.finite());
const atLeast0 = v.pipe(finite, v.minValue(0));
const whole = v.pipe(finite, v.safeInteger());
const bound = v.nullable(atLeast0);

const parameters = v.strictObject({
  envelope: everyCase<Envelope>()(["community", "street", "terrain"]),
  gapM: atLeast0,
  links: v.picklist(["gap", "queen", "rook"]),
  agedBefore: v.nullable(whole),
  limits: LIMITS_SCHEMA,
  objective: everyCase<Objective>()(["cost", "max-p", "compact"]),
  threshold: v.nullable(v.strictObject({ field: v.string(), min: finite })),
  attributes: v.array(v.string()),
  dissimilarity: everyCase<Dissimilarity>()(["ssd", "pairwise"]),
  anchorsAsSeeds: v.boolean(),
  districts: v.nullable(v.pipe(whole, v.minValue(1))),
  method: everyCase<Method>()(["auto", "exact", "search", "dbscan"]),
  seed: whole,
  iterations: v.pipe(whole, v.minValue(1), v.maxValue(100_000)),
});

function isAssumption(key: string): boolean {
  return ASSUMPTION_OF.has(key);
}

const assumptions = v.pipe(
  v.record(v.string(), finite),
  v.check((values) => checkAssumptions(values, null).issues.length === 0, "unknown assumption"),
);

const words = v.strictObject({ zh: v.string(), en: v.string() });

const assumptionSet = v.strictObject({
  id: v.string(),
  name: words,
  entries: v.pipe(
    v.record(
      v.string(),
      v.strictObject({
        value: atLeast0,
        low: bound,
        high: bound,
        source: v.nullable(words),
        year: v.nullable(whole),
        confidence: v.nullable(v.picklist(["H", "M", "L"])),
      }),
    ),
    v.check((entries) => Object.keys(entries).every(isAssumption), "unknown assumption"),
  ),
});

/** Texts under any key; `v.record` would drop `__proto__`, and the file would not be complete. */
const texts = v.custom<Readonly<Record<string, string>>>(
  (input) =>
    typeof input === "object" &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every((value) => typeof value === "string"),
  "texts by key expected",
);

/** Assumptions by the id of a place, which may be any text. */
const places = v.custom<Readonly<Record<string, Partial<AssumptionValues>>>>(
  (input) =>
    typeof input === "object" &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every((own) => checkAssumptions(own, null).issues.length === 0),
  "assumptions by id expected",
);

const fileReading = v.strictObject({
  crs: v.nullable(v.string()),
  swapped: v.boolean(),
  columns: texts,
  units: texts,
  joins: texts,
  group: v.nullable(everyCase<BuildingGroup>()(["name", "id", "block"])),
  leads: v.exactOptional(v.literal(true)),
});
/** Words for the log under any key. */
const logArgs = v.custom<Readonly<Record<string, string | number>>>(
  (input) =>
    typeof input === "object" &&
    input !== null &&
    !Array.isArray(input) &&
    Object.values(input).every((value) => typeof value === "string" || Number.isFinite(value)),
  "texts and numbers by key expected",
);

const lonLat = v.tuple([
  v.pipe(finite, v.minValue(-180), v.maxValue(180)),
  v.pipe(finite, v.minValue(-90), v.maxValue(90)),
]);
const drawnBarrier = v.strictObject({
  id: v.string(),
  kind: everyCase<BarrierKind>()(["road", "rail", "water", "cliff", "other"]),
  barrierClass: everyCase<BarrierClass>()(["hard", "penalised", "free"]),
  line: v.pipe(v.array(lonLat), v.minLength(2)),
});
const drawnCrossing = v.strictObject({ id: v.string(), at: lonLat });

/** Recipes that a browser kept before version 5, in steps and proofs, have none of these. */
const drawings = {
  barriersDrawn: v.optional(v.array(drawnBarrier), []),
  barriersRemoved: v.optional(v.array(v.string()), []),
  crossingsDrawn: v.optional(v.array(drawnCrossing), []),
  crossingsRemoved: v.optional(v.array(v.string()), []),
};

const linkPair = v.tuple([v.string(), v.string()]);
const district = { id: v.string(), name: v.string(), compounds: v.array(v.string()) };

/** Shape of a recipe; parsing puts the keys in this order. */
export const RECIPE_SCHEMA = v.strictObject({
  read: v.strictObject({
    fieldMap: texts,
    crs: v.nullable(v.string()),
    files: v.exactOptional(v.record(v.string(), fileReading)),
  }),
  parameters,
  assumptionSet: v.nullable(assumptionSet),
  assumptions,
  districtAssumptions: places,
  compoundAssumptions: places,
  rulePack: RULE_PACK_SCHEMA,
  linksAdded: v.array(linkPair),
  linksRemoved: v.array(linkPair),
  ...drawings,
  mustTogether: v.array(v.array(v.string())),
  neverTogether: v.array(linkPair),
  locks: v.array(v.strictObject({ ...district, whole: v.boolean() })),
  start: v.nullable(v.array(v.strictObject(district))),
});

const reason = v.picklist(LEFT_OUT_REASONS);
const certificate = everyCase<Certificate>()(["optimal", "bounded"]);
const amount = v.union([finite, v.string()]);

const relaxation = v.strictObject({
  what: everyCase<Relaxation["what"]>()([
    "gap",
    "crossing",
    "envelope",
    "min-households",
    "min-floor-area",
    "max-households",
    "max-floor-area",
    "max-compounds",
    "max-span",
    "max-break-even-fee",
    "threshold",
    "aged-before",
    "gap-and-crossing",
    "link-by-hand",
    "must-together",
    "never-together",
    "anchors",
  ]),
  from: amount,
  to: amount,
  verified: v.boolean(),
});

const proof = v.strictObject({
  stopped: everyCase<Stopped>()(["done", "cancelled", "time"]),
  objective: v.strictObject({
    name: everyCase<Objective>()(["cost", "max-p", "compact"]),
    levels: v.array(finite),
    lowerBound: v.array(finite),
    gap: atLeast0,
    certificate,
  }),
  components: v.array(v.strictObject({ compounds: whole, certificate, gap: atLeast0 })),
  leftOut: v.array(
    v.strictObject({
      compoundId: v.string(),
      reason,
      relaxation: v.nullable(relaxation),
      relaxations: v.array(relaxation),
    }),
  ),
});

/** Shape of a scenario file of the current version. */
export const SCENARIO_SCHEMA = v.strictObject({
  version: v.literal(SCENARIO_VERSION),
  format: v.literal("pianqu-scenario"),
  program: v.string(),
  id: v.string(),
  name: v.string(),
  parent: v.nullable(v.string()),
  dataHash: v.string(),
  recipe: RECIPE_SCHEMA,
  zoning: v.strictObject({
    districts: v.array(v.strictObject(district)),
    leftOut: v.array(v.strictObject({ compoundId: v.string(), reason })),
  }),
  plan: v.nullable(proof),
  edited: v.boolean(),
  stale: v.boolean(),
  record: v.strictObject({
    note: v.string(),
    locked: v.boolean(),
    archived: v.boolean(),
    log: v.array(
      v.strictObject({ event: v.picklist(LOG_EVENTS), at: v.nullable(v.string()), args: logArgs }),
    ),
  }),
  sources: v.array(
    v.strictObject({
      role: everyCase<SourceRole>()([
        "compounds",
        "ledger",
        "barriers",
        "crossings",
        "communities",
        "context",
      ]),
      name: v.string(),
      text: v.string(),
    }),
  ),
});
