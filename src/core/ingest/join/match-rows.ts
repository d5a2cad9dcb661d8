import {
  bigramsOf,
  likeness,
  type NameParts,
  namesWithin,
  plainName,
  splitName,
} from "./normalise-name.ts";

/** What a compound is known by. */
export interface Identity {
  readonly id: string;
  /** id that the file itself gives, or null */
  readonly ownId: string | null;
  readonly name: string | null;
  readonly aliases: readonly string[];
  readonly community: string | null;
  readonly address: string | null;
}

/** What a ledger row says of the compound it is about. */
export interface RowIdentity {
  readonly id: string | null;
  /** the id column only numbers the rows (`序号`, `id`) */
  readonly weakId: boolean;
  readonly name: string | null;
  /** the name without the place that stands before every name of the ledger */
  readonly ownName: string | null;
  readonly aliases: readonly string[];
  readonly community: string | null;
  readonly address: string | null;
  /** compound whose ground the row's own position lies in, or null */
  readonly inside: number | null;
}

/** By what a row and a compound are thought to be one. */
export type JoinedBy =
  | "hand"
  | "id"
  | "name"
  | "alias"
  | "name-community"
  | "location"
  | "root"
  | "phase"
  | "address"
  | "likeness";

/** A compound that a row may be about. */
export interface Candidate {
  /** position among the identities */
  readonly compound: number;
  /** 0…1 */
  readonly score: number;
  readonly by: JoinedBy;
}

/** From here on a candidate is joined without asking, if it is the only one. */
export const CERTAIN = 0.9;
/** Most candidates shown for one row. */
const MAX_CANDIDATES = 5;
/** Names less alike than this are not offered. */
const MIN_LIKENESS = 0.45;
/** Names less alike than this contradict an id. */
const CONTRADICTION = 0.25;

/** Likeness of names that differ in what stands in brackets only: no contradiction, but not the same. */
const DIFFERENT_REMARK = 0.99;

interface Known {
  readonly identity: Identity;
  readonly parts: NameParts | null;
  readonly bigrams: ReadonlySet<string>;
}

type Index = ReadonlyMap<string, readonly number[]>;

function indexBy(
  known: readonly Known[],
  keysOf: (one: Known) => readonly (string | null)[],
): Index {
  const index = new Map<string, number[]>();
  known.forEach((one, i) => {
    for (const key of new Set(keysOf(one))) {
      if (key === null || key === "") continue;
      const list = index.get(key);
      if (list) list.push(i);
      else index.set(key, [i]);
    }
  });
  return index;
}

function rowAliases({ name, aliases }: RowIdentity): string[] {
  const within = name === null ? [] : namesWithin(name);
  return [...[name, ...aliases].filter((text) => text !== null).map(plainName), ...within];
}

/** Finds the compounds that rows may be about. */
export class RowMatcher {
  readonly #known: readonly Known[];
  readonly #byId: Index;
  readonly #byName: Index;
  readonly #byAlias: Index;
  readonly #byRoot: Index;
  readonly #byAddress: Index;
  readonly #byBigram: Index;

