/** Shape of a JSON text, found without parsing it. */
export interface JsonShape {
  /** deepest nesting of arrays and objects */
  readonly depth: number;
  /** arrays and objects opened */
  readonly containers: number;
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Index of the quote that ends the string opened at `start`, or the text's length. */
export function endOfString(text: string, start: number): number {
  let i = start + 1;
  for (;;) {
    const quote = text.indexOf('"', i);
    if (quote < 0) return text.length;
    let back = quote - 1;
    while (text.charCodeAt(back) === BACKSLASH && back > start) back--;
    if ((quote - back) % 2 === 1) return quote;
    i = quote + 1;
  }
}

function hasControlCharacter(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32) return true;
  return false;
}

/** Depth and number of containers, so that a parse that would exhaust memory is never begun. */
export function measureJson(text: string): JsonShape {
  let depth = 0;
  let deepest = 0;
  let containers = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = endOfString(text, i);
    } else if (c === 91 || c === 123) {
      containers += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (c === 93 || c === 125) {
      depth -= 1;
    }
  }
  return { depth: deepest, containers };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const NOT_A_NUMBER = /-?Infinity|NaN/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/g;
const BLANK = /[ \t\r\n]*/y;

type Expected = "value" | "firstValue" | "key" | "firstKey" | "next";

/** One walk over a JSON text that tolerates NaN and Infinity and remembers where they stand. */
class JsonWalk {
  readonly notNumbers: { start: number; end: number }[] = [];
  readonly #open: number[] = [];
  #at = 0;
  #expected: Expected = "value";
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Index of the first character that breaks JSON, or null. */
  run(): number | null {
    for (;;) {
      this.#skip(BLANK);
      if (this.#expected === "next" && this.#open.length === 0) {
        return this.#at === this.#text.length ? null : this.#at;
      }
      const start = this.#at;
      if (!this.#step(this.#text.charCodeAt(start))) return start;
    }
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.#text)) return false;
    this.#at = pattern.lastIndex;
    return true;
  }

  #step(c: number): boolean {
    if (this.#expected === "next") return this.#next(c);
    if (this.#expected === "key" || this.#expected === "firstKey") return this.#key(c);
    if (this.#expected === "firstValue" && c === 93) return this.#close();
    return this.#value(c);
  }

  #next(c: number): boolean {
    const inObject = this.#open.at(-1) === 123;
    if (c === (inObject ? 125 : 93)) return this.#close();
    if (c !== 44) return false;
    this.#at += 1;
    this.#expected = inObject ? "key" : "value";
    return true;
  }

  #key(c: number): boolean {
    if (c === 125 && this.#expected === "firstKey") return this.#close();
    if (c !== QUOTE || !this.#string()) return false;
    this.#skip(BLANK);
    if (this.#text.charCodeAt(this.#at) !== 58) return false;
    this.#at += 1;
    this.#expected = "value";
    return true;
  }

  #value(c: number): boolean {
    if (c === 91 || c === 123) {
      this.#open.push(c);
      this.#at += 1;
      this.#expected = c === 91 ? "firstValue" : "firstKey";
      return true;
    }
    const start = this.#at;
    this.#expected = "next";
    if (c === QUOTE) return this.#string();
    if (this.#skip(NOT_A_NUMBER)) {
      this.notNumbers.push({ start, end: this.#at });
      return true;
    }
    return this.#skip(NUMBER) || this.#skip(LITERAL);
  }

  #string(): boolean {
    const end = endOfString(this.#text, this.#at);
    if (end === this.#text.length) {
      this.#at = end;
      return false;
    }
    const content = this.#text.slice(this.#at + 1, end).replace(ESCAPE, "");
    this.#at = end + 1;
    return !content.includes("\\") && !hasControlCharacter(content);
  }

  #close(): boolean {
    this.#open.pop();
    this.#at += 1;
    this.#expected = "next";
    return true;
  }
}

/** Why a text is not JSON: where it breaks, or which NaN and Infinity stand where. */
export function diagnoseJson(text: string): {
  brokenAt: number | null;
  notNumbers: readonly { start: number; end: number }[];
} {
  const walk = new JsonWalk(text);
  const brokenAt = walk.run();
  return { brokenAt, notNumbers: walk.notNumbers };
}
