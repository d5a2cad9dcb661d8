/** A compound's name taken apart. */
export interface NameParts {
  /** after NFKC, lower case, without blanks and punctuation */
  readonly plain: string;
  /** without place words, phase and the words that every compound bears */
  readonly root: string;
  /** 一期, 2期, A区, 东院 … as written in one form; empty when there is none */
  readonly phase: string;
}

const DIGITS = "零一二三四五六七八九十";
const PHASE =
  /(?:第?([0-9一二三四五六七八九十]{1,2})(期|区|组团|号院|小区)|([a-z])(区|座|组团)|([东西南北中])(区|院|苑))$/;
/** Words that tell nothing apart. */
const GENERIC =
  /(?:住宅小区|居民小区|生活小区|小区|家属大院|家属院|家属区|职工宿舍|宿舍区|宿舍|住宿区|住宅区|生活区|安居房|住宅楼|居民楼|大院|院落|楼院)$/;
/** Administrative places before a name; 小区, 住宅区 and 东区 belong to the name itself. */
const PLACE =
  /^(?:[\p{Script=Han}]{2,4}(?:省|自治州|州|市|县|(?<!小|住宅|家属|宿舍|生活|住宿|[东西南北中])区)|[\p{Script=Han}]{2,3}(?:镇|街道))/u;

/** Name after NFKC, lower case, without blanks and punctuation; brackets keep what they hold. */
export function plainName(name: string): string {
  return name
    .slice(0, 200)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()[\]{}【】〔〕《》"'“”‘’·.,、,;:\-_/\\|#*]+/g, "");
}

function phaseOf(match: RegExpExecArray): string {
  const [, number, , letter, , side] = match;
  const figure =
    number === undefined ? "" : DIGITS.includes(number) ? String(DIGITS.indexOf(number)) : number;
  const kind = match[2] ?? match[4] ?? match[6];
  return `${figure || letter || side}${kind}`;
}

/** Takes a name apart for comparison; names that are nothing but such words keep them. */
export function splitName(name: string): NameParts {
  const plain = plainName(name);
  let rest = plain;
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
  return { plain, root: rest, phase };
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
