import * as v from "valibot";
import type { Issue } from "../base/issue.ts";
import type { Bilingual } from "../base/language.ts";
import type { BarrierClass } from "../ingest/world.ts";
import { DEFAULT_LIMITS, type Limits } from "../zoning/limits.ts";

/** Shares of owners, 0…1, by heads and by exclusive area alike (Civil Code §278; R-20…R-22). */
export interface ConsentRules {
  /** owners who take part, of all */
  readonly quorum: number;
  /** ordinary items: more than this part of those who take part */
  readonly ordinary: number;
  /** special items: at least this part of those who take part */
  readonly special: number;
}

/** A grade of company credit and the score it begins at. */
export interface CreditGrade {
  readonly grade: string;
  readonly min: number;
}

/** What differs from place to place: an editable file, not code (DOMAIN §14.7). */
export interface RulePack {
  readonly name: Bilingual;
  readonly consent: ConsentRules;
  /** best first, scores falling */
  readonly creditGrades: readonly CreditGrade[];
  /** notice ahead of an owners' meeting, days (R-24) */
  readonly meetingNoticeDays: number;
  /** publicity of the plan, working days */
  readonly publicityWorkingDays: number;
  /** government guidance price, 元/㎡·月; null: none in force */
  readonly guidedFeeYuanPerM2Month: number | null;
  readonly limits: Limits;
  /** class words of barrier layers that mean something else here, lower case */
  readonly barrierClasses: Readonly<Record<string, BarrierClass>>;
}

/** National rules, and the limits of DESIGN §4. */
export const DEFAULT_RULE_PACK: RulePack = {
  name: { zh: "全国通用", en: "national rules" },
  consent: { quorum: 2 / 3, ordinary: 1 / 2, special: 3 / 4 },
  creditGrades: [
    { grade: "AAA", min: 85 },
    { grade: "AA", min: 80 },
    { grade: "A", min: 70 },
    { grade: "B", min: 60 },
    { grade: "C", min: 0 },
  ],
  meetingNoticeDays: 15,
  publicityWorkingDays: 7,
  guidedFeeYuanPerM2Month: null,
  limits: DEFAULT_LIMITS,
  barrierClasses: {},
};

const share = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1));
const days = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const bound = v.nullable(amount);

/** Shape of the limits of a district. */
export const LIMITS_SCHEMA = v.strictObject({
  minHouseholds: bound,
  idealHouseholds: bound,
  maxHouseholds: bound,
  minFloorAreaM2: bound,
  idealFloorAreaM2: bound,
  maxFloorAreaM2: bound,
  maxCompounds: bound,
  maxSpanM: bound,
  maxBreakEvenFeeYuanPerM2Month: bound,
});

/** Shape of each part of a rule pack; parts are checked one by one, so a fault in one spares the rest. */
const PARTS = {
  name: v.strictObject({ zh: v.string(), en: v.string() }),
  consent: v.strictObject({ quorum: share, ordinary: share, special: share }),
  creditGrades: v.pipe(
    v.array(v.strictObject({ grade: v.string(), min: amount })),
    v.check(
      (grades) => grades.every(({ min }, k) => k === 0 || min < grades[k - 1].min),
      "grades must fall, best first",
    ),
  ),
  meetingNoticeDays: days,
  publicityWorkingDays: days,
  guidedFeeYuanPerM2Month: bound,
  limits: LIMITS_SCHEMA,
  barrierClasses: v.record(v.string(), v.picklist(["hard", "penalised", "free"])),
};

/** Shape of a complete rule pack. */
export const RULE_PACK_SCHEMA = v.strictObject(PARTS);

/** Marks a JSON file as a rule pack. */
export const RULE_PACK_FORMAT = "pianqu-rules";

/** A rule pack read from a file: national rules where the file says nothing or nothing usable. */
export interface ReadRulePack {
  readonly pack: RulePack;
  readonly issues: readonly Issue[];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Words are matched without regard to case and width, as in the layers themselves. */
function plainWords(classes: RulePack["barrierClasses"]): RulePack["barrierClasses"] {
  return Object.fromEntries(
    Object.entries(classes)
      .map(([word, meaning]) => [word.normalize("NFKC").trim().toLowerCase(), meaning] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Takes the parts that are right; each wrong or unknown part becomes an issue. Limits may name only
 * those that differ.
 * @param source file name for the issues
 */
export function readRulePack(content: unknown, source: string | null): ReadRulePack {
  const issues: Issue[] = [];
  const fault = (code: Issue["code"], args: Issue["args"]) =>
    issues.push({ code, severity: "error", source, feature: null, at: null, args });
  if (!isObject(content) || content.format !== RULE_PACK_FORMAT) {
    fault("rules-not-a-pack", {});
    return { pack: DEFAULT_RULE_PACK, issues };
  }
  const found: Record<string, unknown> = { ...DEFAULT_RULE_PACK };
  for (const [part, value] of Object.entries(content)) {
    if (part === "format" || part === "version") continue;
    if (!Object.hasOwn(PARTS, part)) {
      fault("rules-unknown-part", { part });
      continue;
    }
    const whole =
      part === "limits" && isObject(value) ? { ...DEFAULT_RULE_PACK.limits, ...value } : value;
    const checked = v.safeParse(PARTS[part as keyof typeof PARTS], whole);
    if (checked.success) found[part] = checked.output;
    else {
      const at = v.getDotPath(checked.issues[0]) ?? "";
      const detail = checked.issues[0].message.slice(0, 200);
      fault("rules-part", { part: at === "" ? part : `${part}.${at}`, detail });
    }
  }
  const pack = found as unknown as RulePack;
  return { pack: { ...pack, barrierClasses: plainWords(pack.barrierClasses) }, issues };
}

/** The rule pack as the text of a file that can be edited and read back. */
export function writeRulePack(pack: RulePack): string {
  return `${JSON.stringify({ format: RULE_PACK_FORMAT, version: 1, ...pack }, null, 1)}\n`;
}
