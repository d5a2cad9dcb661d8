/** What a cell says: nothing, a value, or something that cannot be read. */
export type Reading<T> =
  | { readonly kind: "blank" }
  | { readonly kind: "value"; readonly value: T; readonly approximate?: boolean }
  | { readonly kind: "unreadable" };

const BLANK = { kind: "blank" } as const;
const UNREADABLE = { kind: "unreadable" } as const;

const BLANK_WORDS: ReadonlySet<string> = new Set(
  "|-|--|—|——|–|/|\\|暂无|不详|未知|不清楚|待查|待核|待定|?|??|n/a|na|nan|null|none|nil|#n/a".split(
    "|",
  ),
);

/** Longest cell that is read as a quantity. */
const MAX_CELL = 64;

/** Text of a cell after NFKC without blanks, lower case; null for what is neither text nor number. */
function cellText(raw: unknown): string | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? String(raw) : "";
  if (typeof raw === "boolean") return raw ? "有" : "无";
  if (raw === null || raw === undefined) return "";
  if (typeof raw !== "string" || raw.length > MAX_CELL * 4) return null;
  return raw.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/** True when a cell says nothing. */
export function isBlank(raw: unknown): boolean {
  const text = cellText(raw);
  return text !== null && (BLANK_WORDS.has(text) || text === "无");
}

/** Plain text of a cell on one line, or null when blank or no text. */
export function readText(raw: unknown): string | null {
  if (typeof raw === "number" && Number.isFinite(raw)) return String(raw);
  if (typeof raw !== "string" || isBlank(raw)) return null;
  return raw.slice(0, 200).replace(/\s+/g, " ").trim();
}

const MULTIPLIERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };

const QUANTITY =
  /^(?:约|大约|近|~|≈)?([+-]?(?:\d[\d,]*)?(?:\.\d+)?(?:e[+-]?\d+)?)([十百千万]?)(%|户|套|栋|幢|位|个|辆|部|台|处|人|座|m2|平方米|平米|元.*)?(?:左右|余|多|以上)?$/;

/** A quantity with the unit that stands behind it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** the cell itself said 十, 百, 千 or 万 (already multiplied in) */
  readonly scaled: boolean;
}

const ZERO: Reading<Quantity> = { kind: "value", value: { value: 0, unit: "", scaled: false } };

/** What `无` means in a column: nothing known, or none there. */
export type NoneMeaning = "blank" | "zero";

/**
 * A number with optional multiplier and unit: `1,234`, `１２`, `1.2万㎡`, `60%`, `约300户`,
 * `128户(含商铺12户)`. Percent signs stay in the unit.
 */
export function readQuantity(raw: unknown, none: NoneMeaning): Reading<Quantity> {
  const text = cellText(raw);
  if (text === null) return UNREADABLE;
  if (text === "无") return none === "zero" ? ZERO : BLANK;
  if (BLANK_WORDS.has(text)) return BLANK;
  const bare = text.replace(/\([^()]*\)$/, "");
  const match = bare.length <= MAX_CELL ? QUANTITY.exec(bare) : null;
  const digits = match?.[1].replaceAll(",", "") ?? "";
  const value = Number(digits);
  if (!match || !/\d/.test(digits) || !Number.isFinite(value)) return UNREADABLE;
  const scaled = match[2] !== "";
  const scale = scaled ? MULTIPLIERS[match[2]] : 1;
  return { kind: "value", value: { value: value * scale, unit: match[3] ?? "", scaled } };
}

/**
 * A calendar year: `1998`, `1998.6`, `1998年6月`, `1998/6/1`, `1995-1998` (the last: completion),
 * `80年代` (the middle, 1985), `约1990`. Decades, ranges and `约` are approximate.
 */
export function readYear(raw: unknown): Reading<number> {
  const text = cellText(raw);
  if (text === null) return UNREADABLE;
  if (BLANK_WORDS.has(text) || text === "无") return BLANK;
  const decade = /^(?:约|(?:上)?(?:20)?世纪)*((?:1[89]|20)?\d)0(?:年代|s)[初中末前后期]*$/.exec(
    text,
  );
  if (decade) {
    const tens = Number(decade[1]);
    const full = tens >= 100 ? tens * 10 : tens >= 4 ? 1900 + tens * 10 : 2000 + tens * 10;
    return { kind: "value", value: full + 5, approximate: true };
  }
  const years = text.length <= MAX_CELL ? text.match(/(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)/g) : null;
  const distinct = [...new Set(years ?? [])].map(Number);
  if (distinct.length === 0 || distinct.length > 2) return UNREADABLE;
  const approximate = distinct.length > 1 || /约|左右|前|后|~|≈|\?/.test(text);
  return { kind: "value", value: Math.max(...distinct), approximate };
}

/** Yes or no: `有`, `是`, `√`, `1`, `true` …; `部分` counts as yes. */
export function readFlag(raw: unknown): Reading<boolean> {
  const text = cellText(raw);
  if (text === null) return UNREADABLE;
  if (/^(?:有|是|√|✓|y|yes|t|true|1|部分|已.*)$/.test(text)) return { kind: "value", value: true };
  if (/^(?:无|否|没有|×|n|no|f|false|0|未.*)$/.test(text)) return { kind: "value", value: false };
  return BLANK_WORDS.has(text) ? BLANK : UNREADABLE;
}
