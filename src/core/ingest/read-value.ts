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

/** Longer than every blank word, of characters that normalising keeps one for one. */
const SAYS_SOMETHING = /^(?:\s*[!-~\u4e00-\u9fa5]){5}/;

/** Nothing in it that {@link cellText} would change. */
const IS_PLAIN = /^[!-@[-~]*$/;

/** Text of a cell after NFKC without blanks, lower case; null for what is neither text nor number. */
function cellText(raw: unknown): string | null {
  if (typeof raw === "number") return Number.isFinite(raw) ? String(raw) : "";
  if (typeof raw === "boolean") return raw ? "有" : "无";
  if (raw === null || raw === undefined) return "";
  if (typeof raw !== "string" || raw.length > MAX_CELL * 4) return null;
  return IS_PLAIN.test(raw) ? raw : raw.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/** True when a cell says nothing. */
export function isBlank(raw: unknown): boolean {
  if (typeof raw === "string" && SAYS_SOMETHING.test(raw)) return false;
  const text = cellText(raw);
  return text !== null && (BLANK_WORDS.has(text) || text === "无");
}

/** Plain text of a cell on one line, or null when blank or no text. */
export function readText(raw: unknown): string | null {
  if (typeof raw === "number" && Number.isFinite(raw)) return String(raw);
  if (typeof raw !== "string" || isBlank(raw)) return null;
  return raw.slice(0, 200).replace(/\s+/g, " ").trim();
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  亿: 1e8,
};

const UNIT =
  "%|户|套|栋|幢|座|位|个|辆|部|台|处|人|间|层|单元|m2|m²|平方米|平米|平方公里|平方|平|公顷|ha|亩|元.*";
const ABOUT = "(大约|大概|将近|约|近|逾|~|≈)?";
/** Behind the figure and before its unit: `300余户`. */
const AND_MORE = "(余|多)?";
/** Behind the unit: `300户左右`. */
const OR_SO = "(左右|上下|余|多|以上)?";
/** In brackets behind a quantity. */
const SAID_APPROXIMATE = /\((?:大约|大概|约|约数|估|估算|估计|左右)\)$/;

const QUANTITY = new RegExp(
  `^${ABOUT}([+-]?(?:\\d[\\d,]*)?(?:\\.\\d+)?(?:e[+-]?\\d+)?)([十百千万亿]?)${AND_MORE}(${UNIT})?${OR_SO}(?:\\d+个?(?:单元|层|门))*$`,
);

/** Two numbers with 至, 到 or a wave between them; a hyphen counts before a unit, or between decimals. */
const RANGE = new RegExp(
  `^${ABOUT}(\\d[\\d,]*(?:\\.\\d+)?)([千万]?)(?:${UNIT})?(至|到|~|—|–|-)(\\d[\\d,]*(?:\\.\\d+)?)([千万]?)(${UNIT})?$`,
);

const CHINESE_DIGITS = "零一二三四五六七八九";
const CHINESE_NUMBER = new RegExp(
  `^${ABOUT}([零〇一二两三四五六七八九十百千]+)${AND_MORE}(${UNIT})?${OR_SO}$`,
);

/** Chinese numerals below ten thousand: `十二`, `一百二十`, `三百零五`; NaN for nonsense. */
function readChinese(text: string): number {
  let total = 0;
  let digit = -1;
  for (const character of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const value = CHINESE_DIGITS.indexOf(character);
    if (value >= 0) {
      if (digit > 0) return Number.NaN;
      digit = value;
      continue;
    }
    total += (digit < 0 ? 1 : digit) * MULTIPLIERS[character];
    digit = -1;
  }
  return total + Math.max(0, digit);
}

function readRange(text: string): Reading<Quantity> | null {
  const match = RANGE.exec(text);
  if (match === null) return null;
  const [, , low, lowScale, dash, high, highScale, unit = ""] = match;
  const hasDecimals = low.includes(".") || high.includes(".");
  if (dash === "-" && unit === "" && !hasDecimals) return null;
  const last = Number(high.replaceAll(",", "")) * (MULTIPLIERS[highScale] ?? 1);
  const first = Number(low.replaceAll(",", "")) * (MULTIPLIERS[lowScale || highScale] ?? 1);
  if (!Number.isFinite(first + last) || first > last) return null;
  const value = Math.round(((first + last) / 2) * 1e6) / 1e6;
  return { kind: "value", value: { value, unit, scaled: highScale !== "" }, approximate: true };
}

/** Figures that add up: `128+12`, `10+2栋`. */
const SUM = new RegExp(`^(\\d+(?:\\.\\d+)?(?:\\+\\d+(?:\\.\\d+)?)+)(${UNIT})?$`);

function readSum(text: string): Reading<Quantity> | null {
  const match = SUM.exec(text);
  if (match === null) return null;
  const [, figures, unit = ""] = match;
  const sum = figures.split("+").reduce((total, figure) => total + Number(figure), 0);
  const value = Math.round(sum * 1e6) / 1e6;
  return { kind: "value", value: { value, unit, scaled: false }, approximate: true };
}

/** What a price is for in front of it: `每户20元/月` is `20元/月/户`. */
function moveBasis(text: string): string {
  return text.replace(
    /^每(户|平方米|平米|平方|m2)(?:[每/·]?([月年]))?([^每]*元.*)$/,
    (_, basis: string, time: string | undefined, price: string) =>
      `${price}/${basis}${time === undefined ? "" : `/${time}`}`,
  );
}

function quantityOf(value: Quantity, hedge: string | undefined): Reading<Quantity> {
  return hedge === undefined
    ? { kind: "value", value }
    : { kind: "value", value, approximate: true };
}

function readWords(text: string): Reading<Quantity> | null {
  const match = CHINESE_NUMBER.exec(text);
  if (match === null) return null;
  const [, about, digits, more, unit = "", orSo] = match;
  const value = readChinese(digits);
  if (!Number.isFinite(value)) return null;
  return quantityOf({ value, unit, scaled: false }, about ?? more ?? orSo);
}

/** A quantity with the unit that stands behind it. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  /** the cell itself said 十, 百, 千, 万 or 亿 (already multiplied in) */
  readonly scaled: boolean;
}

const ZERO: Reading<Quantity> = { kind: "value", value: { value: 0, unit: "", scaled: false } };

/** As good as 无 where something may be none. */
const FREE = /^(?:免费|不收费|未收费|不收取|没有)$/;

/** What `无` means in a column: nothing known, or none there. */
export type NoneMeaning = "blank" | "zero";

/**
 * A number with optional multiplier and unit: `1,234`, `１２`, `1.2万㎡`, `60%`, `约300户`,
 * `128户(含商铺12户)`, `7栋21单元`, `十二栋`, `1.2亿元`. A range (`0.3至0.5元/平米/月`) is read as its middle, a
 * sum (`128+12`) as what it comes to and, like what is said to be about so many (`约300户`, `300余户`, `300户左右`), marked approximate. Percent signs
 * stay in the unit.
 */
export function readQuantity(raw: unknown, none: NoneMeaning): Reading<Quantity> {
  const text = cellText(raw);
  if (text === null) return UNREADABLE;
  if (text === "无" || (none === "zero" && FREE.test(text))) return none === "zero" ? ZERO : BLANK;
  if (BLANK_WORDS.has(text)) return BLANK;
  const bare = moveBasis(
    text.replace(/\([^()]*\)$/, "").replace(/^(?:总共|共计|合计|总计|共)/, ""),
  );
  if (bare.length > MAX_CELL) return UNREADABLE;
  const reading = readRange(bare) ?? readSum(bare) ?? readWords(bare) ?? readFigures(bare);
  const isHedged = reading.kind === "value" && SAID_APPROXIMATE.test(text);
  return isHedged ? { ...reading, approximate: true } : reading;
}

function readFigures(text: string): Reading<Quantity> {
  const match = QUANTITY.exec(text);
  if (match === null) return UNREADABLE;
  const [, about, figures, multiplier, more, unit = "", orSo] = match;
  const digits = figures.replaceAll(",", "");
  const value = Number(digits);
  if (!/\d/.test(digits) || !Number.isFinite(value)) return UNREADABLE;
  const scaled = multiplier !== "";
  const scale = scaled ? MULTIPLIERS[multiplier] : 1;
  return quantityOf({ value: value * scale, unit, scaled }, about ?? more ?? orSo);
}

const BUILDING_RANGE =
  /^(\d{1,3})(?:#|号|栋|幢|座|号?楼)?(至|到|~|—|–|-)(\d{1,3})(#|号|栋|幢|座|号?楼)$/;

/**
 * How many buildings their numbers name: `1-12栋`, `1#-12#` and `1号楼至12号楼` are twelve. Null for anything
 * else; `10~12栋` is about eleven, and no list.
 */
export function countBuildings(raw: unknown): number | null {
  const match = BUILDING_RANGE.exec(cellText(raw) ?? "");
  if (match === null) return null;
  const [, first, dash, last, kind] = match;
  const isList = dash === "-" || Number(first) === 1 || /[#号]/.test(kind);
  const n = Number(last) - Number(first) + 1;
  return isList && n >= 1 ? n : null;
}

const TENTHS = /^(?:约|近|大约)?([一二三四五六七八九十]|\d(?:\.\d)?)成(半)?(?:左右|以上|多)?$/;

/** A share in tenths, 0…1: `六成`, `八成半`; null for anything else. */
export function readTenths(raw: unknown): number | null {
  const match = TENTHS.exec(cellText(raw) ?? "");
  if (match === null) return null;
  const [, figure, half] = match;
  const tenths = /\d/.test(figure) ? Number(figure) : readChinese(figure);
  const share = (tenths + (half === undefined ? 0 : 0.5)) / 10;
  return share <= 1 ? share : null;
}

/** First and last day that a date serial of a spreadsheet is taken for: 1950 to 2035. */
const SERIALS = [18_264, 49_674] as const;

/** Year of a date that lost its format: days since 30 December 1899 (`45292` is 2024). */
function readSerialYear(text: string): number | null {
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial < SERIALS[0] || serial > SERIALS[1]) return null;
  // 1 January 1950 is day 18 264; the calendar repeats every 1461 days.
  const days = serial - SERIALS[0] + 366 + 365;
  return 1948 + Math.floor((days * 4) / 1461);
}

/** Chinese digits of years and decades as figures: `一九八五年`, `八十年代`; `98年` as 1998. */
function westernYear(text: string): string {
  const figures = text.replace(/[〇零一二三四五六七八九]{4}(?=年|$)/, (year) =>
    [...year.replaceAll("〇", "零")].map((digit) => CHINESE_DIGITS.indexOf(digit)).join(""),
  );
  const decade = figures.replace(/([一二三四五六七八九])十年代/, (_, tens: string) => {
    return `${CHINESE_DIGITS.indexOf(tens)}0年代`;
  });
  return decade.replace(/^'?(\d\d)年(?!代)/, (_, two: string) => {
    return `${Number(two) >= 40 ? 19 : 20}${two}年约`;
  });
}

/**
 * A calendar year: `1998`, `1998.6`, `1998年6月`, `1998/6/1`, `1995-1998` (the last: completion),
 * `80年代` (the middle, 1985), `八十年代`, `约1990`, `98年`, `45292` (a date that lost its format). Decades, ranges and `约` are approximate.
 */
export function readYear(raw: unknown): Reading<number> {
  const own = cellText(raw);
  if (own === null) return UNREADABLE;
  if (BLANK_WORDS.has(own) || own === "无") return BLANK;
  const text = westernYear(own);
  const decade = /^(?:约|(?:上)?(?:20)?世纪)*((?:1[89]|20)?\d)0(?:年代|s)[初中末前后期]*$/.exec(
    text,
  );
  if (decade) {
    const tens = Number(decade[1]);
    const full = tens >= 100 ? tens * 10 : tens >= 4 ? 1900 + tens * 10 : 2000 + tens * 10;
    return { kind: "value", value: full + 5, approximate: true };
  }
  const serial = readSerialYear(text);
  if (serial !== null) return { kind: "value", value: serial, approximate: true };
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