  constructor(identities: readonly Identity[]) {
    this.#known = identities.map((identity) => {
      const parts = identity.name === null ? null : splitName(identity.name);
      return { identity, parts, bigrams: bigramsOf(parts?.root ?? "") };
    });
    this.#byId = indexBy(this.#known, ({ identity }) => [identity.ownId]);
    this.#byName = indexBy(this.#known, ({ parts }) => [parts?.plain ?? null]);
    this.#byAlias = indexBy(this.#known, ({ identity: { name, aliases } }) => [
      ...aliases.map(plainName),
      ...(name === null ? [] : namesWithin(name)),
    ]);
    this.#byRoot = indexBy(this.#known, ({ parts }) => [parts?.root ?? null]);
    this.#byAddress = indexBy(this.#known, ({ identity }) => [
      identity.address === null ? null : plainName(identity.address),
    ]);
    this.#byBigram = indexBy(this.#known, ({ bigrams }) => [...bigrams]);
  }

  /**
   * Candidates of a row, best first, each compound once. A score from {@link CERTAIN} on is given only
   * where a single compound answers to an id, a name, an alias, or a name within its community.
   */
  find(row: RowIdentity): Candidate[] {
    const best = new Map<number, Candidate>();
    const offer = (compound: number, score: number, by: JoinedBy) => {
      const rounded = Math.round(score * 100) / 100;
      if ((best.get(compound)?.score ?? 0) < rounded)
        best.set(compound, { compound, score: rounded, by });
    };
    this.#offerId(row, offer);
    this.#offerName(row, offer);
    this.#offerPlace(row, offer);
    const sure = [...best.values()].some(({ score }) => score >= CERTAIN);
    if (!sure)
      this.#offerLike(row, (compound, score, by) => {
        if (!best.has(compound)) offer(compound, score, by);
      });
    const sorted = [...best.values()].sort((a, b) => b.score - a.score || a.compound - b.compound);
    return sorted.slice(0, MAX_CANDIDATES);
  }

  #likenessTo(row: RowIdentity, compound: number): number {
    const { parts, bigrams } = this.#known[compound];
    if (row.ownName === null || parts === null) return 1;
    const own = splitName(row.ownName);
    if (own.root !== parts.root) return likeness(bigramsOf(own.root), bigrams);
    return own.remark === parts.remark ? 1 : DIFFERENT_REMARK;
  }

  #offerId(row: RowIdentity, offer: Offer): void {
    const found = row.id === null ? [] : (this.#byId.get(row.id) ?? []);
    for (const compound of found) {
      const alike = this.#likenessTo(row, compound);
      const contradicted = alike < (row.weakId ? 0.999 : CONTRADICTION);
      offer(compound, found.length > 1 || contradicted ? 0.6 : 1, "id");
    }
  }

  #offerName(row: RowIdentity, offer: Offer): void {
    if (row.name === null) return;
    const same = this.#byName.get(plainName(row.name)) ?? [];
    const near = same.filter((i) => this.#sameCommunity(row, i) !== false);
    if (same.length === 1) offer(same[0], near.length === 1 ? 0.98 : 0.85, "name");
    else if (near.length === 1) offer(near[0], 0.92, "name-community");
    else for (const compound of same) offer(compound, 0.6, "name");
    const named = rowAliases(row).flatMap((alias) => [
      ...(this.#byAlias.get(alias) ?? []),
      ...(this.#byName.get(alias) ?? []),
    ]);
    const distinct = [...new Set(named)].filter((i) => !same.includes(i));
    for (const compound of distinct) offer(compound, distinct.length === 1 ? 0.93 : 0.6, "alias");
    this.#offerRoot(row.ownName ?? row.name, row, offer);
  }

  /** Same root and no or the same phase, and phases of one name: never certain. */
  #offerRoot(name: string, row: RowIdentity, offer: Offer): void {
    const own = splitName(name);
    for (const compound of this.#byRoot.get(own.root) ?? []) {
      const phase = this.#known[compound].parts?.phase ?? "";
      const bonus = this.#sameCommunity(row, compound) === true ? 0.05 : 0;
      if (phase === own.phase) offer(compound, 0.8 + bonus, "root");
      else if (phase === "" || own.phase === "") offer(compound, 0.6 + bonus, "phase");
      else offer(compound, 0.3, "phase");
    }
  }

  #offerPlace(row: RowIdentity, offer: Offer): void {
    if (row.address !== null) {
      const same = this.#byAddress.get(plainName(row.address)) ?? [];
      for (const compound of same) offer(compound, same.length === 1 ? 0.75 : 0.5, "address");
    }
    if (row.inside === null) return;
    const alike = this.#likenessTo(row, row.inside);
    offer(row.inside, row.name !== null && alike >= 0.6 ? 0.92 : 0.7, "location");
  }

  #offerLike(row: RowIdentity, offer: Offer): void {
    if (row.ownName === null) return;
    const own = bigramsOf(splitName(row.ownName).root);
    const shared = new Map<number, number>();
    for (const pair of own) {
      for (const i of this.#byBigram.get(pair) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    }
    for (const [compound, n] of shared) {
      const alike = (2 * n) / (own.size + this.#known[compound].bigrams.size);
      const bonus = this.#sameCommunity(row, compound) === true ? 0.05 : 0;
      if (alike >= MIN_LIKENESS) offer(compound, alike * 0.75 + bonus, "likeness");
    }
  }

  /** Null when either side does not say. */
  #sameCommunity(row: RowIdentity, compound: number): boolean | null {
    const { community } = this.#known[compound].identity;
    if (row.community === null || community === null) return null;
    const bare = (text: string) =>
      plainName(text).replace(/(?:社区)?(?:居委会|居民委员会|社区)$/, "");
    return bare(row.community) === bare(community);
  }
}

type Offer = (compound: number, score: number, by: JoinedBy) => void;
