import { isObject, memberOf } from "./json-members.ts";
import { MAX_CONTAINERS, MAX_LENGTH, type ParsedJson } from "./parse-json.ts";
import { endOfString, measureJson } from "./scan-json.ts";

/** Deeper texts are left to the reader of whole texts, which says so. */
const MAX_DEPTH = 64;
/** Containers around a feature: the collection and its list. */
const LIST_DEPTH = 2;

const QUOTE = 34;
const [LIST_OPENS, LIST_CLOSES, OBJECT_OPENS, OBJECT_CLOSES] = [91, 93, 123, 125];

/**
 * Reads a GeoJSON feature collection piece by piece, so that its text is never held as a whole and
 * other work can be done in between. Only a sound collection comes out, and it is then what
 * `JSON.parse` makes of the whole text; anything else is for `parseJson`, which names the fault.
 * About the time of `JSON.parse` and one walk over the text.
 */
export class CollectionStream {
  #features: unknown[] = [];
  #count = 0;
  #state: "head" | "list" | "tail" | "unfit" = "head";
  /** text around the list of features */
  #head = "";
  #tail = "";
  /** text that is not parsed yet, and where in it the walk goes on */
  #rest = "";
  #at = 0;
  /** end of the last whole feature in it */
  #end = 0;
  #depth = 0;
  #deepest = 0;
  #containers = 0;
  #length = 0;

  /** Features parsed so far. */
  get count(): number {
    return this.#count;
  }

  /** Hands out the features parsed since the last time, and keeps them no longer. */
  drain(): unknown[] {
    const features = this.#features;
    this.#features = [];
    return features;
  }

  /** Takes the next piece. @returns false once the text is not for this reader */
  push(piece: string): boolean {
    this.#length += piece.length;
    if (this.#state === "unfit" || this.#length > MAX_LENGTH) return this.#giveUp();
    // Zero bytes and U+FFFD tell of another encoding.
    if (piece.includes("\0") || piece.includes("\ufffd")) return this.#giveUp();
    if (this.#state === "tail") {
      this.#tail += piece;
      return true;
    }
    this.#rest += piece;
    if (!this.#walk()) return this.#giveUp();
    const isBounded = this.#deepest <= MAX_DEPTH && this.#containers <= MAX_CONTAINERS;
    return isBounded || this.#giveUp();
  }

  /** What the text holds but for features handed out; undefined when it is not for this reader. To be called once, at the end. */
  end(): ParsedJson {
    if (this.#state !== "tail") return undefined;
    // A second list of features would replace the first, and an escaped key might be one.
    if (/"features"|\\/.test(this.#tail)) return undefined;
    const parsed = tryParse(`${this.#head}[]${this.#tail.slice(1)}`);
    if (!isObject(parsed) || memberOf(parsed, "type") !== "FeatureCollection") return undefined;
    const depth = Math.max(this.#deepest, measureJson(this.#tail).depth + LIST_DEPTH);
    return { value: { ...parsed, features: this.#features }, depth };
  }

  #giveUp(): false {
    this.#state = "unfit";
    this.#features = [];
    this.#rest = "";
    return false;
  }

  /** Walks over what is new; parses the features that are whole. */
  #walk(): boolean {
    while (this.#at < this.#rest.length) {
      const c = this.#rest.charCodeAt(this.#at);
      if (c === QUOTE) {
        const end = endOfString(this.#rest, this.#at);
        if (end === this.#rest.length) break;
        this.#at = end;
      } else if (c === LIST_OPENS || c === OBJECT_OPENS) {
        this.#open(c);
      } else if (c === LIST_CLOSES || c === OBJECT_CLOSES) {
        if (!this.#close(c)) return false;
        if (this.#state === "tail") return true;
      }
      this.#at += 1;
    }
    return this.#state !== "list" || this.#parseTo(this.#end);
  }

  #open(c: number): void {
    this.#containers += 1;
    this.#depth += 1;
    this.#deepest = Math.max(this.#deepest, this.#depth);
    if (this.#state !== "head" || this.#depth !== LIST_DEPTH || c !== LIST_OPENS) return;
    const head = this.#rest.slice(0, this.#at);
    if (!/"features"\s*:\s*$/.test(head)) return;
    this.#head = head;
    this.#state = "list";
    this.#rest = this.#rest.slice(this.#at + 1);
    this.#at = -1;
    this.#end = 0;
  }

  #close(c: number): boolean {
    this.#depth -= 1;
    if (this.#state !== "list") return true;
    if (this.#depth === LIST_DEPTH) this.#end = this.#at + 1;
    if (this.#depth >= LIST_DEPTH) return true;
    if (c !== LIST_CLOSES || !this.#parseTo(this.#at)) return false;
    this.#tail = this.#rest;
    this.#rest = "";
    this.#state = "tail";
    return true;
  }

  /** Parses the features up to `end` and lets go of their text; false when they are no JSON. */
  #parseTo(end: number): boolean {
    if (end === 0) return true;
    const text = this.#rest.slice(0, end);
    const isFirst = this.#count === 0;
    const rest = isFirst ? text : text.replace(/^\s*,/, "");
    // After features only blanks may come without a comma.
    if (!isFirst && rest.length === text.length) {
      if (text.trim() !== "") return false;
    } else {
      const parsed = tryParse(`[${rest}]`);
      if (!Array.isArray(parsed) || (parsed.length === 0 && !isFirst)) return false;
      for (const feature of parsed) this.#features.push(feature);
      this.#count += parsed.length;
    }
    this.#rest = this.#rest.slice(end);
    this.#at -= end;
    this.#end = 0;
    return true;
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
