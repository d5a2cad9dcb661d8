/** A compound's name taken apart. */
export interface NameParts {
  /** after NFKC, lower case, without blanks and punctuation */
  readonly plain: string;
  /** without place words, phase and the words that every compound bears */
  readonly root: string;
  /** 一期, 2期, A区, 东院 … as written in one form; empty when there is none */
  readonly phase: string;
  /** what stood in brackets and is neither a phase nor another name; empty when nothing did */
  readonly remark: string;
}

const DIGITS = "零一二三四五六七八九";
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
/** What figures number in names. */
const NUMBERED = "期|区|村|院|号院|小区|组团";
const CHINESE_FIGURE = new RegExp(
  `(?<![0-9零一二三四五六七八九十])([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=${NUMBERED})`,
  "g",
);
const PHASE =
  /(?:第?([0-9一二三四五六七八九十]{1,2})(期|区|组团|号院|小区)|([a-z])(区|座|组团)|([东西南北中])(区|院|苑))$/;
/** Words that tell nothing apart. */
const GENERIC =
  /(?:住宅小区|居民小区|生活小区|小区|家属大院|家属院|家属区|职工宿舍|宿舍区|宿舍|住宿区|住宅区|生活区|安居房|住宅楼|居民楼|大院|院落|楼院)$/;
/** Administrative places before a name; 小区, 住宅区 and 东区 belong to the name itself. */
const PLACE =
  /^(?:[\p{Script=Han}]{2,4}(?:省|自治州|州|市|县|(?<!小|住宅|家属|宿舍|生活|住宿|[东西南北中])区)|[\p{Script=Han}]{2,3}(?:镇|街道))/u;

/** Chinese numerals from 一 to 九十九. */
function figureOf(numeral: string): string {
  const [tens, ones] = numeral.includes("十") ? numeral.split("十") : ["零", numeral];
  return String((DIGITS.indexOf(tens || "一") || 0) * 10 + DIGITS.indexOf(ones || "零"));
}

/** `第二期`, `Ⅱ期`, `II期` and `二期` as `2期`; so for 区, 村, 院 and the like, but for Roman letters. */
function numberPlainly(name: string): string {
  return name
    .replace(/(?<![a-z])[ivx]{1,4}(?=期)/g, (letters) => {
      const figure = ROMAN.indexOf(letters) + 1;
      return figure > 0 ? String(figure) : letters;
    })
    .replace(CHINESE_FIGURE, figureOf)
    .replace(new RegExp(`第(?=\\d{1,2}(?:${NUMBERED}))`, "g"), "");
}

/**
 * Name after NFKC, lower case, without blanks and punctuation, phases and the like numbered in figures;
 * brackets keep what they hold.
 */
export function plainName(name: string): string {
  const plain = name
    .slice(0, 200)
    .replace(/[Ⅰ-Ⅹⅰ-ⅹ]/g, (sign) => String(((sign.charCodeAt(0) - 0x2160) % 16) + 1))
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()[\]{}【】〔〕《》"'“”‘’·.,、,;:\-_/\\|#*]+/g, "");
  return numberPlainly(plain);
}

const BRACKETS = /[(（[【〔]([^()（）[\]【】〔〕]*)[)）\]】〕]/g;
const OTHER_NAME = /^(?:原名?|又名|又称|曾用名|曾称|旧称|旧名|俗称|别名|也称|亦称)[:：为是]?\s*/;
const IS_PHASE = /(?:期|区|院|苑|座|组团)$/;

interface Brackets {
  /** the name without brackets that hold another name or a remark */
  readonly bare: string;
  readonly otherNames: readonly string[];
  readonly remark: string;
}

function readBrackets(name: string): Brackets {
  const otherNames: string[] = [];
  let remark = "";
  const bare = name.slice(0, 200).replace(BRACKETS, (whole, held: string) => {
    const text = held.trim();
    const other = text.replace(OTHER_NAME, "");
    if (other !== text) otherNames.push(other);
    else if (IS_PHASE.test(text)) return whole;
    else remark += plainName(text);
    return "";
  });
  return plainName(bare).length >= 2
    ? { bare, otherNames, remark }
    : { bare: name, otherNames: [], remark: "" };
}

/**
 * Names that a name itself says mean the same: `烟厂生活区（原卷烟厂宿舍）` is 烟厂生活区 and 卷烟厂宿舍;
 * none where no bracket names another.
 */
export function namesWithin(name: string): string[] {
  const { bare, otherNames } = readBrackets(name);
  return otherNames.length === 0 ? [] : [bare, ...otherNames].map(plainName);
}

function phaseOf(match: RegExpExecArray): string {
  const [, number, , letter, , side] = match;
  const kind = match[2] ?? match[4] ?? match[6];
  return `${number ?? letter ?? side}${kind}`;
}

/** Takes a name apart for comparison; names that are nothing but such words keep them. */
export function splitName(name: string): NameParts {
  const plain = plainName(name);
  const { bare: named, remark } = readBrackets(name);
  let rest = plainName(named);
  for (let bare = rest.replace(PLACE, ""); bare !== rest && bare.length >= 2; ) {
    rest = bare;
    bare = rest.replace(PLACE, "");
  }
  let phase = "";
  for (let round = 0; round < 2; round++) {
    const found = PHASE.exec(rest);
    // "小区" after a figure is a phase only when something stands before it ("北浦二小区").
    if (found !== null && phase === "" && found.index >= 2) {
      phase = phaseOf(found);
      rest = rest.slice(0, found.index);
    }
    const bare = rest.replace(GENERIC, "");
    if (bare.length >= 2) rest = bare;
  }
  return { plain, root: rest, phase, remark };
}

/** Pairs of neighbouring characters, each once. */
export function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  const characters = [...text];
  for (let i = 0; i + 1 < characters.length; i++) pairs.add(characters[i] + characters[i + 1]);
  if (characters.length === 1) pairs.add(text);
  return pairs;
}

/** Likeness 0…1 of two texts by their pairs of characters (Dice 1945). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
